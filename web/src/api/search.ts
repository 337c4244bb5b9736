import { queryOptions } from '@tanstack/react-query';
import { programPath } from './calls';
import { ask } from './http';
import { Problem } from './problem';
import type { components } from './schema';
import type { Page, Request } from './types';

export type RequestPlace = components['schemas']['RequestPlace'];

const FOUND_PER_PROGRAM = 5;
const STALE_MS = 10_000;

export const looksLikeKey = (words: string): boolean => /^[a-z][a-z0-9]{1,9}-\d+$/i.test(words);

/** Where the request with this key is; null when there is none that one may see. */
export const requestByKeyQuery = (key: string) =>
  queryOptions({
    queryKey: ['search', 'key', key.toUpperCase()],
    queryFn: async ({ signal }): Promise<RequestPlace | null> => {
      try {
        return (await ask<RequestPlace>(`/requests/${encodeURIComponent(key)}`, { signal })).body;
      } catch (error) {
        if (error instanceof Problem && error.status < 500) return null;
        throw error;
      }
    },
    staleTime: STALE_MS,
  });

/** The requests of one program that contain the words, the last changed first. */
export const requestsByWordsQuery = (programId: string, words: string) =>
  queryOptions({
    queryKey: ['search', 'words', programId, words],
    queryFn: async ({ signal }): Promise<RequestPlace[]> => {
      const query = { q: words, limit: FOUND_PER_PROGRAM, sort: '-updatedAt' };
      const { body } = await ask<Page<Request>>(`${programPath(programId)}/requests`, { query, signal });
      return body.data.map(({ id, key, title }) => ({ programId, requestId: id, key, title }));
    },
    staleTime: STALE_MS,
    gcTime: 60_000,
  });
