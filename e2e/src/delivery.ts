import type { HistoryEntry } from './api.ts';
import type { Envelope } from './listener.ts';

export interface Delivery {
  checked: number;
  lost: number;
  doubled: number;
  reordered: number;
  leaked: number;
}

/** Compares what one viewer received of a program with what the journal says that it may see, after `from`. */
export function checkDelivery(received: Envelope[], journal: HistoryEntry[], from: number): Delivery {
  const expected = new Map(journal.filter((entry) => entry.seq > from).map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  const delivery: Delivery = { checked: expected.size, lost: 0, doubled: 0, reordered: 0, leaked: 0 };
  let last = from;
  for (const { id, seq } of received) {
    if (seen.has(id)) delivery.doubled += 1;
    else if (seq < last) delivery.reordered += 1;
    if (!expected.has(id)) delivery.leaked += 1;
    seen.add(id);
    last = Math.max(last, seq);
  }
  delivery.lost = [...expected.keys()].filter((id) => !seen.has(id)).length;
  return delivery;
}
