import type { Translation } from '../en';

export const error: Translation['error'] = {
  title: 'Das konnte nicht geladen werden',
  offline: 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung; was Sie geschrieben haben, bleibt erhalten.',
  unexpected:
    'Etwas Unerwartetes ist passiert. Laden Sie die Seite neu; wenn es wieder vorkommt, melden Sie es Ihrer Administration.',
  tooMany: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  tooManyUntil: 'Zu viele Versuche. Warten Sie {{wait}} und versuchen Sie es dann noch einmal.',
  takesTooLong:
    'Die Suche hat zu lange gedauert. Versuchen Sie seltenere Wörter, oder versuchen Sie es später noch einmal.',
  notFoundTitle: 'Nicht hier',
  notFound: 'Das gibt es nicht, oder es ist nicht für Sie freigegeben.',
  home: 'Zur Startseite',
};
