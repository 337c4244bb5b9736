import { useState } from 'react';
import { useStoredText } from '@/ui/useStoredText';
import { markdownOf, writtenOf, type Written } from './mentions';

/** A text that is being written, kept as Markdown through reload and log-out. */
export function useWritten(key: string): [Written, (next: Written) => void] {
  const [stored, store] = useStoredText(key);
  const [written, setWritten] = useState(() => writtenOf(stored));
  return [
    written,
    (next) => {
      setWritten(next);
      store(markdownOf(next));
    },
  ];
}
