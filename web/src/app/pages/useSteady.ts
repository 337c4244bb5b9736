import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Keeps what one is typing into where it is on the screen, although `above` has grown or shrunk. */
export function useSteady(
  place: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  above: number,
): void {
  const top = useRef<number | null>(null);
  useEffect(() => {
    const element = scroller.current;
    const note = () => {
      top.current = place.current?.getBoundingClientRect().top ?? null;
    };
    note();
    element?.addEventListener('scroll', note, { passive: true });
    return () => element?.removeEventListener('scroll', note);
  }, [place, scroller]);
  useLayoutEffect(() => {
    const now = place.current?.getBoundingClientRect().top ?? null;
    const typing = place.current?.contains(document.activeElement) === true;
    const moved = typing && now !== null && top.current !== null ? now - top.current : 0;
    if (moved !== 0) scroller.current?.scrollBy({ top: moved, behavior: 'instant' });
    top.current = place.current?.getBoundingClientRect().top ?? null;
  }, [place, scroller, above]);
}
