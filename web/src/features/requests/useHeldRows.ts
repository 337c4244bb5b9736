import { useState } from 'react';
import type { Request } from '@/api/types';

interface HeldRows {
  shown: readonly Request[];
  held: number;
}

/**
 * Rows that come in above what one is reading would push it down. While the list is scrolled (`topId` is the first row in sight,
 * null at the very top) they wait; at the top, and below the first row in sight, they come in at once.
 */
export function useHeldRows(rows: readonly Request[], topId: string | null): HeldRows {
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(rows.map((row) => row.id)));
  const top = topId === null ? -1 : rows.findIndex((row) => row.id === topId);
  const held = new Set(rows.slice(0, Math.max(top, 0)).flatMap((row) => (known.has(row.id) ? [] : [row.id])));
  const fresh = rows.filter((row) => !known.has(row.id) && !held.has(row.id));
  if (fresh.length > 0) setKnown(new Set([...known, ...fresh.map((row) => row.id)]));
  return { shown: held.size === 0 ? rows : rows.filter((row) => !held.has(row.id)), held: held.size };
}
