import { queryOptions } from '@tanstack/react-query';
import { ask } from './http';
import type { Request } from './types';

export const PARTS = ['toReview', 'overdue', 'mine', 'recentlyChanged'] as const;
export type PartName = (typeof PARTS)[number];

/** At most ten requests; `more`: there are others beyond. */
export interface DashboardPart {
  data: Request[];
  more: boolean;
}
export type Dashboard = Record<PartName, DashboardPart>;

export const dashboardKey = ['dashboard'] as const;

export const dashboardQuery = () =>
  queryOptions({
    queryKey: dashboardKey,
    queryFn: async ({ signal }) => (await ask<Dashboard>('/me/dashboard', { signal })).body,
    // What happened while another page was open has marked it stale; without a connection, time does.
    staleTime: 60_000,
  });
