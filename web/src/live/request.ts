import type { FieldDefinition, Request } from '@/api/types';
import type { LiveEvent } from './events';
import type { ProgramState } from './state';

/**
 * The request as this browser knew it before the event. It may stand in several places, and where its author changed it the
 * answer may have been shown before the event came: so the newest that is older than what the event brings.
 */
export function requestBefore(state: ProgramState, event: LiveEvent): Request | undefined {
  const id = event.requestId;
  if (id === null) return undefined;
  const limit = 'request' in event.data ? (event.data.request.version ?? Infinity) : Infinity;
  const rows = state.lists.flatMap((list) =>
    list.pages.map((page) => page.value.data.find((request) => request.id === id)),
  );
  let before: Request | undefined;
  for (const known of [state.requests[id]?.value, state.replaced?.[id], ...rows]) {
    if (known !== undefined && known.version < limit && (before === undefined || known.version > before.version))
      before = known;
  }
  return before;
}

/** What an event makes of a request that one has: the same object when nothing, undefined when it is gone. */
export function changedRequest<R extends Request>(request: R, event: LiveEvent): R | undefined {
  switch (event.event) {
    case 'request:created':
    case 'request:updated':
    case 'request:status_changed':
    case 'request:assigned': {
      const fresh = event.data.request;
      return fresh.version < request.version ? request : { ...request, ...fresh };
    }
    case 'request:deleted':
      return undefined;
    case 'request:watched':
      return request.id === event.data.requestId ? { ...request, watching: event.data.watching } : request;
    case 'comment:added':
      return { ...request, commentCount: request.commentCount + 1 };
    case 'comment:deleted':
      return { ...request, commentCount: Math.max(0, request.commentCount - 1) };
    case 'attachment:uploaded':
      return { ...request, attachmentCount: request.attachmentCount + 1 };
    case 'attachment:deleted':
      return { ...request, attachmentCount: Math.max(0, request.attachmentCount - 1) };
    default:
      return request;
  }
}

/**
 * What new definitions of fields make of the values that one has: what is not defined (any more) is not shown, and checklists are
 * counted against the items of now. Values that were not sent before are missing still.
 */
export function withFields<R extends Request>(request: R, fields: readonly FieldDefinition[]): R {
  const values: Request['fields'] = {};
  const checklists: Request['checklists'] = {};
  for (const { key, type, items } of fields) {
    const value = request.fields[key];
    if (type === 'checklist') {
      const checked = items.filter((item) => Array.isArray(value) && value.includes(item.key));
      checklists[key] = { checked: checked.length, total: items.length };
    }
    if (value !== undefined) values[key] = value;
  }
  return { ...request, fields: values, checklists };
}

/** The order in which the server lists comments and files. */
export function byPlace(a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number {
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
