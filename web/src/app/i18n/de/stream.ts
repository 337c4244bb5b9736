import type { Translation } from '../en';

export const stream: Translation['stream'] = {
  title: 'Verlauf',
  filter: 'Zeigen',
  all: 'Alles',
  comments: 'Kommentare',
  changes: 'Änderungen',
  earlier: 'Frühere Änderungen laden',
  emptyComments: 'Noch keine Kommentare.',
  emptyAll: 'Noch ist nichts geschehen.',
};
