import type { KeyboardEvent } from 'react';

/** Enter leaves an editor, which saves what is in it; Escape gives it up. */
export const leaveByKeys = (cancel: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Escape') cancel();
  if (event.key !== 'Enter' || event.shiftKey) return;
  // Else what gets the focus next, which opens the editor, would be pressed by the same key.
  event.preventDefault();
  event.currentTarget.blur();
};
