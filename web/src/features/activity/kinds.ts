import type { HistoryEntry } from '@/api/types';

export const KINDS = ['all', 'conversation', 'changes', 'people'] as const;
export type Kind = (typeof KINDS)[number];

/** What a reader looks for: what was said, what was changed, or who came and went. */
export function kindOf({ event }: Pick<HistoryEntry, 'event'>): Exclude<Kind, 'all'> {
  if (event.startsWith('comment:') || event.startsWith('attachment:')) return 'conversation';
  return event.startsWith('member:') ? 'people' : 'changes';
}
