import type { Translation } from '../en';

export const saving: Translation['saving'] = {
  saved: 'Gespeichert.',
  undo: 'Rückgängig',
  stale: 'Jemand anders hat das inzwischen geändert; was jetzt da ist, wird gezeigt.',
  insist: 'Trotzdem meines nehmen',
};

export const usage: Translation['usage'] = {
  active_one: '{{count}} aktiv',
  active_other: '{{count}} aktiv',
  of: '{{active}} von {{limit}} aktiv',
  near: 'fast voll',
  reached: 'voll',
  now: 'Derzeit in Gebrauch',
  people: 'Die meisten aktiven Anfragen',
  more_one: '{{count}} Person mehr',
  more_other: '{{count}} Personen mehr',
};

export const preview: Translation['preview'] = {
  title: 'So sieht das Formular aus',
  reader: 'Gesehen von',
  staff: 'Team',
  client: 'Kunden',
  nothing: 'Kunden werden nach nichts davon gefragt.',
};
