import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { requestPath, programPath, type RequestRef } from './calls';
import { ask } from './http';
import type {
  Attachment,
  Comment,
  CursorPage,
  HistoryEntry,
  Member,
  Page,
  Position,
  Priority,
  Program,
  Request,
  RequestDetail,
  RequestStatus,
  User,
} from './types';

/** What was read, and where the program's journal stood before it was: events up to there are in it already. */
export interface Loaded<T> {
  at: Position | null;
  value: T;
  /** An event has changed it without telling all of it: to be read again, and shown meanwhile. */
  stale?: true;
}

export const SORT_FIELDS = ['updatedAt', 'createdAt', 'number', 'title', 'priority', 'status', 'dueDate'] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export type Sort = SortField | `-${SortField}`;

export interface RequestFilter {
  status?: RequestStatus[];
  /** A user's id, or `none`. */
  assignee?: string;
  priority?: Priority[];
  q?: string;
  sort?: Sort;
}

export const REQUEST_PAGE = 100;
const HISTORY_PAGE = 50;
const COMMENT_PAGE = 100;
const ATTACHMENT_PAGE = 100;

/** Everything under ['program', id] belongs to that program's journal, and src/live keeps it up to date. */
export const keys = {
  programs: ['programs'] as const,
  program: (programId: string) => ['program', programId] as const,
  facts: (programId: string) => ['program', programId, 'facts'] as const,
  members: (programId: string) => ['program', programId, 'members'] as const,
  activity: (programId: string) => ['program', programId, 'activity'] as const,
  lists: (programId: string) => ['program', programId, 'list'] as const,
  list: (programId: string, filter: RequestFilter) => ['program', programId, 'list', filter] as const,
  request: (ref: RequestRef) => ['program', ref.programId, 'request', ref.requestId] as const,
  comments: (ref: RequestRef) => ['program', ref.programId, 'comments', ref.requestId] as const,
  attachments: (ref: RequestRef) => ['program', ref.programId, 'attachments', ref.requestId] as const,
  history: (ref: RequestRef) => ['program', ref.programId, 'history', ref.requestId] as const,
  users: (q: string) => ['users', q] as const,
};

export async function load<T>(path: string, options: Parameters<typeof ask>[1]): Promise<Loaded<T>> {
  const { body, at } = await ask<T>(path, options);
  return { at, value: body };
}

export const valueOf = <T>(loaded: Loaded<T>): T => loaded.value;

export const programsQuery = () =>
  queryOptions({
    queryKey: keys.programs,
    queryFn: async ({ signal }) => {
      const programs: Program[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const { body } = await ask<Page<Program>>('/programs', { query: { page, limit: 100 }, signal });
        programs.push(...body.data);
        pages = body.pagination.pages;
      }
      return programs;
    },
  });

export const programQuery = (programId: string) =>
  queryOptions({
    queryKey: keys.facts(programId),
    queryFn: ({ signal }) => load<Program>(programPath(programId), { signal }),
    select: valueOf<Program>,
  });

export const membersQuery = (programId: string) =>
  queryOptions({
    queryKey: keys.members(programId),
    queryFn: async ({ signal }) => {
      const { at, value } = await load<{ data: Member[] }>(`${programPath(programId)}/members`, { signal });
      return { at, value: value.data };
    },
    select: valueOf<Member[]>,
  });

export const requestQuery = (ref: RequestRef) =>
  queryOptions({
    queryKey: keys.request(ref),
    queryFn: ({ signal }) => load<RequestDetail>(requestPath(ref), { signal }),
    select: valueOf<RequestDetail>,
    // An answer that was overtaken by an event must not turn the page back.
    structuralSharing: (old, fresh) => (isLoaded(old) && isLoaded(fresh) ? newer(old, fresh) : fresh),
  });

/** The cache compares what was read and, once more, what `select` makes of it. */
const isLoaded = (data: unknown): data is Loaded<RequestDetail> =>
  typeof data === 'object' && data !== null && 'at' in data && 'value' in data;

export function newer(old: Loaded<RequestDetail>, fresh: Loaded<RequestDetail>): Loaded<RequestDetail> {
  return old.value.version > fresh.value.version ? old : fresh;
}

export const requestListQuery = (programId: string, filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: keys.list(programId, filter),
    queryFn: ({ pageParam, signal }) =>
      load<Page<Request>>(`${programPath(programId)}/requests`, {
        signal,
        query: {
          page: pageParam,
          limit: REQUEST_PAGE,
          status: filter.status?.join(','),
          priority: filter.priority?.join(','),
          assignee: filter.assignee,
          q: filter.q,
          sort: filter.sort ?? '-updatedAt',
        },
      }),
    initialPageParam: 1,
    structuralSharing: false,
    getNextPageParam: (last, pages, lastPage) => nextPage(last.value, pages.map(valueOf), lastPage),
  });

/**
 * Rows that came or went since the first page was read have moved the borders of the server's pages. The page in which the next
 * unknown row lies may therefore be one that was read before; rows that are known already are dropped by their id.
 */
export function nextPage(last: Page<Request>, pages: Page<Request>[], lastPage: number): number | undefined {
  const before = new Set(pages.slice(0, -1).flatMap((page) => page.data.map((row) => row.id)));
  const fresh = last.data.filter((row) => !before.has(row.id)).length;
  const known = before.size + fresh;
  const end = Math.ceil(last.pagination.total / REQUEST_PAGE);
  if (known >= last.pagination.total || lastPage > end) return undefined;
  return fresh === 0 ? lastPage + 1 : Math.floor(known / REQUEST_PAGE) + 1;
}

export const commentsQuery = (ref: RequestRef) =>
  queryOptions({
    queryKey: keys.comments(ref),
    queryFn: async ({ signal }) => {
      let at: Position | null = null;
      const value: Comment[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const read = await load<Page<Comment>>(`${requestPath(ref)}/comments`, {
          query: { page, limit: COMMENT_PAGE },
          signal,
        });
        at ??= read.at;
        value.push(...read.value.data);
        pages = read.value.pagination.pages;
      }
      return { at, value };
    },
    select: valueOf<Comment[]>,
  });

export const attachmentsQuery = (ref: RequestRef) =>
  queryOptions({
    queryKey: keys.attachments(ref),
    queryFn: async ({ signal }) => {
      let at: Position | null = null;
      const value: Attachment[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const read = await load<{ data: Attachment[]; next?: string | null }>(`${requestPath(ref)}/attachments`, {
          query: { after, limit: ATTACHMENT_PAGE },
          signal,
        });
        at ??= read.at;
        value.push(...read.value.data);
        after = read.value.next ?? null;
      }
      return { at, value };
    },
    select: valueOf<Attachment[]>,
  });

function historyPages(queryKey: readonly unknown[], path: string) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      load<CursorPage<HistoryEntry>>(path, { query: { before: pageParam, limit: HISTORY_PAGE }, signal }),
    initialPageParam: null as number | null,
    structuralSharing: false,
    getNextPageParam: (last) => last.value.next,
  });
}

export const historyQuery = (ref: RequestRef) => historyPages(keys.history(ref), `${requestPath(ref)}/history`);

export const activityQuery = (programId: string) =>
  historyPages(keys.activity(programId), `${programPath(programId)}/activity`);

export const usersQuery = (q: string) =>
  queryOptions({
    queryKey: keys.users(q),
    queryFn: async ({ signal }) => (await ask<Page<User>>('/users', { query: { q, limit: 50 }, signal })).body.data,
  });
