import { SORT_FIELDS, type RequestFilter, type Sort } from '@/api/queries';
import { PRIORITIES, STATUSES } from '@/api/types';

/**
 * Reads a filter out of an address, which anybody may have typed. What makes no sense is undefined and not just missing: the
 * router keeps what it is not told to drop.
 */
export function filterOf(search: Record<string, unknown>): RequestFilter {
  return {
    status: chosen(search.status, STATUSES),
    priority: chosen(search.priority, PRIORITIES),
    assignee: isWord(search.assignee) ? String(search.assignee) : undefined,
    q: isWord(search.q) ? String(search.q) : undefined,
    sort: isSort(search.sort) ? search.sort : undefined,
  };
}

/** Always in the order of `all`, so that the same choice is the same address and the same cache entry. */
function chosen<T extends string>(value: unknown, all: readonly T[]): T[] | undefined {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const known = all.filter((item) => given.includes(item));
  return known.length === 0 ? undefined : known;
}

/** A search for digits arrives as a number. */
const isWord = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

const isSort = (value: unknown): value is Sort =>
  typeof value === 'string' && (SORT_FIELDS as readonly string[]).includes(value.replace(/^-/, ''));
