/**
 * Moves the focus to where something has changed, for whoever waits for it there: not away from where somebody went to type
 * meanwhile.
 */
export function focusUnlessElsewhere(place: HTMLElement | null): void {
  const now = document.activeElement;
  const waiting = now === null || now === document.body || place?.contains(now) === true;
  if (waiting || now.closest('[role="dialog"], [role="alertdialog"]') !== null) place?.focus();
}
