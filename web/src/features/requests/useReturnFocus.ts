import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus back to what opened an editor once it has closed, unless it went elsewhere. */
export function useReturnFocus<T extends HTMLElement>(open: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const was = useRef(open);
  useEffect(() => {
    const closed = was.current && !open;
    was.current = open;
    const focused = document.activeElement;
    if (closed && (focused === null || focused === document.body)) opener.current?.focus();
  }, [open]);
  return opener;
}
