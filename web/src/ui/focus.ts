import { useRef } from 'react';

/** Nobody is anywhere: what had the focus has gone. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Moves the focus to where something has changed, for whoever waits for it there: not away from where somebody went to type
 * meanwhile.
 */
export function focusUnlessElsewhere(place: HTMLElement | null): void {
  const waiting = isFocusLost() || place?.contains(document.activeElement) === true;
  if (waiting || document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') != null) place?.focus();
}

/** Gives the focus back when a window closes which was opened by more than one button, so that Radix knows of none. */
export function useOpener(): { remember: () => void; giveBack: (event: Event) => void } {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    giveBack: (event) => {
      event.preventDefault();
      if (isFocusLost() && opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
