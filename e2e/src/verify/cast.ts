import { Api, type Named } from '../api.ts';
import { hire } from '../company.ts';
import type { ClientPlan, ViewName } from './messages.ts';

/**
 * Who works and watches. Everybody is a member of every program with one role, but for the outsider, who is in the first
 * program only, and the members who are added, removed and given other roles while all is running.
 */
export interface Cast {
  admin: Api;
  manager: Api;
  /** A team member who files requests: it is named in the audience of its own drafts. */
  author: Api;
  /** A team member who files none: it sees what its role sees. */
  reader: Api;
  outsider: Api;
  owner: Api;
  otherClient: Api;
  movers: Api[];
  programs: string[];
}

/** @param tag what the names of all that it makes contain */
export async function assemble(url: string, admin: Api, programs: number, tag: string, secret: string): Promise<Cast> {
  const person = (name: string, role: string) => hire(url, admin, `${name}.${tag}@example.org`, role, secret);
  const cast: Cast = {
    admin,
    manager: await person('manager', 'manager'),
    author: await person('author', 'team_member'),
    reader: await person('reader', 'team_member'),
    outsider: await person('outsider', 'team_member'),
    owner: await person('owner', 'client'),
    otherClient: await person('other', 'client'),
    movers: [await person('mover-a', 'team_member'), await person('mover-b', 'team_member')],
    programs: [],
  };
  for (let i = 0; i < programs; i++) cast.programs.push(await program(cast, i, tag));
  return cast;
}

async function program(cast: Cast, index: number, tag: string): Promise<string> {
  const { manager } = cast;
  const { id } = await manager.post<Named>('/programs', {
    name: `Verification ${tag} ${index + 1}`,
    allowClientSubmission: true,
  });
  const join = (user: Api, role: string) => manager.post(`/programs/${id}/members`, { userId: user.userId, role });
  const team = [cast.author, cast.reader, ...cast.movers, ...(index === 0 ? [cast.outsider] : [])];
  for (const user of team) await join(user, 'team_member');
  for (const user of [cast.owner, cast.otherClient]) await join(user, 'client');
  await manager.post(`/programs/${id}/fields`, { key: 'cost', label: 'Cost', type: 'number' });
  return id;
}

/** Archives the programs and deactivates the users. Answers what is left, in words. */
export async function disperse(cast: Cast): Promise<string[]> {
  const users = everybody(cast).filter((user) => user !== cast.admin);
  for (const program of cast.programs) await cast.admin.patch(`/programs/${program}`, { status: 'archived' });
  for (const { userId } of users) await cast.admin.patch(`/users/${userId}`, { active: false });
  return [
    `Left behind: ${cast.programs.length} archived programs named "Verification …" with their requests, ` +
      `${users.length} deactivated users, and the journal's entries about them.`,
  ];
}

/** Whose journal shows a view. */
export const viewers = (cast: Cast): Record<ViewName, Api> => ({
  manager: cast.manager,
  team: cast.reader,
  author: cast.author,
  owner: cast.owner,
  otherClient: cast.otherClient,
});

export const everybody = (cast: Cast): Api[] => [
  cast.admin,
  cast.manager,
  cast.author,
  cast.reader,
  cast.outsider,
  cast.owner,
  cast.otherClient,
  ...cast.movers,
];

const transports: ClientPlan['transports'][] = [['websocket'], ['polling', 'websocket'], ['polling']];

/** Spreads `count` clients over the users, both kinds, all transports and both ways to the server. */
export function plans(cast: Cast, count: number, seesOthers: boolean, proxied: boolean): ClientPlan[] {
  const users = everybody(cast);
  return Array.from({ length: count }, (_, i) => {
    const user = users[i % users.length] ?? cast.reader;
    const round = Math.floor(i / users.length);
    return {
      userId: user.userId,
      kind: ((i % users.length) + round) % 2 === 0 ? ('telling' as const) : ('stock' as const),
      transports: transports[round % transports.length] ?? ['websocket'],
      proxied: proxied && (i + Math.floor(round / 2)) % 2 === 0,
      views: Object.fromEntries(cast.programs.map((id, index) => [id, viewOf(cast, user, index)])),
      moves: cast.movers.includes(user),
      seesOthers: seesOthers && user === cast.admin,
    };
  });
}

function viewOf(cast: Cast, user: Api, programIndex: number): ViewName {
  if (user === cast.admin || user === cast.manager) return 'manager';
  if (user === cast.outsider && programIndex > 0) return 'nothing';
  const own = Object.entries(viewers(cast)).find(([, viewer]) => viewer === user);
  return own?.[0] ?? 'team';
}
