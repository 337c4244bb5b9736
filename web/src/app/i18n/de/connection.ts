import type { Translation } from '../en';

export const connection: Translation['connection'] = {
  label: 'Verbindung',
  since: 'seit {{time}}',
  liveTyping:
    'Was Sie speichern, ist gesichert, bevor jemand es sieht. Entwürfe dessen, was Sie schreiben, bleiben in diesem Browser.',
  offlineTyping:
    'Schreiben Sie ruhig weiter: Entwürfe bleiben in diesem Browser, auch wenn die Seite neu geladen wird. Speichern oder senden Sie, sobald die Verbindung wieder da ist.',
  tryNow: 'Jetzt versuchen',
  banner: 'Seit {{time}} keine Verbindung. Was Sie sehen, kann veraltet sein; was Sie schreiben, bleibt erhalten.',
  live: 'Live',
  'catching-up': 'Holt auf',
  offline: 'Offline',
  liveText: 'Änderungen anderer erscheinen hier in dem Moment, in dem sie geschehen.',
  'catching-upText': 'Lädt, was in der Zwischenzeit geschehen ist.',
  offlineText:
    'Keine Verbindung zum Server. Was Sie sehen, kann veraltet sein; wir versuchen weiter, uns zu verbinden.',
};
