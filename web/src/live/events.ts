import type { InstallationSettings } from '@/api/admin';
import type {
  Attachment,
  Comment,
  Member,
  Person,
  Position,
  ProgramFacts,
  Request,
  RequestStatus,
  User,
} from '@/api/types';

/** What each event carries. The names are fixed: other clients and automations depend on them. */
export interface EventData {
  'request:created': { request: Request };
  'request:updated': { request: Request; changedFields: string[] };
  'request:status_changed': { request: Request; from: RequestStatus; to: RequestStatus; reason?: string };
  'request:assigned': { request: Request; assignedTo: Person | null; previousAssignee: Person | null };
  /** Also sent to those who lose sight of a request, who get only its id. */
  'request:deleted': { request: { id: string } & Partial<Request> };
  /** For the viewer's own sockets alone; belongs to no request's history, so that the envelope names none. */
  'request:watched': { requestId: string; watching: boolean };
  /** Also sent when one is back that was deleted: then `restored`. */
  'comment:added': { comment: Comment; restored?: boolean };
  'comment:updated': { comment: Comment };
  'comment:deleted': { commentId: string };
  'attachment:uploaded': { attachment: Attachment; restored?: boolean };
  'attachment:deleted': { attachmentId: string };
  'program:created': { program: ProgramFacts };
  'program:updated': { program: ProgramFacts };
  'member:added': { member: Member };
  'member:updated': { member: Member };
  'member:removed': { userId: string };
  /** From here on: for admins alone, in the stream of the installation. */
  'user:created': { user: User };
  'user:updated': { user: User };
  'user:password_reset_requested': { user: User };
  'user:password_reset_issued': { user: User };
  'settings:updated': { settings: InstallationSettings };
}
export type EventName = keyof EventData;

interface EnvelopeOf<Name extends EventName> {
  id: string;
  seq: number;
  event: Name;
  programId: string;
  requestId: string | null;
  version: number | null;
  data: EventData[Name];
  performedBy: { userId: string; name: string };
  timestamp: string;
}

/** One journal entry as it travels on the socket. */
export type LiveEvent = { [Name in EventName]: EnvelopeOf<Name> }[EventName];

export interface ControlEvents {
  'live:ready': { positions: Record<string, Position> };
  'live:resync': { programId: string; position: Position };
  'live:position': { programId: string; position: Position };
  'live:closing': { reason: 'token_expired' | 'user_inactive' | 'slow' };
}

/** Somebody else who is at a request, with however many pages. */
export interface PresentPerson {
  userId: string;
  name: string;
  typing: boolean;
}

/** Belongs to the moment: not in the journal, and not sent again. */
export interface PresenceChanged {
  programId: string;
  requestId: string;
  people: PresentPerson[];
  /** Those who are too many to be listed included. */
  total: number;
}

/** The record makes the compiler complain when an event is added above and forgotten here. */
const NAMES: Record<EventName, true> = {
  'request:created': true,
  'request:updated': true,
  'request:status_changed': true,
  'request:assigned': true,
  'request:deleted': true,
  'request:watched': true,
  'comment:added': true,
  'comment:updated': true,
  'comment:deleted': true,
  'attachment:uploaded': true,
  'attachment:deleted': true,
  'program:created': true,
  'program:updated': true,
  'member:added': true,
  'member:updated': true,
  'member:removed': true,
  'user:created': true,
  'user:updated': true,
  'user:password_reset_requested': true,
  'user:password_reset_issued': true,
  'settings:updated': true,
};

/** Whether the request only went out of this viewer's sight: then the event carries its id and nothing else. */
export function isForgotten(event: LiveEvent): boolean {
  return event.event === 'request:deleted' && event.data.request.key === undefined;
}

/** Newer servers may send more; what this version does not know it must not stumble over. */
export function isLiveEvent(value: unknown): value is LiveEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { event, seq, programId } = value as Partial<LiveEvent>;
  return (
    typeof event === 'string' && Object.hasOwn(NAMES, event) && typeof seq === 'number' && typeof programId === 'string'
  );
}
