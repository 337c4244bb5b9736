import type { Translation } from '../en';

export const comments: Translation['comments'] = {
  write: 'Kommentar schreiben',
  writeInternal: 'Internen Kommentar schreiben',
  send: 'Kommentieren',
  sendInternal: 'Intern kommentieren',
  internal: 'Intern',
  internalSwitch: 'Intern: Nur das Team sieht es',
  internalText: 'Kunden sehen diesen Kommentar nie.',
  publicText: 'Alle, die diese Anfrage sehen, lesen ihn.',
  delete: 'Kommentar löschen',
  deleteTitle: 'Diesen Kommentar löschen?',
  deleteText: 'Er verschwindet für alle. Das lässt sich nicht rückgängig machen.',
  by: 'Kommentar von {{name}}',
  internalBy: 'Interner Kommentar von {{name}}',
};
