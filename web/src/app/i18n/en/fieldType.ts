export const fieldType = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  dropdown: 'Choice',
  checkbox: 'Yes or no',
} as const;
