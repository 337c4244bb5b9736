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
