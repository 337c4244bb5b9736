import type { RequestInput } from '@/api/calls';
import {
  isFieldType,
  type FieldDefinition,
  type FieldValue,
  type FieldValues,
  type Priority,
  type Program,
} from '@/api/types';
import { parseField } from './FieldInput';

/** What a control holds: text as it was typed, what is checked, or null for a question that nobody has answered. */
export type FormValue = string | boolean | string[] | null;

export interface RequestForm {
  title: string;
  description: string;
  priority: Priority;
  dueDate: string;
  fields: Record<string, FormValue>;
}

/** The fields that a form asks for, in order; what a newer server knows beside them is left out. */
export const formFields = (program: Pick<Program, 'fields'>): FieldDefinition[] =>
  program.fields.filter((field) => isFieldType(field.type)).toSorted((a, b) => a.position - b.position);

function emptyValue(type: string): FormValue {
  if (type === 'checkbox') return null;
  return type === 'checklist' || type === 'file_upload' ? [] : '';
}

export const emptyForm = (fields: readonly FieldDefinition[]): RequestForm => ({
  title: '',
  description: '',
  priority: 'medium',
  dueDate: '',
  fields: Object.fromEntries(fields.map((field) => [field.key, emptyValue(field.type)])),
});

/** Takes of a value what the field, as it is today, can hold: a draft or a template may be older than the field. */
function valueFor(field: FieldDefinition, value: unknown): FormValue {
  switch (field.type) {
    case 'checkbox':
      return typeof value === 'boolean' ? value : null;
    case 'checklist':
      return Array.isArray(value) ? field.items.map(({ key }) => key).filter((key) => value.includes(key)) : [];
    case 'file_upload':
      return [];
    case 'dropdown':
      return typeof value === 'string' && field.options.includes(value) ? value : '';
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

interface Content {
  title?: string;
  description?: string;
  priority?: Priority;
  dueDate?: string | null;
  fields?: Record<string, unknown>;
}

export function formOf(content: Content, fields: readonly FieldDefinition[]): RequestForm {
  const { title = '', description = '', priority = 'medium', dueDate, fields: values = {} } = content;
  return {
    title,
    description,
    priority,
    dueDate: dueDate ?? '',
    fields: Object.fromEntries(fields.map((field) => [field.key, valueFor(field, values[field.key])])),
  };
}

/** The value to send: null when empty, undefined when it can't be one. */
export function sentValue(field: FieldDefinition, value: FormValue | undefined): FieldValue | null | undefined {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  return parseField(field.type, value);
}

/** What was filled in, and nothing else. Files are not among it: they come once there is a request to hold them. */
export function inputOf(values: RequestForm, fields: readonly FieldDefinition[]): RequestInput {
  const input: RequestInput = { title: values.title.trim(), priority: values.priority };
  if (values.description.trim() !== '') input.description = values.description.trim();
  if (values.dueDate !== '') input.dueDate = values.dueDate;
  const given: FieldValues = {};
  for (const field of fields) {
    const value = field.type === 'file_upload' ? null : sentValue(field, values.fields[field.key]);
    if (value !== null && value !== undefined) given[field.key] = value;
  }
  if (Object.keys(given).length > 0) input.fields = given;
  return input;
}

/** The values of all fields but files, so that what was emptied goes. */
export const allValues = (values: RequestForm, fields: readonly FieldDefinition[]): Record<string, FieldValue | null> =>
  Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'file_upload')
      .map((field) => [field.key, sentValue(field, values.fields[field.key]) ?? null]),
  );

/** All that the form says, for a request that says something already. */
export const editOf = (values: RequestForm, fields: readonly FieldDefinition[]): RequestInput => ({
  title: values.title.trim(),
  description: values.description.trim(),
  priority: values.priority,
  dueDate: values.dueDate === '' ? null : values.dueDate,
  fields: allValues(values, fields),
});

const same = (a: FormValue | undefined, b: FormValue | undefined) => JSON.stringify(a) === JSON.stringify(b);

export const sameForm = (a: RequestForm, b: RequestForm): boolean =>
  a.title === b.title &&
  a.description === b.description &&
  a.priority === b.priority &&
  a.dueDate === b.dueDate &&
  Object.keys(a.fields).every((key) => same(a.fields[key], b.fields[key]));

/** Puts a template into a form: what somebody typed stays, what came from the template before goes. */
export function withTemplate(now: RequestForm, before: RequestForm, next: RequestForm): RequestForm {
  const fields = Object.keys(now.fields).map((key) => {
    const untouched = same(now.fields[key], before.fields[key]);
    return [key, (untouched ? next.fields[key] : now.fields[key]) ?? null] as const;
  });
  return {
    title: now.title === before.title ? next.title : now.title,
    description: now.description === before.description ? next.description : now.description,
    priority: now.priority === before.priority ? next.priority : now.priority,
    dueDate: now.dueDate,
    fields: Object.fromEntries(fields),
  };
}
