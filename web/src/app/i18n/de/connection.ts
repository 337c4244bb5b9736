import type { Translation } from '../en';

export const connection: Translation['connection'] = {
  live: 'Live',
  'catching-up': 'Holt auf',
  offline: 'Offline',
  liveText: 'Änderungen anderer erscheinen hier in dem Moment, in dem sie geschehen.',
  'catching-upText': 'Lädt, was in der Zwischenzeit geschehen ist.',
  offlineText:
    'Keine Verbindung zum Server. Was Sie sehen, kann veraltet sein; wir versuchen weiter, uns zu verbinden.',
};
