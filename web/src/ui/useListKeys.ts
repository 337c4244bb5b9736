import type { RefObject } from 'react';
import { useShortcut } from './useShortcut';

/** J and K (and the arrows) move the focus through the links marked `data-step` inside; Enter opens them, as links do. */
export function useListKeys(area: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => {
    const links = [...(area.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at < 0 ? links.at(step > 0 ? 0 : -1) : links[Math.max(0, Math.min(links.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut(['j', 'ArrowDown'], () => move(1));
  useShortcut(['k', 'ArrowUp'], () => move(-1));
}
