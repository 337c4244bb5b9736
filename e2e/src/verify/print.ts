import type { HistoryEntry } from '../api.ts';
import type { Envelope } from '../listener.ts';

/**
 * What an entry says, in 32 bits: all that a viewer gets to see of it. The same of a delivery and of the journal's line, if both are
 * the same entry in the same presentation.
 */
export const printOfDelivery = (delivery: Envelope): number =>
  print(
    delivery.id,
    delivery.event,
    delivery.requestId,
    delivery.performedBy.userId,
    delivery.timestamp,
    delivery.data,
  );

export const printOfLine = (line: HistoryEntry): number =>
  print(line.id, line.event, line.requestId, line.actor.id, line.timestamp, line.data);

/** Whoever loses sight of a request is told to forget it, and nothing else. */
export const printOfForgetting = (line: HistoryEntry): number =>
  print(line.id, 'request:deleted', line.requestId, line.actor.id, line.timestamp, { request: { id: line.requestId } });

function print(
  id: string,
  event: string,
  requestId: string | null,
  actor: string,
  timestamp: string,
  data: unknown,
): number {
  const text = JSON.stringify([id, event, requestId, actor, Date.parse(timestamp), data]);
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
