import type { Translation } from '../en';

export const people: Translation['people'] = {
  title: 'Personen',
  text: 'Alle, die sich anmelden können.',
  add: 'Person hinzufügen',
  firstName: 'Vorname',
  lastName: 'Nachname',
  nameLength: 'Verwenden Sie 1 bis 50 Zeichen.',
  emailFormat: 'Geben Sie eine E-Mail-Adresse ein.',
  passwordLength: 'Verwenden Sie 8 bis 128 Zeichen.',
  passwordHint: 'Mindestens 8 Zeichen. Geben Sie es auf sicherem Weg weiter.',
  role: 'Rolle',
  inactive: 'Deaktiviert',
  search: 'Personen suchen',
  empty: 'Zu diesen Buchstaben passt niemand.',
};
