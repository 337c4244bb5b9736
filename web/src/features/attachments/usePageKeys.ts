import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Page Down and Page Up go on in the page, and at its end to the next one, wherever in the window the focus is. */
export function usePageKeys(area: RefObject<HTMLElement | null>, turn: (by: 1 | -1) => void): void {
  const go = useEffectEvent((by: 1 | -1) => {
    const box = area.current;
    if (box === null) return;
    const left = by > 0 ? box.scrollHeight - box.clientHeight - box.scrollTop : box.scrollTop;
    // Fractions of pixels are lost on the way.
    if (left > 1) box.scrollBy({ top: by * box.clientHeight * 0.9 });
    else turn(by);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      go(event.key === 'PageDown' ? 1 : -1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
