import type { Translation } from '../en';

export const pdf: Translation['pdf'] = {
  opening: '{{name}} wird geöffnet',
  page: 'Seite {{page}} von {{pages}}',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pageFailed: 'Diese Seite lässt sich nicht zeigen. Laden Sie die Datei herunter, um sie zu sehen.',
  noText: 'Diese Seite ist ein Bild ohne Text, der vorgelesen werden könnte.',
  broken: 'Dieses Dokument ist beschädigt',
  brokenText: 'Es lässt sich hier nicht zeigen. Ein anderes Programm kann vielleicht noch etwas damit anfangen.',
  locked: 'Dieses Dokument hat ein Passwort',
  lockedText: 'Laden Sie es herunter und öffnen Sie es mit dem Passwort auf Ihrem Gerät.',
  tooLarge: 'Dieses Dokument ist zu groß, um hier gezeigt zu werden',
  tooLargeText: 'Dokumente von mehr als {{limit}} werden auf Ihrem Gerät geöffnet.',
  unreadable: 'Dieses Dokument lässt sich im Moment nicht zeigen',
  unreadableText: 'Schließen Sie es und versuchen Sie es noch einmal, oder laden Sie es herunter.',
};
