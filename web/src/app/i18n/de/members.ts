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
  means: {
    manager: 'Prüft und genehmigt Anfragen, und ändert das Programm und seine Mitglieder.',
    team_member: 'Sieht alle eingereichten Anfragen und bearbeitet, was zugewiesen ist.',
    client: 'Sieht eigene und geteilte Anfragen; nichts Internes.',
  },
  now: 'Jetzt {{role}}. {{means}}',
  stepDownTitle: 'Die eigene Rolle abgeben?',
  stepDownText: 'Sie könnten sie sich nicht selbst zurückgeben. Von da an: {{means}}',
  stepDown: 'Abgeben',
  removeAssigned_one: '{{count}} laufende Anfrage bleibt {{name}} zugewiesen, bis jemand anders übernimmt.',
  removeAssigned_other: '{{count}} laufende Anfragen bleiben {{name}} zugewiesen, bis jemand anders übernimmt.',
  removeShared: 'Auch was geteilt war, endet, und eine neue Mitgliedschaft bringt es nicht zurück.',
};
