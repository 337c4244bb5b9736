import { useInfiniteQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RequestRef } from '@/api/calls';
import { keys, requestListQuery, type RequestFilter } from '@/api/queries';
import { filterOf } from '@/domain/filter';

export interface Neighbours {
  /** From 1. */
  at: number;
  total: number;
  previous: string | undefined;
  next: string | undefined;
}

/**
 * What stands before and after a request in the list from which one came, in the order in which one saw it: an edit that moves the
 * request in the list must not change what is next. Null when one did not come from a list, or the request is not in it.
 */
export function useNeighbours({ programId, requestId }: RequestRef): Neighbours | null {
  const cache = useQueryClient();
  const key = `docket.list.${programId}`;
  // While this page is drawn first, the list is still there.
  const [filter] = useState(() => shownFilter(cache, programId) ?? storedFilter(key));
  useEffect(() => {
    if (filter !== null) sessionStorage.setItem(key, JSON.stringify(filter));
  }, [filter, key]);

  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...requestListQuery(programId, filter ?? {}),
    enabled: filter !== null,
  });
  const listed = data?.pages.flatMap((page) => page.value.data.map(({ id }) => id)) ?? [];
  const [order, setOrder] = useState<readonly string[]>([]);
  const fresh = listed.filter((id) => !order.includes(id));
  if (fresh.length > 0) setOrder([...order, ...fresh]);

  // Not what was deleted since; the request itself stays where it was, whatever the filter says by now.
  const there = new Set(listed);
  const ids = order.filter((id) => id === requestId || there.has(id));
  const index = ids.indexOf(requestId);
  const nearEnd = index >= 0 && index >= ids.length - 2;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (index < 0) return null;
  const total = Math.max(data?.pages.at(-1)?.value.pagination.total ?? 0, ids.length);
  return { at: index + 1, total, previous: ids[index - 1], next: ids[index + 1] };
}

/** The filter of the list of the program that is on the screen. */
function shownFilter(cache: QueryClient, programId: string): RequestFilter | null {
  const shown = cache.getQueryCache().findAll({ queryKey: keys.lists(programId), type: 'active' });
  const filter: unknown = shown[0]?.queryKey[3];
  return typeof filter === 'object' ? filter : null;
}

function storedFilter(key: string): RequestFilter | null {
  const stored = sessionStorage.getItem(key);
  if (stored === null) return null;
  try {
    return filterOf(JSON.parse(stored) as Record<string, unknown>);
  } catch {
    return null;
  }
}
