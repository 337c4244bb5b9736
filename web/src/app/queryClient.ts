import { QueryClient } from '@tanstack/react-query';
import { Problem, Unreachable } from '@/api/problem';

/** What is of a program is kept up to date by events, so that nothing goes stale by time or by looking away. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => {
          // What took the server too long would take as long again.
          if (error instanceof Problem && (error.status < 500 || error.slug === 'takes-too-long')) return false;
          return error instanceof Unreachable ? failures < 3 : failures < 1;
        },
      },
      mutations: { networkMode: 'always' },
    },
  });
}
