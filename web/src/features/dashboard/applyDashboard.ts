import { PARTS, type Dashboard, type DashboardPart } from '@/api/dashboard';
import type { LiveEvent } from '@/live/events';
import { changedRequest } from '@/live/request';

/**
 * The rows that one looks at change in place at once. Which rows belong in which part is the server's to say: the page asks
 * again soon after.
 */
export function applyToDashboard(dashboard: Dashboard, event: LiveEvent): Dashboard {
  if (event.requestId === null) return dashboard;
  const parts = PARTS.map((name) => [name, applyToPart(dashboard[name], event)] as const);
  return parts.some(([name, part]) => part !== dashboard[name]) ? (Object.fromEntries(parts) as Dashboard) : dashboard;
}

function applyToPart(part: DashboardPart, event: LiveEvent): DashboardPart {
  const data = part.data.flatMap((request) => {
    const after = request.id === event.requestId ? changedRequest(request, event) : request;
    return after === undefined ? [] : [after];
  });
  const same = data.length === part.data.length && data.every((request, index) => request === part.data[index]);
  return same ? part : { ...part, data };
}
