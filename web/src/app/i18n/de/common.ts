import type { Translation } from '../en';

export const common: Translation['common'] = {
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  create: 'Anlegen',
  remove: 'Entfernen',
  delete: 'Löschen',
  edit: 'Bearbeiten',
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen',
  optional: 'freiwillig',
  more: 'Weitere Aktionen',
  yes: 'Ja',
  no: 'Nein',
  nothing: 'nichts',
  noMatches: 'Zu diesen Buchstaben passt niemand.',
  undo: 'Rückgängig',
  skip: 'Zum Inhalt springen',
};
