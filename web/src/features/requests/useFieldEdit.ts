import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { updateRequest, type RequestInput } from '@/api/calls';
import { Problem } from '@/api/problem';
import type { FieldConflict, FieldValue, RequestDetail } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { useLive } from '@/live/react';
import { useLastAuthor } from './useLastAuthor';

export type EditedValue = FieldValue | null;

export interface FieldEdit {
  /** What to show: what was sent while it is on its way, else what the request says. */
  value: EditedValue;
  /** What an editor begins with: what there was when it was opened, whatever others have made of it since. */
  initial: EditedValue;
  editing: boolean;
  busy: boolean;
  error: string | undefined;
  conflict: FieldConflict | undefined;
  /** Somebody else has changed the field while its editor is open: what it is now. */
  meanwhile: { value: EditedValue } | undefined;
  /** Who has made that change, as far as it is known. */
  by: string | undefined;
  /** `version`: the one that the author of a kept text had seen. */
  begin: (version?: number) => void;
  cancel: () => void;
  save: (value: EditedValue) => void;
  takeTheirs: () => void;
  takeYours: () => void;
}

/** `title`, `description`, `priority`, `dueDate`, or `fields.<key>`. */
export type FieldName = 'title' | 'description' | 'priority' | 'dueDate' | `fields.${string}`;

interface Seen {
  version: number;
  value: EditedValue;
}

/**
 * One field of a request, changed in place. Sends only this field, and the version that its author had seen on beginning; if
 * somebody else has changed the same field since, both values are offered.
 */
export function useFieldEdit(request: RequestDetail, name: FieldName): FieldEdit {
  const live = useLive();
  const textOf = useProblemText();
  const [seen, setSeen] = useState<Seen | null>(null);
  const current = valueOf(request, name);
  const by = useLastAuthor(request.id, name);

  const mutation = useMutation({
    mutationFn: ({ value, version }: { value: EditedValue; version: number }) =>
      updateRequest({ programId: request.programId, requestId: request.id }, inputOf(name, value), version),
    onSuccess: (detail) => {
      live.adopt(detail);
      setSeen(null);
    },
    onError: (error) => {
      if (error instanceof Problem && error.current) live.adopt(error.current);
    },
  });
  const { error, variables } = mutation;
  const stale = error instanceof Problem && error.slug === 'stale-version';
  const conflict = stale ? conflictOf(error, name, variables?.value, current) : undefined;

  const latest = Math.max(request.version, stale ? (error.current?.version ?? 0) : 0);

  const done = () => {
    mutation.reset();
    setSeen(null);
  };
  const save = (value: EditedValue) => {
    // It is on its way: the editor stays open until it is stored, and may be left once more.
    if (mutation.isPending && mutation.variables.value === value) return;
    if (value === current && conflict === undefined) done();
    // Left as it was found: what somebody else has made of it since stays.
    else if (seen !== null && value === seen.value && conflict === undefined) done();
    else mutation.mutate({ value, version: seen?.version ?? request.version });
  };
  return {
    value: mutation.isPending ? mutation.variables.value : current,
    initial: seen === null ? current : seen.value,
    editing: seen !== null,
    busy: mutation.isPending,
    error: error === null || stale ? undefined : textOf(error),
    conflict,
    meanwhile:
      seen !== null && seen.value !== current && !mutation.isPending && !stale ? { value: current } : undefined,
    by,
    begin: (version = request.version) => setSeen({ version, value: current }),
    cancel: done,
    save,
    takeTheirs: done,
    takeYours: () => mutation.mutate({ value: variables?.value ?? null, version: latest }),
  };
}

function conflictOf(problem: Problem, name: FieldName, yours: unknown, current: EditedValue): FieldConflict {
  const found = problem.conflicts.find(({ field }) => field === name);
  return found ?? { field: name, label: problem.conflicts[0]?.label ?? '', yours, theirs: current };
}

function valueOf(request: RequestDetail, name: FieldName): EditedValue {
  return name.startsWith('fields.')
    ? (request.fields[name.slice('fields.'.length)] ?? null)
    : request[name as 'title' | 'dueDate'];
}

function inputOf(name: FieldName, value: EditedValue): RequestInput {
  return name.startsWith('fields.') ? { fields: { [name.slice('fields.'.length)]: value } } : { [name]: value };
}
