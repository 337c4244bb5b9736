import type { Comment, HistoryEntry } from '@/api/types';

export const SHOWN = ['all', 'comments', 'changes'] as const;
export type Shown = (typeof SHOWN)[number];

export type StreamItem = { at: string; id: string } & ({ comment: Comment } | { entry: HistoryEntry });

/** A comment stands for its own entry in the history. */
export function merged(comments: Comment[], entries: HistoryEntry[], shown: Shown): StreamItem[] {
  const items: StreamItem[] = [];
  if (shown !== 'changes') {
    items.push(...comments.map((comment) => ({ at: comment.createdAt, id: comment.id, comment })));
  }
  if (shown !== 'comments') {
    const others = entries.filter((entry) => entry.event !== 'comment:added');
    items.push(...others.map((entry) => ({ at: entry.timestamp, id: entry.id, entry })));
  }
  return items.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}
