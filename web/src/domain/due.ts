export type DueState = 'overdue' | 'today' | 'soon' | 'later';

const SOON_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

/** How near a due date is; both as `yyyy-MM-dd`. */
export function dueState(date: string, today: string): DueState {
  if (date < today) return 'overdue';
  if (date === today) return 'today';
  return Date.parse(date) - Date.parse(today) <= SOON_DAYS * DAY_MS ? 'soon' : 'later';
}
