import type { Change } from '@/api/types';

/** What came into a value that is a list, and what went out of it; undefined when it is not known what it was before. */
export interface Difference {
  gained: unknown[];
  lost: unknown[];
}

/** Nothing at all is an empty list: the checked items of a checklist of which none is checked are null. */
export function differenceOf({ before, after }: Change): Difference | undefined {
  const [was, is] = [listOf(before), listOf(after)];
  if (was === undefined || is === undefined || was.length + is.length === 0) return undefined;
  return { gained: is.filter((member) => !has(was, member)), lost: was.filter((member) => !has(is, member)) };
}

function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  return value === null ? [] : undefined;
}

/** People are the same by their ids, whatever they were called at the time. */
const has = (list: unknown[], member: unknown) => list.some((other) => idOf(other) === idOf(member));

export const idOf = (member: unknown): unknown =>
  typeof member === 'object' && member !== null && 'id' in member ? member.id : member;
