import type { Loaded } from '@/api/queries';
import type { Change, CursorPage, HistoryEntry, Program, Request } from '@/api/types';
import { isForgotten, type LiveEvent } from './events';
import { has, moved } from './part';

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
  // Nobody deleted it: what happened is not this viewer's to know.
  if (isForgotten(event)) return pages;
  if (first.value.data.some((entry) => entry.seq >= event.seq)) return pages;
  const data = [entryOf(event, before, program), ...first.value.data];
  return [moved(first, event, { ...first.value, data }), ...others];
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
    case 'request:status_changed':
      return [{ field: 'status', label: 'Status', before: event.data.from, after: event.data.to }];
    case 'request:assigned': {
      const { previousAssignee, assignedTo } = event.data;
      return [{ field: 'assignee', label: 'Assignee', before: previousAssignee, after: assignedTo }];
    }
    default:
      return [];
  }
}

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
};

function labelOf(field: string, program: Program | undefined): string {
  const key = field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : field;
  return LABELS[field] ?? program?.fields.find((definition) => definition.key === key)?.label ?? key;
}
