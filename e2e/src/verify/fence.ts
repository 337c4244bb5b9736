import type { Envelope } from '../listener.ts';

/**
 * A fence is an entry that every member of a program receives, clients, too: its description changes. Who has received it has
 * received, or lost, everything before it.
 */
export const fenceText = (number: number): string => `fence ${number}`;

/** The number of a fence; 0 if it is none. */
export function fenceIn({ event, data }: Pick<Envelope, 'event' | 'data'>): number {
  if (event !== 'program:updated') return 0;
  const description = (data.program as { description?: string } | undefined)?.description ?? '';
  return Number(/^fence (\d+)$/.exec(description)?.[1] ?? 0);
}
