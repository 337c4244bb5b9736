import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { keys, type Loaded, type RequestFilter } from '@/api/queries';
import type { Position } from '@/api/types';
import { NOTHING, type ProgramState, type RequestList } from './state';

type Pages = InfiniteData<Loaded<unknown>>;

/** Collects what the query cache holds of a program. */
export function readProgram(cache: QueryClient, programId: string): ProgramState {
  const state = { ...NOTHING, lists: [] as RequestList[] };
  for (const [key, data] of cache.getQueriesData({ queryKey: keys.program(programId) })) {
    if (data === undefined) continue;
    const [, , kind, id] = key as [string, string, string, unknown];
    if (kind === 'facts') state.program = data as ProgramState['program'];
    else if (kind === 'members') state.members = data as ProgramState['members'];
    else if (kind === 'activity') state.activity = (data as Pages).pages as ProgramState['activity'];
    else if (kind === 'list')
      state.lists.push({ filter: id as RequestFilter, pages: (data as Pages).pages as RequestList['pages'] });
    else if (kind === 'history')
      state.histories = { ...state.histories, [id as string]: (data as Pages).pages as never };
    else if (kind === 'request') state.requests = { ...state.requests, [id as string]: data as never };
    else if (kind === 'comments') state.comments = { ...state.comments, [id as string]: data as never };
    else if (kind === 'attachments') state.attachments = { ...state.attachments, [id as string]: data as never };
  }
  return state;
}

/** Writes the parts that differ back. */
export function writeProgram(cache: QueryClient, programId: string, before: ProgramState, after: ProgramState): void {
  const set = (key: readonly unknown[], old: unknown, value: unknown) => {
    if (old !== value && value !== undefined) cache.setQueryData(key, value);
  };
  const setPages = (key: readonly unknown[], old: unknown, pages: unknown) => {
    if (old !== pages && pages !== undefined)
      cache.setQueryData(key, (data: Pages | undefined) => data && { ...data, pages: pages as Pages['pages'] });
  };
  set(keys.facts(programId), before.program, after.program);
  set(keys.members(programId), before.members, after.members);
  setPages(keys.activity(programId), before.activity, after.activity);
  after.lists.forEach((list, index) =>
    setPages(keys.list(programId, list.filter), before.lists[index]?.pages, list.pages),
  );
  for (const requestId of new Set(
    Object.keys(after.requests).concat(
      Object.keys(after.comments),
      Object.keys(after.attachments),
      Object.keys(after.histories),
    ),
  )) {
    const ref = { programId, requestId };
    set(keys.request(ref), before.requests[requestId], after.requests[requestId]);
    set(keys.comments(ref), before.comments[requestId], after.comments[requestId]);
    set(keys.attachments(ref), before.attachments[requestId], after.attachments[requestId]);
    setPages(keys.history(ref), before.histories[requestId], after.histories[requestId]);
  }
}

/** Whether something in it was changed by an event that did not tell all. */
export function isStale(data: unknown): boolean {
  const parts = isPages(data) ? data.pages : [data as Partial<Loaded<unknown>> | undefined];
  return parts.some((part) => part?.stale === true);
}

/** Where a query's newest part was read, and where its oldest; null when the server did not tell. */
export function readBetween(data: unknown): { oldest: Position; newest: Position } | null {
  const parts = isPages(data) ? data.pages : [data as Loaded<unknown>];
  const positions = parts.map((part) => part.at).filter((at) => at !== null);
  const newest = positions.at(-1);
  if (newest === undefined) return null;
  return { newest, oldest: positions.reduce((oldest, at) => (at.seq < oldest.seq ? at : oldest)) };
}

function isPages(data: unknown): data is Pages {
  return typeof data === 'object' && data !== null && 'pages' in data;
}
