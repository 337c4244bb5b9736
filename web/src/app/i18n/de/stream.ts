import type { Translation } from '../en';

export const stream: Translation['stream'] = {
  title: 'Verlauf',
  filter: 'Zeigen',
  all: 'Alles',
  comments: 'Gespräch',
  changes: 'Änderungen',
  earlier: 'Frühere Änderungen laden',
  fresh_one: '{{count}} neuer Kommentar, von {{name}}',
  fresh_other: '{{count}} neue Kommentare',
  emptyComments: 'Noch keine Kommentare.',
  emptyAll: 'Noch ist nichts geschehen.',
};
