import type { Comment, HistoryEntry } from '@/api/types';

export const SHOWN = ['all', 'comments', 'changes'] as const;
export type Shown = (typeof SHOWN)[number];
export const isShown = (value: string): value is Shown => (SHOWN as readonly string[]).includes(value);

export type StreamItem = { at: string; id: string } & ({ comment: Comment } | { entry: HistoryEntry });

/** A comment stands for its own entries in the history, also for those of its edits; watching is nobody else's business. */
const SILENT: ReadonlySet<string> = new Set(['comment:added', 'comment:updated', 'request:watched']);

/** That a comment is back is told: that it was deleted is, too. */
const isSilent = ({ event, data }: HistoryEntry) => SILENT.has(event) && data.restored !== true;

export function merged(comments: Comment[], entries: HistoryEntry[], shown: Shown): StreamItem[] {
  const items: StreamItem[] = [];
  if (shown !== 'changes') {
    items.push(...comments.map((comment) => ({ at: comment.createdAt, id: comment.id, comment })));
  }
  if (shown !== 'comments') {
    const others = entries.filter((entry) => !isSilent(entry));
    items.push(...others.map((entry) => ({ at: entry.timestamp, id: entry.id, entry })));
  }
  return items.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}
