import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { requestSearchQuery } from '@/api/search';

const PAUSE_MS = 150;
/** The server finds nothing by less than three letters or digits in a row, but for the key of a request. */
const WORDS = /[\p{L}\p{N}]{3}/u;
const KEY = /^[a-z]{2,6}-[1-9][0-9]{0,8}$/i;

/** Requests by their key, or by words in them, once one pauses. */
export function useRequestSearch(typed: string) {
  const words = typed.trim();
  const settled = useSettled(words);
  const enough = WORDS.test(settled) || KEY.test(settled);
  const { data, error, isFetching } = useQuery({ ...requestSearchQuery(settled), enabled: enough });
  return {
    places: data?.data ?? [],
    more: data?.more ?? false,
    searching: words !== settled || isFetching,
    tooShort: settled !== '' && !enough,
    error,
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
