import type { Translation } from '../en';

export const palette: Translation['palette'] = {
  open: 'Suchen oder springen',
  title: 'Suchen, springen oder tun',
  placeholder: 'Ein Schlüssel wie OPS-12, Wörter, ein Programm, eine Seite, eine Aktion',
  requests: 'Anfragen',
  here: 'Auf dieser Seite',
  programs: 'Programme',
  pages: 'Seiten',
  actions: 'Aktionen',
  theme: 'Darstellung: {{theme}}',
  language: 'Sprache: {{language}}',
  searching: 'Sucht in den Anfragen',
  nothing: 'Zu diesen Wörtern passt nichts. Anfragen findet man über Schlüssel, Titel und Beschreibung.',
  tooShort: 'Um Anfragen zu finden, geben Sie mindestens drei Buchstaben oder Ziffern am Stück ein.',
  more: 'Es gibt mehr Anfragen mit diesen Wörtern. Ein weiteres Wort findet weniger.',
};
