import type { LiveEvent, EventData, EventName } from '@/live/events';
import type {
  Attachment,
  Comment,
  FieldDefinition,
  HistoryEntry,
  Me,
  Member,
  Mention,
  Person,
  Program,
  Request,
  RequestAction,
  RequestDetail,
  User,
} from '@/api/types';

/** Things as the server sends them; a test names only what it is about. */
export const mara: Person = { id: 'u-mara', name: 'Mara Lindqvist' };
export const tom: Person = { id: 'u-tom', name: 'Tom Okafor' };
export const clara: Person = { id: 'u-clara', name: 'Clara Client' };

export const aMe = (with_: Partial<Me> = {}): Me => ({
  ...mara,
  email: 'mara@example.test',
  firstName: 'Mara',
  lastName: 'Lindqvist',
  role: 'manager',
  can: { createProgram: true, manageUsers: false },
  ...with_,
});

export const anAdmin = (with_: Partial<Me> = {}): Me =>
  aMe({ role: 'admin', can: { createProgram: true, manageUsers: true }, ...with_ });

export const aUser = (id: string, with_: Partial<User> = {}): User => ({
  id,
  email: `${id}@example.test`,
  firstName: 'Nina',
  lastName: id,
  name: `Nina ${id}`,
  role: 'team_member',
  active: true,
  createdAt: '2026-10-01T08:00:00Z',
  ...with_,
});

export const aField = (key: string, with_: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id: `f-${key}`,
  key,
  label: key.charAt(0).toUpperCase() + key.slice(1),
  type: 'text',
  required: false,
  options: [],
  items: [],
  placeholder: '',
  visibility: 'everyone',
  position: 1,
  ...with_,
});

export const aProgram = (with_: Partial<Program> = {}): Program => ({
  id: 'p1',
  key: 'OPS',
  name: 'Operations',
  description: '',
  status: 'active',
  allowClientSubmission: true,
  requireApproval: true,
  requireCompleteChecklists: false,
  startDate: null,
  endDate: null,
  timeZone: 'UTC',
  complianceType: null,
  fields: [],
  version: 1,
  createdAt: '2026-11-01T08:00:00.000Z',
  openRequests: 3,
  myRole: 'manager',
  can: { edit: true, archive: true, unarchive: false, manageMembers: true, createRequest: true },
  cannot: {},
  ...with_,
});

export const aRequest = (number = 1, with_: Partial<Request> = {}): Request => ({
  id: `r${number}`,
  programId: 'p1',
  number,
  key: `OPS-${number}`,
  title: `Request ${number}`,
  description: '',
  priority: 'medium',
  status: 'submitted',
  fields: {},
  checklists: {},
  participants: [],
  creator: tom,
  assignee: null,
  dueDate: null,
  rejectionReason: null,
  commentCount: 0,
  attachmentCount: 0,
  version: 1,
  createdAt: `2026-11-20T08:00:00.000Z`,
  updatedAt: `2026-11-20T08:${String(number % 60).padStart(2, '0')}:00.000Z`,
  ...with_,
});

const REQUEST_ACTIONS = [
  'edit',
  'delete',
  'submit',
  'withdraw',
  'review',
  'approve',
  'reject',
  'complete',
  'assign',
  'assignSelf',
  'comment',
  'commentInternally',
  'attach',
  'share',
  'watch',
  'checkItems',
] as const satisfies RequestAction[];

/** All that is not in `allowed` is refused, with the action in the reason. */
export function aDetail(request: Request, allowed: readonly RequestAction[] = REQUEST_ACTIONS): RequestDetail {
  const can = {} as RequestDetail['can'];
  const cannot: RequestDetail['cannot'] = {};
  for (const action of REQUEST_ACTIONS) {
    can[action] = allowed.includes(action);
    if (!can[action]) cannot[action] = `Only a program manager can ${action}.`;
  }
  return { ...request, descriptionHtml: '', can, cannot };
}

export const aComment = (id: string, with_: Partial<Comment> = {}): Comment => ({
  id,
  requestId: 'r1',
  author: tom,
  body: `Comment ${id}`,
  html: `<p>${with_.body ?? `Comment ${id}`}</p>`,
  mentions: [],
  version: 1,
  editedAt: null,
  internal: false,
  createdAt: '2026-11-20T09:00:00.000Z',
  ...with_,
});

/** Of `aMe` by Tom. */
export const aMention = (commentId: string, request: Request = aRequest(), with_: Partial<Mention> = {}): Mention => ({
  commentId,
  request: { programId: request.programId, requestId: request.id, key: request.key, title: request.title },
  author: tom,
  excerpt: `@Mara Lindqvist ${commentId}`,
  internal: false,
  createdAt: '2026-11-20T09:00:00.000Z',
  ...with_,
});

export const anAttachment = (id: string, with_: Partial<Attachment> = {}): Attachment => ({
  id,
  requestId: 'r1',
  name: `${id}.txt`,
  size: 1200,
  type: 'text/plain',
  thumbnail: false,
  internal: false,
  uploadedBy: tom,
  createdAt: '2026-11-20T09:00:00.000Z',
  ...with_,
});

export const aMember = (user: Person, with_: Partial<Member> = {}): Member => ({
  user,
  role: 'team_member',
  globalRole: 'team_member',
  addedAt: '2026-11-20T09:00:00.000Z',
  ...with_,
});

/** An entry of the journal as histories show it. */
export const anEntry = (event: string, data: object = {}, with_: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `h-${event}`,
  seq: 1,
  event,
  requestId: 'r1',
  requestKey: 'OPS-1',
  actor: tom,
  changes: [],
  data: { ...data },
  timestamp: '2026-11-23T10:00:00.000Z',
  ...with_,
});

interface EventOptions {
  programId?: string;
  requestId?: string | null;
  by?: Person;
}

export function anEvent<Name extends EventName>(
  seq: number,
  event: Name,
  data: EventData[Name],
  { programId = 'p1', requestId, by = tom }: EventOptions = {},
): LiveEvent {
  const request = 'request' in data ? (data.request as Request) : undefined;
  return {
    id: `e${seq}`,
    seq,
    event,
    programId,
    requestId: requestId === undefined ? (request?.id ?? null) : requestId,
    version: request?.version ?? null,
    data,
    performedBy: { userId: by.id, name: by.name },
    timestamp: `2026-11-23T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  } as LiveEvent;
}
