import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
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
  const fresh =
    comments?.filter(({ id, author, createdAt }) => isNew(id, author.id, createdAt, seen, meId, comments)) ?? [];
  const look = useEffectEvent(() => {
    if (comments === undefined) return;
    if (seen === null || (fresh.length > 0 && isInSight(end.current, scroller.current)))
      setSeen(new Set(comments.map(({ id }) => id)));
  });
  // Once for what is there on arriving, and again for whatever comes.
  useEffect(() => look(), [comments]);
  useEffect(() => {
    const element = scroller.current;
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scroller]);
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
  end !== null &&
  scroller !== null &&
  end.getBoundingClientRect().top < scroller.getBoundingClientRect().bottom;
