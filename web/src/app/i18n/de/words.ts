import type { Translation } from '../en';

export const app: Translation['app'] = { name: 'Docket', tagline: 'Anfragen, live.' };

export const role: Translation['role'] = {
  admin: 'Administration',
  manager: 'Leitung',
  team_member: 'Team',
  client: 'Kunde',
};

export const status: Translation['status'] = {
  draft: 'Entwurf',
  submitted: 'Eingereicht',
  in_review: 'In Prüfung',
  approved: 'Genehmigt',
  rejected: 'Abgelehnt',
  completed: 'Erledigt',
};

export const priority: Translation['priority'] = { low: 'Niedrig', medium: 'Mittel', high: 'Hoch', urgent: 'Dringend' };
