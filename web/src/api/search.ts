import { queryOptions } from '@tanstack/react-query';
import { ask } from './http';
import type { components } from './schema';

type FoundRequests = components['schemas']['FoundRequests'];

const FOUND = 8;

/** Requests of all programs, by key or words, the best first. */
export const requestSearchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) =>
      (await ask<FoundRequests>('/requests', { query: { q: words, limit: FOUND }, signal })).body,
    staleTime: 10_000,
    gcTime: 60_000,
  });
