export const fieldType = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  dropdown: 'Choice',
  checkbox: 'Yes or no',
  checklist: 'Checklist',
  file_upload: 'Files',
} as const;
