import type { Translation } from '../en';

export const members: Translation['members'] = {
  title: 'Mitglieder',
  text: 'Mitglieder sehen dieses Programm; ihre Rolle entscheidet, was sie dürfen. Eine Änderung wirkt sofort, auch auf offenen Seiten.',
  add: 'Mitglied hinzufügen',
  person: 'Person',
  choose: 'Person wählen',
  chooseMissing: 'Wählen Sie eine Person.',
  search: 'Nach Name oder E-Mail suchen',
  role: 'Rolle',
  roleOf: 'Rolle von {{name}}',
  since: 'Mitglied seit',
  remove: '{{name}} entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText:
    '{{name}} verliert sofort den Zugang zu allen Anfragen dieses Programms. Was {{name}} geschrieben hat, bleibt.',
  you: 'Sie',
};
