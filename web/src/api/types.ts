/** The shapes that REST and the socket share, exactly as the server's contract gives them. */

export type GlobalRole = 'admin' | 'manager' | 'team_member' | 'client';
export type ProgramRole = 'manager' | 'team_member' | 'client';
export type RequestStatus = 'draft' | 'submitted' | 'in_review' | 'approved' | 'rejected' | 'completed';
export type Priority = 'low' | 'medium' | 'high' | 'urgent';

export const STATUSES: readonly RequestStatus[] = [
  'draft',
  'submitted',
  'in_review',
  'approved',
  'rejected',
  'completed',
];
export const PRIORITIES: readonly Priority[] = ['low', 'medium', 'high', 'urgent'];
export const PROGRAM_ROLES: readonly ProgramRole[] = ['manager', 'team_member', 'client'];

export interface Person {
  id: string;
  name: string;
}

export interface Me extends Person {
  email: string;
  firstName: string;
  lastName: string;
  role: GlobalRole;
  can: { createProgram: boolean; manageUsers: boolean };
}

export interface User extends Person {
  email: string;
  firstName: string;
  lastName: string;
  role: GlobalRole;
  active: boolean;
  createdAt: string;
}

export interface Session {
  accessToken: string;
  expiresAt: string;
  user: Me;
}

/** The types that this version can show and edit; the server may know more, which are then shown as text. */
export type FieldType = 'text' | 'number' | 'date' | 'dropdown' | 'checkbox';
export const FIELD_TYPES: readonly FieldType[] = ['text', 'number', 'date', 'dropdown', 'checkbox'];

export type FieldVisibility = 'everyone' | 'staff';

export interface FieldDefinition {
  id: string;
  key: string;
  label: string;
  type: FieldType | (string & {});
  required: boolean;
  options: string[];
  placeholder?: string | null;
  visibility: FieldVisibility;
  position: number;
}

export type FieldValue = string | number | boolean;
export type FieldValues = Record<string, FieldValue>;

export interface ProgramRights {
  edit: boolean;
  manageMembers: boolean;
  createRequest: boolean;
}

/** A program as it travels on the socket: the same for every viewer of an audience. */
export interface ProgramFacts {
  id: string;
  key: string;
  name: string;
  description: string;
  status: 'active' | 'archived';
  allowClientSubmission: boolean;
  requireApproval: boolean;
  maxActiveRequests?: number | null;
  maxActiveRequestsPerUser?: number | null;
  fields: FieldDefinition[];
  version: number;
  createdAt: string;
  openRequests: number;
}

export interface Program extends ProgramFacts {
  myRole: ProgramRole;
  can: ProgramRights;
  cannot: Partial<Record<keyof ProgramRights, string>>;
}

export interface Member {
  user: Person;
  email?: string | null;
  role: ProgramRole;
  globalRole?: GlobalRole;
  addedAt: string;
}

export interface Request {
  id: string;
  programId: string;
  number: number;
  key: string;
  title: string;
  description: string;
  priority: Priority;
  status: RequestStatus;
  fields: FieldValues;
  creator: Person;
  assignee: Person | null;
  dueDate: string | null;
  rejectionReason: string | null;
  commentCount: number;
  attachmentCount: number;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export const REQUEST_ACTIONS = [
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
] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

export interface RequestDetail extends Request {
  can: Record<RequestAction, boolean>;
  cannot: Partial<Record<RequestAction, string>>;
}

/** What REST adds to an entity for its viewer; absent in events. */
export interface Deletable {
  can?: { delete: boolean };
}

export interface Comment extends Deletable {
  id: string;
  requestId: string;
  author: Person;
  body: string;
  internal: boolean;
  createdAt: string;
}

export interface Attachment extends Deletable {
  id: string;
  requestId: string;
  name: string;
  size: number;
  type: string;
  internal: boolean;
  uploadedBy: Person;
  createdAt: string;
}

export interface Change {
  field: string;
  label: string;
  /** Undefined when it is not known, as in an entry made from an event. */
  before?: unknown;
  after: unknown;
}

export interface HistoryEntry {
  id: string;
  seq: number;
  event: string;
  requestId: string | null;
  requestKey: string | null;
  actor: Person;
  changes: Change[];
  data: Record<string, unknown>;
  timestamp: string;
}

export interface Pagination {
  page: number;
  limit: number;
  total: number;
  pages: number;
}

export interface Page<T> {
  data: T[];
  pagination: Pagination;
}

export interface CursorPage<T> {
  data: T[];
  next: number | null;
}

/** Where a program's journal stood: `seq` counts within `epoch`, which changes when history is replaced. */
export interface Position {
  epoch: string;
  seq: number;
}

export interface FieldConflict {
  field: string;
  label: string;
  yours: unknown;
  theirs: unknown;
}
