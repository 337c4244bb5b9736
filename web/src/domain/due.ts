export type DueState = 'overdue' | 'today' | 'soon' | 'later';

const SOON_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

/** How many days are left, negative when it is over. Both as `yyyy-MM-dd`; a date has no zone. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);

/** How near a due date is; both as `yyyy-MM-dd`. */
export function dueState(date: string, today: string): DueState {
  const days = daysUntil(date, today);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= SOON_DAYS ? 'soon' : 'later';
}
