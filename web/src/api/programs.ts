import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import { programPath } from './calls';
import { ask } from './http';
import { keys, load, valueOf } from './queries';
import type { components } from './schema';
import type { FieldDefinition, Page, Program, Request, StorageUsage, Template, Utilisation } from './types';

type Schemas = components['schemas'];

/** What a form of requests holds, and a template. */
export type TemplateInput = Omit<Schemas['NewTemplate'], 'fields'> & { fields?: Record<string, unknown> };
export type ProgramEdit = Schemas['ProgramEdit'];

const templatesPath = (programId: string) => `${programPath(programId)}/templates`;

async function bodyOf<T>(answer: Promise<{ body: T }>): Promise<T> {
  return (await answer).body;
}

/** Says which version its author had seen: what somebody else has changed since is not overwritten. */
export const editProgram = (programId: string, edit: ProgramEdit, version: number) =>
  bodyOf(ask<Program>(programPath(programId), { method: 'PATCH', body: { ...edit, version } }));

export const orderFields = (programId: string, fieldIds: string[], version: number) =>
  bodyOf(
    ask<{ data: FieldDefinition[] }>(`${programPath(programId)}/fields/order`, {
      method: 'PUT',
      body: { fieldIds, version },
    }),
  );

export const addTemplate = (programId: string, input: TemplateInput) =>
  bodyOf(ask<Template>(templatesPath(programId), { method: 'POST', body: input }));

export const editTemplate = (programId: string, templateId: string, input: Partial<TemplateInput>) =>
  bodyOf(ask<Template>(`${templatesPath(programId)}/${templateId}`, { method: 'PATCH', body: input }));

export const removeTemplate = (programId: string, templateId: string) =>
  bodyOf(ask<undefined>(`${templatesPath(programId)}/${templateId}`, { method: 'DELETE' }));

/** Each change of a template raises the version of its program, and with it comes here. */
export const templatesQuery = (program: Pick<Program, 'id' | 'version'>) =>
  queryOptions({
    queryKey: [...keys.program(program.id), 'templates', program.version],
    // A program has at most a hundred.
    queryFn: ({ signal }) => load<Page<Template>>(templatesPath(program.id), { query: { limit: 100 }, signal }),
    select: ({ value }) => value.data,
    placeholderData: keepPreviousData,
  });

/** Follows what is open, as the events of the program tell it. */
export const utilisationQuery = (program: Pick<Program, 'id' | 'version' | 'openRequests'>) =>
  queryOptions({
    queryKey: [...keys.program(program.id), 'utilisation', program.version, program.openRequests],
    queryFn: ({ signal }) =>
      load<Utilisation>(`${programPath(program.id)}/utilisation`, { query: { limit: 10 }, signal }),
    select: valueOf<Utilisation>,
    placeholderData: keepPreviousData,
  });

export const storageQuery = (programId: string) =>
  queryOptions({
    queryKey: [...keys.program(programId), 'storage'],
    queryFn: ({ signal }) => load<StorageUsage>(`${programPath(programId)}/storage`, { signal }),
    select: valueOf<StorageUsage>,
    // Files come and go without telling here.
    staleTime: 60_000,
  });

/** How many requests under way are assigned to somebody. */
export const assignedCountQuery = (programId: string, userId: string) =>
  queryOptions({
    queryKey: [...keys.program(programId), 'assignedCount', userId],
    queryFn: ({ signal }) =>
      load<Page<Request>>(`${programPath(programId)}/requests`, {
        query: { assignee: userId, status: 'submitted,in_review,approved', limit: 1 },
        signal,
      }),
    select: ({ value }) => value.pagination.total,
    staleTime: 0,
  });
