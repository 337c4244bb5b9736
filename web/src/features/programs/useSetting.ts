import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { editProgram, type ProgramEdit } from '@/api/programs';
import type { Program } from '@/api/types';
import { useShownProgram } from './useShownProgram';

export interface Setting {
  save: (edit: ProgramEdit) => void;
  pending: boolean;
  error: Error | null;
  /** Somebody else changed the same thing in the meantime; this puts one's own over it. */
  insist?: () => void;
  /** Takes the last change back. */
  undo?: () => void;
}

/**
 * Changes settings at once: what is changed is shown before the server has answered, and goes back if it refuses. Each setting
 * has its own, so that what became of a change is said beside it.
 */
export function useSetting(program: Program): Setting {
  const shown = useShownProgram(program);
  const [before, setBefore] = useState<ProgramEdit>();
  const { show } = shown;
  const change = useMutation({
    scope: shown.scope,
    mutationFn: (edit: ProgramEdit) => editProgram(program.id, edit, shown.version()),
    onMutate: (edit) => {
      const replaced = valuesOf(program, edit);
      show((old) => ({ ...old, ...edit }) as Program);
      return replaced;
    },
    onSuccess: (saved, _edit, replaced) => {
      setBefore(replaced);
      show((old) => (old.version > saved.version ? old : { ...old, ...saved }));
    },
    onError: (_error, _edit, replaced) => {
      setBefore(undefined);
      if (replaced !== undefined) show((old) => ({ ...old, ...replaced }) as Program);
      void shown.reload();
    },
  });
  const { mutate, variables, error } = change;
  const stale = error instanceof Problem && error.slug === 'stale-version';
  return {
    save: mutate,
    pending: change.isPending,
    error,
    insist: stale && variables !== undefined ? () => mutate(variables) : undefined,
    undo:
      change.isSuccess && before !== undefined
        ? () => mutate(before, { onSuccess: () => setBefore(undefined) })
        : undefined,
  };
}

function valuesOf(program: Program, edit: ProgramEdit): ProgramEdit {
  const names = Object.keys(edit) as (keyof ProgramEdit & keyof Program)[];
  return Object.fromEntries(names.map((name) => [name, program[name] ?? null]));
}
