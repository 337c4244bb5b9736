import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { OpenSession } from './account';
import { ask } from './http';
import type { components } from './schema';
import type { Change, GlobalRole, Page, Person, User } from './types';

type Schemas = components['schemas'];
export type UserChanges = Schemas['UserChanges'];
export type UserMembership = Schemas['UserMembership'];
export type ResetLink = Schemas['PasswordResetLink'];
export type InstallationSettings = Schemas['InstallationSettings'];
export type SettingsEdit = Schemas['InstallationSettingsEdit'];

export const GLOBAL_ROLES = ['admin', 'manager', 'team_member', 'client'] as const satisfies readonly GlobalRole[];

export interface PeopleFilter {
  q?: string;
  role?: GlobalRole;
  active?: boolean;
}

const PEOPLE_PAGE = 50;
/** Of what not every change is told: log-ins that begin, and entries that concern one reader alone. */
const FRESH_MS = 15_000;

const userPath = (userId: string) => `/users/${userId}`;

/** What belongs to no program; src/live reads it again when something of it has changed. */
export const adminKeys = {
  users: ['users'] as const,
  people: ['users', 'list'] as const,
  user: (userId: string) => ['users', 'one', userId] as const,
  memberships: (userId: string) => ['users', 'memberships', userId] as const,
  sessions: (userId: string) => ['users', 'sessions', userId] as const,
  settings: ['installation'] as const,
  audit: ['audit'] as const,
};

export const peopleQuery = ({ q, role, active }: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: [...adminKeys.people, { q, role, active }],
    queryFn: async ({ pageParam, signal }) => {
      const query = { q, role, active: active?.toString(), page: pageParam, limit: PEOPLE_PAGE };
      return (await ask<Page<User>>('/users', { query, signal })).body;
    },
    initialPageParam: 1,
    getNextPageParam: ({ pagination }) => (pagination.page < pagination.pages ? pagination.page + 1 : undefined),
  });

export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: adminKeys.user(userId),
    queryFn: async ({ signal }) => (await ask<User>(userPath(userId), { signal })).body,
  });

export const updateUser = async (userId: string, body: UserChanges): Promise<User> =>
  (await ask<User>(userPath(userId), { method: 'PATCH', body })).body;

export const membershipsQuery = (userId: string) =>
  queryOptions({
    queryKey: adminKeys.memberships(userId),
    queryFn: async ({ signal }) => {
      const all: UserMembership[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const query = { page, limit: 100 };
        const { body } = await ask<Page<UserMembership>>(`${userPath(userId)}/memberships`, { query, signal });
        all.push(...body.data);
        pages = body.pagination.pages;
      }
      return all;
    },
  });

export const userSessionsQuery = (userId: string) =>
  queryOptions({
    queryKey: adminKeys.sessions(userId),
    queryFn: async ({ signal }) =>
      (await ask<{ data: OpenSession[] }>(`${userPath(userId)}/sessions`, { signal })).body.data,
    staleTime: FRESH_MS,
  });

export const endUserSession = (userId: string, sessionId: string) =>
  ask<undefined>(`${userPath(userId)}/sessions/${sessionId}`, { method: 'DELETE' });

export const endUserSessions = (userId: string) => ask<undefined>(`${userPath(userId)}/sessions`, { method: 'DELETE' });

export const issueReset = async (userId: string): Promise<ResetLink> =>
  (await ask<ResetLink>(`${userPath(userId)}/password-reset`, { method: 'POST' })).body;

export const settingsQuery = () =>
  queryOptions({
    queryKey: adminKeys.settings,
    queryFn: async ({ signal }) => (await ask<InstallationSettings>('/settings', { signal })).body,
  });

export const updateSettings = async (body: SettingsEdit): Promise<InstallationSettings> =>
  (await ask<InstallationSettings>('/settings', { method: 'PATCH', body })).body;

export interface AuditFilter {
  /** An id, or `system`: users and settings of the installation. */
  program?: string;
  event?: string;
  /** Whose doing; an id. */
  actor?: string;
  /** Whom it is about; an id. */
  subject?: string;
  /** A key such as OPS-12. */
  request?: string;
  /** Days, both included, in the viewer's time zone. */
  from?: string;
  to?: string;
}

export type AuditEntry = Omit<Schemas['AuditEntry'], 'changes' | 'data'> & {
  changes: Change[];
  data: Record<string, unknown>;
  subject: Person | null;
};

const AUDIT_PAGE = 50;

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...adminKeys.audit, filter],
    queryFn: async ({ pageParam, signal }) => {
      const { from, to, ...others } = filter;
      const query = { ...others, ...instants({ from, to }), before: pageParam, limit: AUDIT_PAGE };
      return (await ask<{ data: AuditEntry[]; next: string | null }>('/audit', { query, signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: FRESH_MS,
  });

/** From the beginning of the first day to the end of the last, where the viewer is. */
export function instants({ from, to }: Pick<AuditFilter, 'from' | 'to'>): { from?: string; to?: string } {
  return { from: from && startOf(from, 0).toISOString(), to: to && startOf(to, 1).toISOString() };
}

function startOf(day: string, plusDays: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays);
}

/** Where every stream of the journal stands now, with its hash. */
export const auditHeads = async (): Promise<Schemas['AuditHeads']> =>
  (await ask<Schemas['AuditHeads']>('/audit/heads')).body;
