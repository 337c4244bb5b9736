import type { Loaded } from '@/api/queries';
import type { Change, CursorPage, HistoryEntry, Program, Request } from '@/api/types';
import { isForgotten, type LiveEvent } from './events';
import { has, moved, stale } from './part';

type HistoryPages = Loaded<CursorPage<HistoryEntry>>[];

/** Puts the entry of an event on top of a history (newest first), unless it is there already. */
export function applyToHistory(
  pages: HistoryPages,
  event: LiveEvent,
  before: Request | undefined,
  program: Program | undefined,
): HistoryPages {
  const [first, ...others] = pages;
  if (first === undefined || has(first, event)) return pages;
  // Nobody deleted it: what happened is not this viewer's to know. Clients don't keep what they knew before, either.
  if (isForgotten(event)) return program?.myRole === 'client' ? withoutRequest(pages, event) : pages;
  if (first.value.data.some((entry) => entry.seq >= event.seq)) return pages;
  const data = [entryOf(event, before, program), ...first.value.data];
  const page = tellsAll(event, before) ? first : stale(first, event);
  return [moved(page, event, { ...first.value, data }), ...others];
}

function withoutRequest(pages: HistoryPages, event: LiveEvent): HistoryPages {
  return pages.map((page) => {
    const data = page.value.data.filter(({ requestId }) => requestId !== event.requestId);
    return data.length === page.value.data.length ? page : moved(page, event, { ...page.value, data });
  });
}

/** Whether an event and the state before it tell every change that the journal has. */
function tellsAll(event: LiveEvent, before: Request | undefined): boolean {
  switch (event.event) {
    case 'request:updated':
    case 'request:status_changed':
      // A rejection changes its reason, too, and so does what ends it.
      return before !== undefined;
    case 'request:created':
    case 'program:created':
    case 'program:updated':
    case 'member:added':
    case 'member:updated':
    case 'member:removed':
      return false;
    default:
      return true;
  }
}

/** The journal entry behind an event, as far as the event and the state before it tell. */
export function entryOf(event: LiveEvent, before: Request | undefined, program: Program | undefined): HistoryEntry {
  const request = 'request' in event.data ? event.data.request : before;
  return {
    id: event.id,
    seq: event.seq,
    event: event.event,
    requestId: event.requestId,
    requestKey: request?.key ?? before?.key ?? null,
    actor: { id: event.performedBy.userId, name: event.performedBy.name },
    changes: changesOf(event, before, program),
    data: { ...event.data },
    timestamp: event.timestamp,
  };
}

function changesOf(event: LiveEvent, before: Request | undefined, program: Program | undefined): Change[] {
  switch (event.event) {
    case 'request:updated':
      return event.data.changedFields.map((field) => ({
        field,
        label: labelOf(field, program),
        // Undefined, not null: what it was before is not known here.
        before: before && valueIn(before, field),
        after: valueIn(event.data.request, field),
      }));
    case 'request:status_changed': {
      const status = { field: 'status', label: 'Status', before: event.data.from, after: event.data.to };
      return [status, ...changesBySteps(before, event.data.request)];
    }
    case 'request:deleted':
      return [{ field: 'deleted', label: 'Deleted', before: false, after: true }];
    case 'request:assigned': {
      const { previousAssignee, assignedTo } = event.data;
      return [{ field: 'assignee', label: 'Assignee', before: previousAssignee, after: assignedTo }];
    }
    default:
      return [];
  }
}

/** What a step changes beside the status. */
function changesBySteps(before: Request | undefined, after: Request): Change[] {
  if (before === undefined) return [];
  return STEP_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    label: LABELS[field] ?? field,
    before: before[field],
    after: after[field],
  }));
}

const STEP_FIELDS = ['dueDate', 'rejectionReason'] as const;

const CUSTOM = 'fields.';

function valueIn(request: Request, field: string): unknown {
  if (field.startsWith(CUSTOM)) return request.fields[field.slice(CUSTOM.length)] ?? null;
  return (request as unknown as Record<string, unknown>)[field] ?? null;
}

const LABELS: Record<string, string> = {
  title: 'Title',
  description: 'Description',
  priority: 'Priority',
  dueDate: 'Due date',
  participants: 'Shared with',
  rejectionReason: 'Reason for rejection',
};

function labelOf(field: string, program: Program | undefined): string {
  const key = field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : field;
  return LABELS[field] ?? program?.fields.find((definition) => definition.key === key)?.label ?? key;
}
