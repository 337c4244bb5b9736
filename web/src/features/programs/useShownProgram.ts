import { useQueryClient } from '@tanstack/react-query';
import { keys, type Loaded } from '@/api/queries';
import type { Program } from '@/api/types';

/** The program as the page shows it, for changes that show before the server has answered. */
export function useShownProgram(program: Program) {
  const cache = useQueryClient();
  const queryKey = keys.facts(program.id);
  return {
    /** Changes go one after the other: each has seen the version that the one before it has made. */
    scope: { id: `program ${program.id}` },
    version: () => cache.getQueryData<Loaded<Program>>(queryKey)?.value.version ?? program.version,
    show: (by: (old: Program) => Program) =>
      void cache.setQueryData(queryKey, (old: Loaded<Program> | undefined) => old && { ...old, value: by(old.value) }),
    reload: () => cache.invalidateQueries({ queryKey }),
  };
}
