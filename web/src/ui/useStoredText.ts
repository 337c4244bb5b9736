import { useCallback, useState } from 'react';

/** A text that survives reload: nothing that one types is lost. Empty texts are not kept. */
export function useStoredText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '');
  const store = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    },
    [key],
  );
  return [text, store];
}
