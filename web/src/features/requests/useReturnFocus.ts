import { useEffect, useRef, type RefObject } from 'react';
import { isFocusLost } from '@/ui/focus';

/** Gives the focus back to what opened an editor once it has closed, unless it went elsewhere. */
export function useReturnFocus<T extends HTMLElement>(open: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const was = useRef(open);
  useEffect(() => {
    const closed = was.current && !open;
    was.current = open;
    if (closed && isFocusLost()) opener.current?.focus();
  }, [open]);
  return opener;
}
