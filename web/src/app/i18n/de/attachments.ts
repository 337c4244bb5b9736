import type { Translation } from '../en';

export const attachments: Translation['attachments'] = {
  title: 'Dateien',
  add: 'Dateien hinzufügen',
  drop: 'Dateien hier ablegen',
  empty: 'Keine Dateien.',
  download: '{{name}} herunterladen',
  delete: '{{name}} löschen',
  deleteTitle: '{{name}} löschen?',
  deleteText: 'Die Datei verschwindet für alle. Das lässt sich nicht rückgängig machen.',
  cancel: 'Hochladen von {{name}} abbrechen',
  uploading: '{{name}} wird hochgeladen',
  percent: '{{percent}} %',
  tooLarge: '{{name}} ist größer als 25 MB.',
  dismiss: 'Ausblenden',
  internal: 'Intern',
  internalSwitch: 'Intern: Nur das Team sieht neue Dateien',
};
