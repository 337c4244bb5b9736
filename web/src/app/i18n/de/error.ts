import type { Translation } from '../en';

export const error: Translation['error'] = {
  title: 'Das konnte nicht geladen werden',
  offline: 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung; was Sie geschrieben haben, bleibt erhalten.',
  unexpected:
    'Etwas Unerwartetes ist passiert. Laden Sie die Seite neu; wenn es wieder vorkommt, melden Sie es Ihrer Administration.',
  notFoundTitle: 'Nicht hier',
  notFound: 'Das gibt es nicht, oder es ist nicht für Sie freigegeben.',
  home: 'Zur Startseite',
};
