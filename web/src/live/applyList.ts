import type { Loaded, RequestFilter } from '@/api/queries';
import { type Page, PRIORITIES, type Request, STATUSES } from '@/api/types';
import type { LiveEvent } from './events';
import { has, moved } from './part';
import { changedRequest } from './request';
import type { RequestList } from './state';

type ListPage = Loaded<Page<Request>>;

/**
 * A list after one event: a row that it shows changes in place, where the reader's eyes are; one that no longer fits the filter
 * leaves; one that begins to fit comes in where the order wants it, if that part of the list is loaded.
 */
export function applyToList(list: RequestList, event: LiveEvent): RequestList {
  if (event.requestId === null) return list;
  const index = list.pages.findIndex((page) => page.value.data.some((row) => row.id === event.requestId));
  if (index >= 0) return changeRow(list, index, event.requestId, event);
  if (!('request' in event.data) || event.event === 'request:deleted') return list;
  return matches(event.data.request, list.filter) ? insertRow(list, event.data.request, event) : list;
}

function changeRow(list: RequestList, index: number, requestId: string, event: LiveEvent): RequestList {
  const page = list.pages[index];
  const row = page?.value.data.find((request) => request.id === requestId);
  if (page === undefined || row === undefined || has(page, event)) return list;
  const changed = changedRequest(row, event);
  if (changed === row) return list;
  const stays = changed !== undefined && (!('request' in event.data) || matches(changed, list.filter, row));
  const rows = stays
    ? page.value.data.map((request) => (request.id === requestId ? changed : request))
    : page.value.data.filter((request) => request.id !== requestId);
  return withTotal(replacePage(list, index, event, rows), stays ? 0 : -1);
}

function insertRow(list: RequestList, request: Request, event: LiveEvent): RequestList {
  const compare = order(list.filter.sort ?? '-updatedAt');
  const loaded = list.pages.reduce((count, page) => count + page.value.data.length, 0);
  const complete = loaded >= (list.pages.at(-1)?.value.pagination.total ?? 0);
  const added = complete || !fitted(request, event, list.filter) ? 1 : 0;
  for (const [index, page] of list.pages.entries()) {
    const place = page.value.data.findIndex((row) => compare(request, row) < 0);
    const isEnd = index === list.pages.length - 1;
    if (place < 0 && !(isEnd && complete)) continue;
    // A page that was read after the event and does not have the request was right not to have it.
    if (has(page, event)) return list;
    const rows = place < 0 ? [...page.value.data, request] : page.value.data.toSpliced(place, 0, request);
    return withTotal(replacePage(list, index, event, rows), added);
  }
  return list.pages.every((page) => has(page, event)) ? list : withTotal(list, added);
}

/** Whether a request that is not loaded was in the list before the event, as far as the event tells. */
function fitted(request: Request, event: LiveEvent, filter: RequestFilter): boolean {
  switch (event.event) {
    case 'request:created':
      return false;
    case 'request:status_changed':
      return matches({ ...request, status: event.data.from }, filter);
    case 'request:assigned':
      return matches({ ...request, assignee: event.data.previousAssignee }, filter);
    default:
      return true;
  }
}

function replacePage(list: RequestList, index: number, event: LiveEvent, rows: Request[]): RequestList {
  const pages = list.pages.map((page, i) => (i === index ? moved(page, event, { ...page.value, data: rows }) : page));
  return { ...list, pages };
}

function withTotal(list: RequestList, change: number): RequestList {
  if (change === 0) return list;
  const pages = list.pages.map((page): ListPage => {
    const { pagination } = page.value;
    const total = Math.max(0, pagination.total + change);
    const pages = Math.ceil(total / pagination.limit);
    return { ...page, value: { ...page.value, pagination: { ...pagination, total, pages } } };
  });
  return { ...list, pages };
}

/**
 * Whether a request belongs in a list. How words are found is the server's affair, so a row that it has found stays found;
 * a new one comes in when it contains them literally.
 */
export function matches(request: Request, filter: RequestFilter, shown?: Request): boolean {
  if (filter.status?.length && !filter.status.includes(request.status)) return false;
  if (filter.priority?.length && !filter.priority.includes(request.priority)) return false;
  if (
    filter.assignee === 'none' ? request.assignee !== null : filter.assignee && request.assignee?.id !== filter.assignee
  )
    return false;
  if (!filter.q || shown !== undefined) return true;
  const text = `${request.key} ${request.title} ${request.description}`.toLowerCase();
  return filter.q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const RANK: Record<string, (request: Request) => string | number | null> = {
  updatedAt: (request) => request.updatedAt,
  createdAt: (request) => request.createdAt,
  number: (request) => request.number,
  title: (request) => request.title.toLowerCase(),
  priority: (request) => PRIORITIES.indexOf(request.priority),
  status: (request) => STATUSES.indexOf(request.status),
  dueDate: (request) => request.dueDate,
};

function order(sort: string): (a: Request, b: Request) => number {
  const descending = sort.startsWith('-');
  const rank = RANK[descending ? sort.slice(1) : sort] ?? ((request: Request) => request.updatedAt);
  return (a, b) => {
    const x = rank(a);
    const y = rank(b);
    if (x === y) return b.number - a.number;
    if (x === null || y === null) return x === null ? 1 : -1;
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  };
}
