import type { Translation } from '../en';

export const shell: Translation['shell'] = {
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
