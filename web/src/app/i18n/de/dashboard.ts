import type { Translation } from '../en';

export const dashboard: Translation['dashboard'] = {
  title: 'Was Sie betrifft',
  text: 'Aus allen Ihren Programmen, live.',
  clientTitle: 'Ihre Anfragen',
  clientText: 'Wo jede von ihnen steht, in jedem Augenblick.',
  noPrograms:
    'Sie sind noch in keinem Programm. Sobald jemand Sie in eines aufnimmt, erscheinen Ihre Anfragen hier von selbst.',
  noProgramsCreator: 'Es gibt noch kein Programm. Legen Sie das erste an:',
  mineMore: 'Die zehn, die zuerst fällig sind. Die anderen stehen in ihren Programmen.',
  toReviewMore: 'Die zehn, die am längsten warten. Die anderen stehen in ihren Programmen.',
  overdueMore: 'Die zehn, die am längsten überfällig sind. Die anderen stehen in ihren Programmen.',
  mentionsMore: 'Die zehn neuesten.',
  recentlyChangedMore: 'Die zehn neuesten. Jedes Programm hat eine Liste von allen.',
  staff: {
    mine: 'Meine',
    mineEmpty:
      'Auf Ihrem Tisch liegt nichts. Anfragen, die Sie stellen oder die Ihnen zugewiesen sind, stehen hier, bis sie erledigt sind.',
    toReview: 'Zu prüfen',
    toReviewEmpty:
      'Nichts wartet auf Sie. Was in einem von Ihnen geleiteten Programm eingereicht wird, steht hier, das am längsten Wartende zuerst.',
    overdue: 'Überfällig',
    overdueEmpty: 'Nichts ist überfällig.',
    mentions: 'Erwähnungen',
    mentionsEmpty:
      'Niemand hat nach Ihnen gefragt. Schreibt jemand @ und Ihren Namen in einen Kommentar, erscheint er hier.',
    recentlyChanged: 'Zuletzt geändert',
    recentlyChangedEmpty: 'Noch ist nichts geschehen. Was sich in Ihren Programmen ändert, erscheint hier.',
  },
  client: {
    mine: 'Noch nicht erledigt',
    mineEmpty: 'Sie haben keine offene Anfrage. Was Sie einreichen, steht hier, bis es erledigt ist.',
    toReview: 'Wartet auf Ihre Entscheidung',
    toReviewEmpty: 'Nichts wartet auf Sie.',
    overdue: 'Später als geplant',
    overdueEmpty: 'Alles ist im Zeitplan.',
    mentions: 'An Sie gerichtet',
    mentionsEmpty:
      'Niemand hat Sie angesprochen. Schreibt jemand @ und Ihren Namen in einen Kommentar, erscheint er hier.',
    recentlyChanged: 'Neues',
    recentlyChangedEmpty:
      'Noch nichts Neues. Wenn jemand an Ihrer Anfrage arbeitet oder Ihnen antwortet, erscheint es hier.',
  },
};
