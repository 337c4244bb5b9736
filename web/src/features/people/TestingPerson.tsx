import { screen } from '@testing-library/react';
import type { Me, User } from '@/api/types';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, type TestingServer } from '@/testing/TestingServer';
import { anAdmin, aProgram } from '@/testing/things';
import { PersonView } from './PersonView';

export const aMembership = (status: 'active' | 'archived' = 'active', role = 'team_member') => ({
  program: { id: 'p1', name: 'Operations', key: 'OPS', status },
  role,
  addedAt: '2026-10-02T08:00:00Z',
});

export const aLogIn = (id: string, device: string) => ({
  id,
  device,
  current: false,
  address: '192.0.2.1',
  createdAt: '2026-11-20T08:00:00Z',
  lastUsedAt: '2026-11-24T08:00:00Z',
});

interface Around {
  memberships?: object[];
  logIns?: object[];
  me?: Me;
}

/** The page about somebody, with a server that keeps what it is told of them. */
export async function openPerson(
  server: TestingServer,
  person: User,
  { memberships = [aMembership()], logIns = [], me = anAdmin() }: Around = {},
) {
  const path = `/users/${person.id}`;
  let stored = person;
  const keep = (changes: Partial<User>) => {
    const { firstName, lastName } = { ...stored, ...changes };
    return (stored = { ...stored, name: `${firstName} ${lastName}`, ...changes });
  };
  server.on('GET /programs', () => pageOf([aProgram(), aProgram({ id: 'p2', key: 'FAC', name: 'Facilities' })]));
  server.on(`GET ${path}`, () => stored);
  server.on(`PATCH ${path}`, ({ body }) => keep(body as Partial<User>));
  server.on(`GET ${path}/memberships`, () => pageOf(memberships));
  server.on(`GET ${path}/sessions`, () => ({ data: logIns }));
  const view = await renderLinked(<PersonView userId={person.id} />, me);
  await screen.findByRole('heading', { level: 1 });
  await screen.findByText('Programs');
  return { ...view, path, keep, edits: () => server.callsTo(`PATCH ${path}`).map(({ body }) => body) };
}
