import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/api/problem';
import { createQueryClient } from './queryClient';

const refusal = (status: number) => new Problem({ type: '/problems/x', title: 'x', status });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How often is asked before somebody is told. */
async function attempts(error: Error): Promise<number> {
  const queryFn = vi.fn(() => Promise.reject(error));
  const told = createQueryClient()
    .query({ queryKey: ['x'], queryFn, retry: createQueryClient().getDefaultOptions().queries?.retry })
    .catch(() => undefined);
  await vi.runAllTimersAsync();
  await told;
  return queryFn.mock.calls.length;
}

describe('what could not be read', () => {
  it.each([400, 401, 403, 404, 409, 429])('is told at once when the server refused it by %d', async (status) => {
    expect(await attempts(refusal(status))).toBe(1);
  });

  it('is told at once when it took the server too long: it would again', async () => {
    const problem = new Problem({ type: '/problems/takes-too-long', title: 'x', status: 503 });
    expect(await attempts(problem)).toBe(1);
  });

  it('is asked once more when the server stumbled', async () => {
    expect(await attempts(refusal(500))).toBe(2);
    expect(await attempts(new Error('a mistake of ours'))).toBe(2);
  });

  it('is asked several times when the server is away: it may just be starting', async () => {
    expect(await attempts(new Unreachable())).toBe(4);
  });
});

describe('what was read', () => {
  it('is kept up to date by events, so that looking away and coming back asks nobody', () => {
    const { queries } = createQueryClient().getDefaultOptions();
    expect(queries).toMatchObject({ staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false });
  });
});
