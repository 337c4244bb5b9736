import type { Translation } from '../en';

export const keys: Translation['keys'] = {
  title: 'Tastenkürzel',
  nextPrevious: 'Nächste und vorige in einer Liste',
  open: 'Öffnen',
  search: 'Suchen',
  create: 'Neue Anfrage',
  edit: 'Titel bearbeiten',
  comment: 'Kommentar schreiben',
  assign: 'Zuweisen',
  send: 'Senden oder speichern',
  discard: 'Verwerfen oder schließen',
  help: 'Dieses Fenster',
};
