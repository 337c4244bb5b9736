import { describe, expect, it } from 'vitest';
import { Repeats } from '../../src/verify/repeats.ts';

/** A client that was cut off after it had received these. */
function interrupted(): Repeats {
  const repeats = new Repeats();
  repeats.connected(0);
  repeats.arrived('a', 1, 8_000);
  repeats.arrived('a', 2, 9_500);
  repeats.arrived('b', 1, 9_900);
  repeats.arrived('b', 2, 10_000);
  repeats.interrupted(10_100, true);
  return repeats;
}

describe('what a stock client may get twice', () => {
  it('is of other programs than that of its last event', () => {
    expect(interrupted().accepts('a', 2, false)).toBe(true);
    expect(interrupted().accepts('b', 1, false)).toBe(false);
  });

  it('is of the last second', () => {
    expect(interrupted().accepts('a', 1, false)).toBe(false);
  });

  it('comes twice, not three times', () => {
    const repeats = interrupted();
    repeats.accepts('a', 2, false);
    expect(repeats.accepts('a', 2, false)).toBe(false);
  });

  it('may come later if the connection broke again before the client had caught up', () => {
    const again = interrupted();
    again.arrived('c', 1, 20_000);
    again.interrupted(20_100, false);
    expect(again.accepts('a', 2, false)).toBe(true);
  });

  it('may not once the client had caught up', () => {
    const again = interrupted();
    again.arrived('c', 1, 20_000);
    again.interrupted(20_100, true);
    expect(again.accepts('a', 2, false)).toBe(false);
  });

  it('is nothing from before it connected, if it had been connected for long', () => {
    expect(interrupted().accepts('a', 0, true)).toBe(false);
  });

  it('may be from before it connected, if that was a moment ago', () => {
    const fresh = new Repeats();
    fresh.connected(9_800);
    fresh.arrived('b', 7, 10_000);
    fresh.interrupted(10_100, true);
    expect(fresh.accepts('a', 1, true)).toBe(true);
    expect(fresh.accepts('b', 6, true)).toBe(false);
  });

  it('comes among what was hidden before, of the last second', () => {
    const repeats = interrupted();
    expect(repeats.acceptsLate('a', 1)).toBe(false);
    expect(repeats.acceptsLate('a', 2)).toBe(true);
    expect(repeats.acceptsLate('b', 1)).toBe(false);
  });

  it('comes without what was hidden before once the client had caught up', () => {
    const again = interrupted();
    again.arrived('c', 1, 20_000);
    again.interrupted(20_100, true);
    expect(again.acceptsLate('a', 2)).toBe(false);
  });
});
