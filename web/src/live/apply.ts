import type { Loaded } from '@/api/queries';
import type { Comment, Member, Program, Request, RequestDetail } from '@/api/types';
import { applyToHistory } from './applyHistory';
import { applyToList } from './applyList';
import { applyToPrograms, openChange, openChangeOf, withOpenRequests } from './applyPrograms';
import { isForgotten, type LiveEvent } from './events';
import { has, mapSame, moved, stale } from './part';
import { byPlace, changedRequest, requestBefore, withFields } from './request';
import type { ProgramState } from './state';

/**
 * The state after one event of its program. Pure: the parts that the event does not touch come back as the same objects, and a
 * part that has the event already (it was read at or after the event's position) stays as it is. Events may therefore be
 * applied again and again. A part of which the event does not tell all is marked as stale.
 */
export function apply(state: ProgramState, event: LiveEvent): ProgramState {
  const before = requestBefore(state, event);
  const after = {
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
  return event.event === 'program:updated' ? applySettings(after, event, state.program?.value) : after;
}

/** What the settings of a program decide: which values are shown, and what may be done. */
function applySettings(
  state: ProgramState,
  event: LiveEvent & { event: 'program:updated' },
  before: Program | undefined,
): ProgramState {
  const { fields, ...settings } = event.data.program;
  const mark = <T>(part: Loaded<T>) => stale(part, event);
  const rights = before === undefined || RULES.some((rule) => before[rule] !== settings[rule]);
  const values = before === undefined || JSON.stringify(before.fields) !== JSON.stringify(fields);
  const request = <R extends Request>(row: R): R => (values ? withFields(row, fields) : row);
  return {
    ...state,
    lists: values
      ? state.lists.map((list) => ({
          ...list,
          pages: list.pages.map((page) =>
            has(page, event) ? page : mark({ ...page, value: { ...page.value, data: page.value.data.map(request) } }),
          ),
        }))
      : state.lists,
    requests:
      values || rights
        ? mapParts(state.requests, (part) => (has(part, event) ? part : mark({ ...part, value: request(part.value) })))
        : state.requests,
    comments: rights ? mapParts(state.comments, mark) : state.comments,
    attachments: rights ? mapParts(state.attachments, mark) : state.attachments,
    // Values that are hidden from now on are hidden in what was, too.
    histories: values ? mapParts(state.histories, (pages) => pages.map(mark)) : state.histories,
    activity: state.activity?.map(mark),
  };
}

/** The settings on which it depends what may be done to requests. */
const RULES = ['status', 'requireApproval', 'requireCompleteChecklists', 'startDate', 'endDate', 'timeZone'] as const;

function applyToProgram(part: Loaded<Program> | undefined, event: LiveEvent, before: Request | undefined) {
  if (part === undefined || has(part, event)) return part;
  if (event.event === 'program:updated') {
    const [program = part.value] = applyToPrograms([part.value], event);
    return moved(stale(part, event), event, program);
  }
  const forgotten = isForgotten(event) && before !== undefined;
  const difference = forgotten ? openChange(before.status, 'draft') : openChangeOf(event);
  if (difference === 0) return part;
  const counted = mayHaveLimits(part.value) ? stale(part, event) : part;
  return moved(counted, event, withOpenRequests(part.value, difference));
}

/** Whether the number of open requests decides what may be done. Clients are not told of limits. */
function mayHaveLimits({ myRole, maxActiveRequests, maxActiveRequestsPerUser }: Program): boolean {
  return myRole === 'client' || maxActiveRequests != null || maxActiveRequestsPerUser != null;
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
        : [...part.value, member].sort((a, b) => a.user.name.localeCompare(b.user.name));
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

function mapParts<T>(parts: ByRequest<T>, change: (part: T) => T): ByRequest<T> {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, change(part)]));
}

/** Events tell neither what may be done now nor the description as HTML. */
function applyToRequests(requests: ByRequest<Loaded<RequestDetail>>, event: LiveEvent) {
  const watched = event.event === 'request:watched' ? { ...event, requestId: event.data.requestId } : event;
  return applyToPart(requests, watched, (part) => {
    if (has(part, event)) return part;
    const changed = changedRequest(part.value, event);
    if (changed === undefined) return undefined;
    const newer = changed.version > part.value.version;
    return moved(newer ? stale(part, event) : part, event, changed);
  });
}

function applyToComments(comments: ProgramState['comments'], event: LiveEvent) {
  return applyToPart(comments, event, (part) => {
    if (has(part, event)) return part;
    if (event.event === 'comment:added') return moved(part, event, withItem(part.value, event.data.comment));
    if (event.event === 'comment:updated') return moved(part, event, withEdited(part.value, event.data.comment));
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

/** At the place where the server would list it, which is not the end for one that was restored. */
const withItem = <T extends { id: string; createdAt: string }>(items: T[], item: T): T[] =>
  items.some((other) => other.id === item.id) ? items : [...items, item].sort(byPlace);

/** Events leave out what may be done with a comment, which an edit does not change. */
const withEdited = (comments: Comment[], edited: Comment): Comment[] =>
  comments.map((comment) =>
    comment.id === edited.id && comment.version < edited.version ? { ...comment, ...edited } : comment,
  );

const withoutItem = <T extends { id: string }>(items: T[], id: string): T[] =>
  items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items;
