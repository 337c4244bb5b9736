import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../src/api.ts';
import type { Envelope } from '../../src/listener.ts';
import { printOfDelivery, printOfForgetting, printOfLine } from '../../src/verify/print.ts';

const line: HistoryEntry = {
  id: 'e1',
  seq: 7,
  event: 'request:status_changed',
  requestId: 'r1',
  actor: { id: 'u1', name: 'Mara' },
  data: { request: { id: 'r1', cost: 5 }, from: 'submitted', to: 'draft' },
  timestamp: '2026-01-01T12:00:00.120Z',
};

const delivery: Envelope = {
  id: 'e1',
  seq: 7,
  event: line.event,
  programId: 'p1',
  requestId: 'r1',
  data: structuredClone(line.data),
  performedBy: { userId: 'u1', name: 'Mara' },
  timestamp: '2026-01-01T12:00:00.12Z',
};

describe('the print of a delivery', () => {
  it("is that of the journal's line", () => {
    expect(printOfDelivery(delivery)).toBe(printOfLine(line));
  });

  it.each([
    { what: 'another id', other: { id: 'e2' } },
    { what: 'another event', other: { event: 'request:updated' } },
    { what: 'other data', other: { data: { ...line.data, internal: true } } },
    { what: 'another author', other: { performedBy: { userId: 'u2', name: 'Mara' } } },
  ])('is another one for $what', ({ other }) => {
    expect(printOfDelivery({ ...delivery, ...other })).not.toBe(printOfLine(line));
  });

  it('of a request to forget holds nothing but its id', () => {
    const forgotten = { ...delivery, event: 'request:deleted', data: { request: { id: 'r1' } } };
    expect(printOfDelivery(forgotten)).toBe(printOfForgetting(line));
    expect(printOfDelivery({ ...forgotten, data: line.data })).not.toBe(printOfForgetting(line));
  });
});
