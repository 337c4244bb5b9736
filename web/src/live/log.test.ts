import { describe, expect, it } from 'vitest';
import { anEvent } from '@/testing/things';
import { isLiveEvent } from './events';
import { ProgramLog } from './log';

const event = (seq: number) => anEvent(seq, 'member:removed', { userId: 'x' });

describe('the log of a program', () => {
  it('takes each event once and in order', () => {
    const log = new ProgramLog('e', 10);
    expect([11, 11, 10, 13, 12].map((seq) => log.take(event(seq)))).toEqual([true, false, false, true, false]);
    expect(log.position).toEqual({ epoch: 'e', seq: 13 });
  });

  it('knows what it can bring up to date', () => {
    const log = new ProgramLog('e', 10);
    log.take(event(11));
    expect(log.covers({ epoch: 'e', seq: 10 })).toBe(true);
    expect(log.covers({ epoch: 'e', seq: 9 })).toBe(false);
    expect(log.covers({ epoch: 'other', seq: 10 })).toBe(false);
    expect(log.after({ epoch: 'e', seq: 10 })).toHaveLength(1);
    expect(log.after({ epoch: 'e', seq: 11 })).toHaveLength(0);
  });

  it('forgets the oldest and says so', () => {
    const log = new ProgramLog('e', 0);
    for (let seq = 1; seq <= 501; seq++) log.take(event(seq));
    expect(log.covers({ epoch: 'e', seq: 0 })).toBe(false);
    expect(log.covers({ epoch: 'e', seq: 1 })).toBe(true);
  });

  it('moves on over what the viewer may not see, and never back', () => {
    const log = new ProgramLog('e', 10);
    log.advance({ epoch: 'e', seq: 15 });
    log.advance({ epoch: 'e', seq: 12 });
    expect(log.position?.seq).toBe(15);
  });

  it('does not take the positions of another history', () => {
    expect(new ProgramLog('e', 10).advance({ epoch: 'f', seq: 15 })).toBe(false);
  });

  it('learns its epoch when it began with an event', () => {
    const log = new ProgramLog(null, 10);
    expect(log.position).toBeNull();
    log.advance({ epoch: 'e', seq: 10 });
    expect(log.position).toEqual({ epoch: 'e', seq: 10 });
  });
});

describe('an event', () => {
  it('is known by its name, and anything else is left alone', () => {
    expect(isLiveEvent(event(1))).toBe(true);
    expect(isLiveEvent({ ...event(1), event: 'chain:step_advanced' })).toBe(false);
    expect(isLiveEvent({ positions: {} })).toBe(false);
    expect(isLiveEvent(null)).toBe(false);
    expect(isLiveEvent('toString')).toBe(false);
    expect(isLiveEvent({ ...event(1), event: 'toString' })).toBe(false);
  });
});
