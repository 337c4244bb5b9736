import type { Translation } from '../en';

export const shell: Translation['shell'] = {
  home: 'Start',
  narrow: 'Nur Symbole zeigen',
  widen: 'Namen zeigen',
  unread: 'Neues',
  navigation: 'Navigation',
  openNavigation: 'Navigation öffnen',
  programs: 'Programme',
  people: 'Personen',
  account: 'Konto von {{name}}',
  theme: 'Darstellung',
  light: 'Hell',
  dark: 'Dunkel',
  system: 'Wie das System',
  language: 'Sprache',
  help: 'Tastenkürzel',
  main: 'Inhalt',
  notices: 'Mitteilungen',
};
