import { useEffect, useEffectEvent } from 'react';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const FLOATING = '[role=dialog], [role=alertdialog], [role=menu]';

type Run = (event: KeyboardEvent) => void;

/** What the page can do by a key at the moment, the newest last. */
const active: { keys: string[]; run: Run }[] = [];

/** Runs when one of the keys is pressed, unless somebody is typing or a window is open. */
export function useShortcut(keys: string | string[], run: Run, enabled = true): void {
  const handle = useEffectEvent(run);
  const wanted = [keys].flat().join(' ');
  useEffect(() => {
    if (!enabled) return;
    const shortcut = { keys: wanted.split(' '), run: (event: KeyboardEvent) => handle(event) };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!shortcut.keys.includes(event.key)) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      if (document.querySelector(FLOATING) !== null) return;
      event.preventDefault();
      shortcut.run(event);
    };
    active.push(shortcut);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      active.splice(active.indexOf(shortcut), 1);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [wanted, enabled]);
}

/** Whether the page has something to do for this key now. */
export const hasShortcut = (key: string): boolean => active.some(({ keys }) => keys.includes(key));

/** Does what the key does, for those who chose it from a list instead. */
export function runShortcut(key: string): void {
  active.findLast(({ keys }) => keys.includes(key))?.run(new KeyboardEvent('keydown', { key }));
}
