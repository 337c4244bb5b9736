import { useEffect, useEffectEvent } from 'react';

/** Ctrl-K, or Cmd-K on a Mac; also while one is typing, because it takes nothing away. */
export function usePaletteKey(open: () => void): void {
  const handle = useEffectEvent(open);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      // A window with something half done in it stays where it is.
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) handle();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
