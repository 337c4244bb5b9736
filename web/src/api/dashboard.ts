import { queryOptions } from '@tanstack/react-query';
import { ask } from './http';
import type { Mention, Page, Request } from './types';

export const PARTS = ['toReview', 'overdue', 'mine', 'recentlyChanged'] as const;
export type PartName = (typeof PARTS)[number];

/** At most ten; `more`: there are others beyond. */
export interface DashboardPart<T = Request> {
  data: T[];
  more: boolean;
}
export type Dashboard = Record<PartName, DashboardPart>;
export type Mentions = DashboardPart<Mention>;

/** Also the beginning of the other: what makes one stale makes both. */
export const dashboardKey = ['dashboard'] as const;
export const mentionsKey = [...dashboardKey, 'mentions'] as const;

const MENTIONS = 10;
// What happened while another page was open has marked it stale; without a connection, time does.
const STALE_MS = 60_000;

export const dashboardQuery = () =>
  queryOptions({
    queryKey: dashboardKey,
    queryFn: async ({ signal }) => (await ask<Dashboard>('/me/dashboard', { signal })).body,
    staleTime: STALE_MS,
  });

/** Comments that mention whoever asks, newest first. */
export const mentionsQuery = () =>
  queryOptions({
    queryKey: mentionsKey,
    queryFn: async ({ signal }): Promise<Mentions> => {
      const { body } = await ask<Page<Mention>>('/me/mentions', { query: { limit: MENTIONS }, signal });
      return { data: body.data, more: body.pagination.total > body.data.length };
    },
    staleTime: STALE_MS,
  });
