import type { Translation } from '../en';

export const create: Translation['create'] = {
  hint: 'Reichen Sie sie ein, oder heben Sie sie als Entwurf auf und machen Sie später weiter.',
  submit: 'Einreichen',
  draft: 'Als Entwurf speichern',
  missing: 'Füllen Sie das zum Einreichen aus. Ein Entwurf kommt ohne aus.',
  restored: 'Was Sie getippt hatten, ist noch da.',
  startAnew: 'Neu anfangen',
  chooseFiles: 'Dateien wählen',
  orDrop: 'oder hierher ziehen; sie werden mit der Anfrage gesendet.',
  tooManyFiles: 'Ein Feld fasst höchstens {{most}} Dateien.',
  uploading: '{{name}} wird gesendet',
  unfinished: '{{key}} ist als Entwurf gespeichert, aber der Rest ging nicht: {{problem}}',
  open: '{{key}} öffnen',
};
