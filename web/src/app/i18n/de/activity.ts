import type { Translation } from '../en';

export const activity: Translation['activity'] = {
  empty: 'Noch ist nichts geschehen.',
  earlier: 'Frühere laden',
  label: 'Verlauf des Programms',
};
