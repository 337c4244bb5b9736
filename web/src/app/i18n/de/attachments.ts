import type { Translation } from '../en';

export const attachments: Translation['attachments'] = {
  title: 'Dateien',
  add: 'Dateien hinzufügen',
  drop: 'Hier ablegen für alle, die diese Anfrage sehen',
  dropInternal: 'Hier ablegen nur für das Team',
  empty: 'Keine Dateien.',
  emptyDrop: 'Keine Dateien. Legen oder fügen Sie irgendwo auf dieser Seite welche ein.',
  show: '{{name}} zeigen',
  previous: 'Vorige Datei',
  next: 'Nächste Datei',
  download: '{{name}} herunterladen',
  delete: '{{name}} löschen',
  deleted: '{{name}} ist gelöscht.',
  cancel: 'Hochladen von {{name}} abbrechen',
  uploading: '{{name}} wird hochgeladen',
  percent: '{{percent}} %',
  tooLarge: '{{name}} ist größer als 25 MB.',
  quota:
    'Für Dateien ist in diesem Programm kein Platz mehr. Löschen Sie welche, oder bitten Sie die Administration um mehr.',
  unsupported: 'Dateien dieser Art werden nicht angenommen, sondern Bilder, PDF, Office, Text, CSV und ZIP.',
  storageFull: 'Der Server hat im Moment keinen Platz dafür. Nichts wurde gespeichert; versuchen Sie es später wieder.',
  dismiss: 'Ausblenden',
  internal: 'Intern',
  internalSwitch: 'Intern: Nur das Team sieht neue Dateien',
};
