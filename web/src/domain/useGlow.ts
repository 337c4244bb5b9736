import { usePulse } from '@/live/react';
import { hueOf } from '@/ui/Avatar';

/** The look of something that somebody else has just changed: it glows once in the colour of that person. */
export function useGlow(requestId: string, field?: string): string | null {
  const by = usePulse(requestId, field);
  return by && `glow ${hueOf(by.id)}`;
}
