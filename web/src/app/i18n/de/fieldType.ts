import type { Translation } from '../en';

export const fieldType: Translation['fieldType'] = {
  text: 'Text',
  number: 'Zahl',
  date: 'Datum',
  dropdown: 'Auswahl',
  checkbox: 'Ja oder nein',
  checklist: 'Checkliste',
  file_upload: 'Dateien',
};
