import type { Loaded } from '@/api/queries';
import type { LiveEvent } from './events';

/** Whether a part that was read at `at` has the event already. */
export function has(part: { at: Loaded<unknown>['at'] }, event: LiveEvent): boolean {
  return part.at !== null && event.seq <= part.at.seq;
}

export function moved<T>(part: Loaded<T>, event: LiveEvent, value: T): Loaded<T> {
  if (value === part.value) return part;
  return { ...part, at: { epoch: part.at?.epoch ?? '', seq: event.seq }, value };
}

/** Marks what the event does not tell all of; a part that has it already has all. */
export function stale<T>(part: Loaded<T>, event: LiveEvent): Loaded<T> {
  return part.stale === true || has(part, event) ? part : { ...part, stale: true };
}

export function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
