import { useState, useSyncExternalStore, type RefObject } from 'react';
import type { Comment } from '@/api/types';

/**
 * The comments by others that came while their place, at `end`, was out of sight. What arrives never moves what one reads; it
 * waits until one gets there.
 */
export function useNewComments(
  comments: Comment[] | undefined,
  meId: string,
  scroller: RefObject<HTMLElement | null>,
  end: RefObject<HTMLElement | null>,
): Comment[] {
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null);
  const subscribe = (look: () => void) => {
    const element = scroller.current;
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  };
  const there = useSyncExternalStore(subscribe, () => isInSight(end.current, scroller.current));
  if (comments === undefined) return [];
  const fresh = comments.filter(({ id, author, createdAt }) => isNew(id, author.id, createdAt, seen, meId, comments));
  // What is there on arriving is not new, nor is what comes before one's eyes.
  if (seen === null || (there && fresh.length > 0)) setSeen(new Set(comments.map(({ id }) => id)));
  return fresh;
}

function isNew(
  id: string,
  authorId: string,
  createdAt: string,
  seen: ReadonlySet<string> | null,
  meId: string,
  all: Comment[],
): boolean {
  if (seen === null || seen.has(id) || authorId === meId) return false;
  // One that was brought back stands where it stood, not at the end.
  return all.every((other) => !seen.has(other.id) || other.createdAt < createdAt);
}

const isInSight = (end: HTMLElement | null, scroller: HTMLElement | null) =>
  end !== null && scroller !== null && end.getBoundingClientRect().top < scroller.getBoundingClientRect().bottom;
