import { SORT_FIELDS, type RequestFilter, type Sort } from '@/api/queries';
import { PRIORITIES, STATUSES } from '@/api/types';

/** Reads a filter out of an address, which anybody may have typed: what makes no sense is left out. */
export function filterOf(search: Record<string, unknown>): RequestFilter {
  const filter: RequestFilter = {};
  const status = chosen(search.status, STATUSES);
  const priority = chosen(search.priority, PRIORITIES);
  if (status.length > 0) filter.status = status;
  if (priority.length > 0) filter.priority = priority;
  if (typeof search.assignee === 'string' && search.assignee !== '') filter.assignee = search.assignee;
  if (isWord(search.q)) filter.q = String(search.q);
  if (isSort(search.sort)) filter.sort = search.sort;
  return filter;
}

/** Always in the order of `all`, so that the same choice is the same address and the same cache entry. */
function chosen<T extends string>(value: unknown, all: readonly T[]): T[] {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((item) => given.includes(item));
}

/** A search for digits arrives as a number. */
const isWord = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

const isSort = (value: unknown): value is Sort =>
  typeof value === 'string' && (SORT_FIELDS as readonly string[]).includes(value.replace(/^-/, ''));
