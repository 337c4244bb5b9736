import { describe, expect, it } from 'vitest';
import { noCounts } from '../../src/verify/counts.ts';
import { Track } from '../../src/verify/track.ts';
import { View } from '../../src/verify/view.ts';

/** A journal in which the viewer may see entries 1 to 6, but for the third. The print of an entry is 100 + its number. */
const view = new View();
view.extend(Uint32Array.of(101, 102, 0, 104, 105, 106));

/** What becomes of deliveries with these numbers, after `start`. */
function counted(seqs: number[], { start = 0, mayRepeat = false, prints = seqs.map((seq) => 100 + seq) } = {}) {
  const track = new Track(view, start);
  seqs.forEach((seq, i) => track.arrive(seq, prints[i] ?? 0, mayRepeat));
  track.finish();
  return track.counts;
}

describe('the check of one client in one program', () => {
  it('finds nothing wrong with what came in order, once', () => {
    expect(counted([1, 2, 4, 5, 6])).toEqual({ ...noCounts(), checked: 5 });
  });

  it('counts what did not come as lost', () => {
    expect(counted([1, 4, 6])).toEqual({ ...noCounts(), checked: 3, lost: 2 });
  });

  it('counts what came twice as doubled, also long after', () => {
    expect(counted([1, 2, 2, 4, 5, 1, 6])).toEqual({ ...noCounts(), checked: 5, doubled: 2 });
  });

  it('counts what the contract allows to come twice as repeated', () => {
    expect(counted([1, 2, 2, 4, 5, 6], { mayRepeat: true })).toEqual({ ...noCounts(), checked: 5, repeated: 1 });
  });

  it('counts what came after a later one as reordered', () => {
    expect(counted([1, 4, 2, 5, 6])).toEqual({ ...noCounts(), checked: 4, reordered: 1 });
  });

  it('counts what the viewer may not see as leaked', () => {
    expect(counted([1, 2, 3, 4, 5, 6])).toEqual({ ...noCounts(), checked: 5, leaked: 1 });
  });

  it('counts what says something else than the journal as leaked', () => {
    const prints = [101, 102, 999, 105, 106];
    expect(counted([1, 2, 4, 5, 6], { prints })).toEqual({ ...noCounts(), checked: 4, leaked: 1 });
  });

  it('counts what is in no journal as leaked', () => {
    expect(counted([1, 2, 4, 5, 6, 7])).toEqual({ ...noCounts(), checked: 5, leaked: 1 });
  });

  it('expects nothing from before the start, and wants none of it', () => {
    expect(counted([4, 5, 6], { start: 2 })).toEqual({ ...noCounts(), checked: 3 });
    expect(counted([2, 4, 5, 6], { start: 2 })).toEqual({ ...noCounts(), checked: 3, doubled: 1 });
  });

  it('does not miss what the client was told to load', () => {
    const track = new Track(view, 0);
    track.arrive(1, 101, false);
    track.jumpTo(4);
    track.arrive(5, 105, false);
    track.arrive(6, 106, false);
    track.finish();
    expect(track.counts).toEqual({ ...noCounts(), checked: 3 });
  });

  it('judges while the journal grows', () => {
    const growing = new View();
    const track = new Track(growing, 0);
    track.arrive(1, 101, false);
    track.settle();
    expect(track.counts.checked).toBe(0);
    growing.extend(Uint32Array.of(101, 102));
    track.settle();
    expect(track.counts.checked).toBe(1);
    track.arrive(2, 5, false);
    track.settle();
    expect(track.counts).toEqual({ ...noCounts(), checked: 1, leaked: 1 });
  });
});
