import { ask, askRaw } from './http';
import type {
  Comment,
  FieldDefinition,
  FieldValue,
  FieldVisibility,
  GlobalRole,
  Member,
  Priority,
  Program,
  ProgramRole,
  RequestDetail,
  User,
} from './types';

export interface RequestRef {
  programId: string;
  requestId: string;
}

export const programPath = (programId: string) => `/programs/${programId}`;
export const requestPath = ({ programId, requestId }: RequestRef) => `${programPath(programId)}/requests/${requestId}`;

/** `undefined` leaves a thing alone, `null` empties it. */
export interface RequestInput {
  title?: string;
  description?: string;
  priority?: Priority;
  dueDate?: string | null;
  fields?: Record<string, FieldValue | null>;
}

export interface ProgramInput {
  name: string;
  key?: string;
  description?: string;
  allowClientSubmission?: boolean;
  requireApproval?: boolean;
  timeZone?: string;
}

export interface FieldInput {
  key?: string;
  label?: string;
  type?: string;
  required?: boolean;
  options?: string[];
  items?: { key?: string; label: string }[];
  placeholder?: string | null;
  visibility?: FieldVisibility;
  position?: number;
}

export interface UserInput {
  email: string;
  firstName: string;
  lastName: string;
  role: GlobalRole;
  password: string;
}

/** The state changes that are resources of their own. */
const STEPS = {
  submit: ['POST', 'submission'],
  withdraw: ['DELETE', 'submission'],
  review: ['POST', 'review'],
  approve: ['POST', 'approval'],
  reject: ['POST', 'rejection'],
  complete: ['POST', 'completion'],
} as const;
export type Step = keyof typeof STEPS;

async function bodyOf<T>(answer: Promise<{ body: T }>): Promise<T> {
  return (await answer).body;
}

export const createProgram = (input: ProgramInput) =>
  bodyOf(ask<Program>('/programs', { method: 'POST', body: input }));

export const addField = (programId: string, input: FieldInput) =>
  bodyOf(ask<FieldDefinition>(`${programPath(programId)}/fields`, { method: 'POST', body: input }));

export const updateField = (programId: string, fieldId: string, input: FieldInput) =>
  bodyOf(ask<FieldDefinition>(`${programPath(programId)}/fields/${fieldId}`, { method: 'PATCH', body: input }));

export const removeField = (programId: string, fieldId: string) =>
  bodyOf(ask<undefined>(`${programPath(programId)}/fields/${fieldId}`, { method: 'DELETE' }));

export const addMember = (programId: string, userId: string, role: ProgramRole) =>
  bodyOf(ask<Member>(`${programPath(programId)}/members`, { method: 'POST', body: { userId, role } }));

export const changeMember = (programId: string, userId: string, role: ProgramRole) =>
  bodyOf(ask<Member>(`${programPath(programId)}/members/${userId}`, { method: 'PATCH', body: { role } }));

export const removeMember = (programId: string, userId: string) =>
  bodyOf(ask<undefined>(`${programPath(programId)}/members/${userId}`, { method: 'DELETE' }));

export const createUser = (input: UserInput) => bodyOf(ask<User>('/users', { method: 'POST', body: input }));

export const createRequest = (programId: string, input: RequestInput, key?: string) =>
  bodyOf(ask<RequestDetail>(`${programPath(programId)}/requests`, { method: 'POST', body: input, key }));

export const updateRequest = (ref: RequestRef, input: RequestInput, version: number) =>
  bodyOf(ask<RequestDetail>(requestPath(ref), { method: 'PATCH', body: { ...input, version } }));

export const deleteRequest = (ref: RequestRef) => bodyOf(ask<undefined>(requestPath(ref), { method: 'DELETE' }));

export function takeStep(ref: RequestRef, step: Step, version: number, reason?: string): Promise<RequestDetail> {
  const [method, resource] = STEPS[step];
  return bodyOf(ask<RequestDetail>(`${requestPath(ref)}/${resource}`, { method, body: { version, reason } }));
}

export const assign = (ref: RequestRef, userId: string | null, version: number) =>
  bodyOf(ask<RequestDetail>(`${requestPath(ref)}/assignee`, { method: 'PUT', body: { userId, version } }));

export const addComment = (ref: RequestRef, body: string, internal: boolean, key?: string) =>
  bodyOf(ask<Comment>(`${requestPath(ref)}/comments`, { method: 'POST', body: { body, internal }, key }));

export const deleteComment = (ref: RequestRef, commentId: string) =>
  bodyOf(ask<undefined>(`${requestPath(ref)}/comments/${commentId}`, { method: 'DELETE' }));

export const deleteAttachment = (ref: RequestRef, attachmentId: string) =>
  bodyOf(ask<undefined>(`${requestPath(ref)}/attachments/${attachmentId}`, { method: 'DELETE' }));

/** The file itself: the browser can't send the token along with a link. */
export async function attachmentContent(ref: RequestRef, attachmentId: string): Promise<Blob> {
  const response = await askRaw(`${requestPath(ref)}/attachments/${attachmentId}/content`);
  return response.blob();
}
