import type { Translation } from '../en';

export const life: Translation['life'] = {
  label: 'Nächste Schritte',
  submit: 'Einreichen',
  resubmit: 'Erneut einreichen',
  withdraw: 'Zurückziehen',
  review: 'Prüfung beginnen',
  approve: 'Genehmigen',
  reject: 'Ablehnen',
  complete: 'Erledigen',
  delete: 'Entwurf löschen',
  deleteTitle: '{{key}} löschen?',
  deleteText: 'Der Entwurf verschwindet für alle. Die Programmleitung kann ihn 30 Tage lang wiederherstellen.',
  rejectTitle: '{{key}} ablehnen',
  rejectText: 'Den Grund sieht {{name}} und kann die Anfrage ändern und erneut einreichen.',
  reason: 'Grund',
  reasonMissing: 'Nennen Sie den Grund, mit höchstens 1000 Zeichen.',
  finished: 'Diese Anfrage ist erledigt. Es ist nichts mehr zu tun.',
  waiting: 'Für Sie ist im Moment nichts zu tun.',
};
