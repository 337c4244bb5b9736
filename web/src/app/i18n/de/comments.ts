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
  publicToClients: 'Es lesen das ganze Team und {{names}}.',
  publicToTeam: 'Das Team liest ihn und alle, mit denen diese Anfrage geteilt ist.',
  deleted: 'Kommentar gelöscht.',
  edited: 'bearbeitet',
  editLabel: 'Kommentar bearbeiten',
  versions: 'Frühere Texte',
  actions: 'Aktionen für den Kommentar von {{name}}',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link ist kopiert.',
  by: 'Kommentar von {{name}}',
  internalBy: 'Interner Kommentar von {{name}}',
};
