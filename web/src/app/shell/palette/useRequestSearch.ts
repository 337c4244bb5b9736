import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { programsQuery } from '@/api/queries';
import { looksLikeKey, requestByKeyQuery, requestsByWordsQuery, type RequestPlace } from '@/api/search';

const PAUSE_MS = 150;
const SHORTEST = 2;
/** The API searches one program at a time: this many are asked, the one on the screen first. */
const PROGRAMS = 10;
const SHOWN = 8;

interface Found {
  places: RequestPlace[];
  searching: boolean;
  /** Programs that were not asked. */
  left: number;
}

/** Requests by their key, or by words in them. */
export function useRequestSearch(typed: string, programId: string | undefined): Found {
  const words = useSettled(typed.trim());
  const byKey = looksLikeKey(words);
  const byWords = !byKey && words.length >= SHORTEST;
  const programs = useQuery(programsQuery());
  const all = (programs.data ?? []).toSorted((a, b) => Number(b.id === programId) - Number(a.id === programId));
  const asked = byWords ? all.slice(0, PROGRAMS) : [];
  const key = useQuery({ ...requestByKeyQuery(words), enabled: byKey });
  const found = useQueries({ queries: asked.map((program) => requestsByWordsQuery(program.id, words)) });
  const places = byKey ? [key.data ?? []].flat() : interleaved(found.map(({ data }) => data ?? []));
  return {
    places: places.slice(0, SHOWN),
    searching: words !== typed.trim() || (byKey && key.isFetching) || found.some(({ isFetching }) => isFetching),
    left: byWords ? all.length - asked.length : 0,
  };
}

/** The first of each, then the second of each: no program crowds out the others. */
function interleaved<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
