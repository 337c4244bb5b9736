import { Api, type Named } from './api.ts';
import type { DocketServer } from './server.ts';

/** One program with a manager, a team member and a client, on an empty server. */
export interface Company {
  programId: string;
  manager: Api;
  member: Api;
  client: Api;
}

export const password = 'correct horse battery';
const surnames: Record<string, string> = { mara: 'Lindqvist', tom: 'Okafor', cleo: 'Marsh' };
export const emails = { manager: 'mara@example.org', member: 'tom@example.org', client: 'cleo@example.org' };

export async function found(server: DocketServer): Promise<Company> {
  const admin = await Api.logIn(server.url, 'admin@docket.local', server.passwordOf('admin@docket.local'));
  const manager = await hire(server.url, admin, emails.manager, 'manager', password);
  const member = await hire(server.url, admin, emails.member, 'team_member', password);
  const client = await hire(server.url, admin, emails.client, 'client', password);
  const program = await manager.post<Named>('/programs', {
    name: 'Operations',
    key: 'OPS',
    allowClientSubmission: true,
  });
  await manager.post(`/programs/${program.id}/members`, { userId: member.userId, role: 'team_member' });
  await manager.post(`/programs/${program.id}/members`, { userId: client.userId, role: 'client' });
  await manager.post(`/programs/${program.id}/fields`, { key: 'cost', label: 'Cost', type: 'number' });
  return { programId: program.id, manager, member, client };
}

/** Makes a user of this global role and logs in. */
export async function hire(url: string, admin: Api, email: string, role: string, secret: string): Promise<Api> {
  const name = email.slice(0, email.indexOf('@'));
  const firstName = name.slice(0, 1).toUpperCase() + name.slice(1);
  await admin.post('/users', { email, firstName, lastName: surnames[name] ?? 'Example', role, password: secret });
  return Api.logIn(url, email, secret);
}
