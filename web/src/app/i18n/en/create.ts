export const create = {
  hint: 'Submit it for review, or keep it as a draft and go on later.',
  submit: 'Submit',
  draft: 'Save as draft',
  missing: 'Fill this in to submit. A draft can do without.',
  restored: 'What you had typed is still here.',
  startAnew: 'Start anew',
  chooseFiles: 'Choose files',
  orDrop: 'or drop them here; they are sent with the request.',
  tooManyFiles: 'A field holds at most {{most}} files.',
  uploading: 'Sending {{name}}',
  unfinished: '{{key}} is saved as a draft, but the rest did not work: {{problem}}',
  open: 'Open {{key}}',
} as const;
