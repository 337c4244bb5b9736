import type { Translation } from '../en';

export const keys: Translation['keys'] = {
  everywhere: 'Überall',
  lists: 'In Listen',
  request: 'Auf einer Anfrage',
  palette: 'Suchen, springen oder irgendetwas tun',
  sidebar: 'Seitenleiste schmal oder breit',
  title: 'Tastenkürzel',
  nextPrevious: 'Nächste und vorige',
  open: 'Öffnen',
  search: 'Suchen',
  create: 'Anlegen: eine Anfrage, ein Programm, ein Konto',
  edit: 'Titel bearbeiten',
  comment: 'Kommentar schreiben',
  status: 'Nächsten Schritt tun',
  assign: 'Zuweisen',
  send: 'Senden oder speichern',
  discard: 'Verwerfen oder schließen',
  help: 'Alle Tastenkürzel',
};
