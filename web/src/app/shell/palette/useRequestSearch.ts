import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { requestSearchQuery } from '@/api/search';

const PAUSE_MS = 150;
/** The server finds nothing by less. */
const SHORTEST = 3;

/** Requests by their key, or by words in them, once one pauses. */
export function useRequestSearch(typed: string) {
  const words = typed.trim();
  const settled = useSettled(words);
  const { data, isFetching } = useQuery({ ...requestSearchQuery(settled), enabled: settled.length >= SHORTEST });
  return { places: data?.data ?? [], more: data?.more ?? false, searching: words !== settled || isFetching };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
