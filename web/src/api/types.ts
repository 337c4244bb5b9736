import type { components } from './schema';

/**
 * The shapes of REST and of the socket: the generated ones, which `npm run types` renews. Written out is only what OpenAPI can't
 * say: which values a field may have, that a nullable property is always there, and the rest of the open types.
 */
type Schemas = components['schemas'];

/** A nullable property is null and never missing. */
type Whole<T, Nullable extends keyof T> = Omit<T, Nullable> & { [K in Nullable]-?: Exclude<T[K], undefined> };

export type GlobalRole = Schemas['Role'];
export type ProgramRole = Schemas['ProgramRole'];
export type RequestStatus = Schemas['RequestStatus'];
export type Priority = Schemas['Priority'];
export type FieldVisibility = Schemas['FieldDefinitionVisibility'];

export const STATUSES = [
  'draft',
  'submitted',
  'in_review',
  'approved',
  'rejected',
  'completed',
] as const satisfies readonly RequestStatus[];
export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const satisfies readonly Priority[];
export const PROGRAM_ROLES = ['manager', 'team_member', 'client'] as const satisfies readonly ProgramRole[];
/** The types that this version can edit; what a newer server knows beside them is shown and left as it is. */
export const FIELD_TYPES = [
  'text',
  'number',
  'date',
  'dropdown',
  'checkbox',
  'checklist',
  'file_upload',
] as const satisfies readonly Schemas['FieldType'][];
export type FieldType = (typeof FIELD_TYPES)[number];
export const isFieldType = (type: string): type is FieldType => (FIELD_TYPES as readonly string[]).includes(type);

export type Person = Schemas['Person'];
export type Me = Schemas['Me'];
export type User = Schemas['User'];
export type Session = Schemas['Session'];

export type FieldValue = string | number | boolean | string[];
export type FieldValues = Record<string, FieldValue>;
export type FieldDefinition = Omit<Schemas['FieldDefinition'], 'type'> & { type: FieldType | (string & {}) };

export type Program = Omit<Schemas['Program'], 'fields'> & { fields: FieldDefinition[] };
/** A program as it travels on the socket: the same for every viewer of an audience. */
export type ProgramFacts = Omit<Program, 'can' | 'cannot' | 'myRole' | 'openRequests'>;

export type Template = Omit<Schemas['Template'], 'fields'> & { fields: FieldValues };
export type Utilisation = Schemas['Utilisation'];
export type UtilisationGauge = Schemas['UtilisationGauge'];
export type StorageUsage = Schemas['StorageUsage'];

export type Member = Schemas['Member'];

type Nullable = 'assignee' | 'dueDate' | 'rejectionReason';
type Spoken<T extends Schemas['Request']> = Omit<Whole<T, Nullable>, 'fields'> & { fields: FieldValues };
export type Request = Spoken<Schemas['Request']>;
export type RequestDetail = Spoken<Schemas['RequestDetail']>;
export type RequestAction = keyof RequestDetail['can'];

export type Comment = Schemas['Comment'];
export type Mention = Schemas['Mention'];
export type CommentVersion = Schemas['CommentVersion'];
export type RenderedText = Schemas['RenderedText'];
export type Attachment = Schemas['Attachment'];

export type Change = Omit<Schemas['HistoryEntryFieldChange'], 'before' | 'after'> & {
  /** Undefined when it is not known, as in an entry made from an event. */
  before?: unknown;
  after: unknown;
};
export type HistoryEntry = Omit<Whole<Schemas['HistoryEntry'], 'requestId' | 'requestKey'>, 'changes' | 'data'> & {
  changes: Change[];
  data: Record<string, unknown>;
};

export type Pagination = Schemas['PagePagination'];

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
