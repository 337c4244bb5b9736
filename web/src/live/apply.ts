import type { Loaded } from '@/api/queries';
import type { Member, Program, Request, RequestDetail } from '@/api/types';
import { applyToHistory } from './applyHistory';
import { applyToList } from './applyList';
import { applyToPrograms, openChange, withOpenRequests } from './applyPrograms';
import { isForgotten, type LiveEvent } from './events';
import { has, mapSame, moved } from './part';
import { changedRequest, requestBefore } from './request';
import type { ProgramState } from './state';

/**
 * The state after one event of its program. Pure: the parts that the event does not touch come back as the same objects, and a
 * part that has the event already (it was read at or after the event's position) stays as it is. Events may therefore be
 * applied again and again.
 */
export function apply(state: ProgramState, event: LiveEvent): ProgramState {
  const before = requestBefore(state, event);
  return {
    ...state,
    program: applyToProgram(state.program, event, before),
    members: applyToMembers(state.members, event),
    lists: mapSame(state.lists, (list) => applyToList(list, event)),
    requests: applyToRequests(state.requests, event),
    comments: applyToComments(state.comments, event),
    attachments: applyToAttachments(state.attachments, event),
    histories: applyToHistories(state.histories, event, before, state.program?.value),
    activity: state.activity && applyToHistory(state.activity, event, before, state.program?.value),
  };
}

function applyToProgram(part: Loaded<Program> | undefined, event: LiveEvent, before: Request | undefined) {
  if (part === undefined || has(part, event)) return part;
  if (isForgotten(event) && before !== undefined)
    return moved(part, event, withOpenRequests(part.value, openChange(before.status, 'draft')));
  const [program] = applyToPrograms([part.value], event);
  return program && moved(part, event, program);
}

function applyToMembers(part: Loaded<Member[]> | undefined, event: LiveEvent) {
  if (part === undefined || has(part, event)) return part;
  switch (event.event) {
    case 'member:added':
    case 'member:updated': {
      const { member } = event.data;
      const known = part.value.some((other) => other.user.id === member.user.id);
      const members = known
        ? part.value.map((other) => (other.user.id === member.user.id ? { ...other, ...member } : other))
        : [...part.value, member];
      return moved(part, event, members);
    }
    case 'member:removed':
      return moved(
        part,
        event,
        part.value.filter((member) => member.user.id !== event.data.userId),
      );
    default:
      return part;
  }
}

type ByRequest<T> = Readonly<Record<string, T>>;

/** Changes the part that belongs to the event's request; `undefined` forgets it. */
function applyToPart<T>(parts: ByRequest<T>, event: LiveEvent, change: (part: T) => T | undefined): ByRequest<T> {
  const id = event.requestId;
  const part = id === null ? undefined : parts[id];
  if (id === null || part === undefined) return parts;
  const changed = event.event === 'request:deleted' ? undefined : change(part);
  if (changed === part) return parts;
  const { [id]: _, ...others } = parts;
  return changed === undefined ? others : { ...others, [id]: changed };
}

function applyToRequests(requests: ByRequest<Loaded<RequestDetail>>, event: LiveEvent) {
  return applyToPart(requests, event, (part) => {
    if (has(part, event)) return part;
    const changed = changedRequest(part.value, event);
    return changed && moved(part, event, changed);
  });
}

function applyToComments(comments: ProgramState['comments'], event: LiveEvent) {
  return applyToPart(comments, event, (part) => {
    if (has(part, event)) return part;
    if (event.event === 'comment:added') return moved(part, event, withItem(part.value, event.data.comment));
    if (event.event === 'comment:deleted') return moved(part, event, withoutItem(part.value, event.data.commentId));
    return part;
  });
}

function applyToAttachments(attachments: ProgramState['attachments'], event: LiveEvent) {
  return applyToPart(attachments, event, (part) => {
    if (has(part, event)) return part;
    if (event.event === 'attachment:uploaded') return moved(part, event, withItem(part.value, event.data.attachment));
    if (event.event === 'attachment:deleted')
      return moved(part, event, withoutItem(part.value, event.data.attachmentId));
    return part;
  });
}

function applyToHistories(
  histories: ProgramState['histories'],
  event: LiveEvent,
  before: Request | undefined,
  program: Program | undefined,
) {
  return applyToPart(histories, event, (pages) => applyToHistory(pages, event, before, program));
}

const withItem = <T extends { id: string }>(items: T[], item: T): T[] =>
  items.some((other) => other.id === item.id) ? items : [...items, item];

const withoutItem = <T extends { id: string }>(items: T[], id: string): T[] =>
  items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items;
