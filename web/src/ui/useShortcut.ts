import { useEffect, useEffectEvent } from 'react';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const FLOATING = '[role=dialog], [role=alertdialog], [role=menu]';

/** Runs when one of the keys is pressed, unless somebody is typing or a window is open. */
export function useShortcut(keys: string | string[], run: (event: KeyboardEvent) => void, enabled = true): void {
  const handle = useEffectEvent(run);
  const wanted = [keys].flat().join(' ');
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!wanted.split(' ').includes(event.key)) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      if (document.querySelector(FLOATING) !== null) return;
      event.preventDefault();
      handle(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [wanted, enabled]);
}
