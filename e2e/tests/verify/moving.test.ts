import { describe, expect, it } from 'vitest';
import { noCounts } from '../../src/verify/counts.ts';
import { type Change, MovingJudge } from '../../src/verify/moving.ts';
import { Track } from '../../src/verify/track.ts';
import { View } from '../../src/verify/view.ts';

const ENTRIES = 30;
/** Managers see every entry, the team each second. */
const asManager = new View();
const asTeamMember = new View();
for (let seq = 1; seq <= ENTRIES; seq++) {
  asManager.extend(Uint32Array.of(100 + seq));
  asTeamMember.extend(Uint32Array.of(seq % 2 === 0 ? 100 + seq : 0));
}

const connected: Omit<Change, 'seq' | 'role' | 'from'> = { to: 0, away: false, steady: true };

/** Deliveries in their order; `mark` where a change of rights begins, `late` what comes where repeats are allowed. */
function counted(changes: Change[], arrivals: (number | 'mark' | { late: number })[]) {
  const judge = new MovingJudge(asManager, asTeamMember);
  const track = new Track(judge, 0);
  for (const arrival of arrivals) {
    if (arrival === 'mark') track.mark();
    else if (typeof arrival === 'number') track.arrive(arrival, 100 + arrival, false);
    else track.arrive(arrival.late, 100 + arrival.late, true, true);
  }
  judge.decide(
    changes.map((change) => (change.away ? change : { ...change, to: change.seq })),
    ENTRIES,
  );
  track.finish();
  return track.counts;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const even = (from: number, to: number) => range(from, to).filter((seq) => seq % 2 === 0);
const fine = (deliveries: number[]) => ({ ...noCounts(), checked: deliveries.length });

describe('a member who becomes a manager while connected', () => {
  const change = { ...connected, seq: 10, role: 'manager' as const, from: 6 };

  it('sees as much as its role, before and after', () => {
    const all = [...even(2, 8), ...range(10, ENTRIES)];
    expect(counted([change], [...even(2, 8), 'mark', ...range(10, ENTRIES)])).toEqual(fine(all));
  });

  it('loses what it misses of the new role', () => {
    expect(counted([change], [...even(2, 8), 'mark', ...range(11, ENTRIES)]).lost).toBe(1);
  });

  it('must not see earlier what only managers see', () => {
    expect(counted([change], [2, 3, 4, 6, 8, 'mark', ...range(10, ENTRIES)]).leaked).toBe(1);
    expect(counted([change], [2, 4, 6, 8, 9, 'mark', ...range(10, ENTRIES)]).leaked).toBe(1);
  });
});

describe('a member who is removed while connected', () => {
  const removal = { ...connected, seq: 10, role: null, from: 6 };

  it('gets the news of it and nothing more', () => {
    expect(counted([removal], [...even(2, 8), 'mark', 10])).toEqual({ ...noCounts(), checked: 5 });
    expect(counted([removal], [...even(2, 8), 'mark']).lost).toBe(1);
    expect(counted([removal], [...even(2, 8), 'mark', 10, 12]).leaked).toBe(1);
  });

  it('need not get the news if its connection broke', () => {
    expect(counted([{ ...removal, steady: false }], [...even(2, 8), 'mark'])).toEqual(fine(even(2, 8)));
  });

  it('gets everything from when it is added again', () => {
    const back = { ...connected, seq: 20, role: 'team_member' as const, from: 9 };
    const all = [...even(2, 10), ...even(20, ENTRIES)];
    expect(counted([removal, back], [...even(2, 8), 'mark', 10, 'mark', ...even(20, ENTRIES)])).toEqual(fine(all));
  });

  it('must get nothing before it is added again', () => {
    const back = { ...connected, seq: 20, role: 'team_member' as const, from: 9 };
    const early = [...even(2, 8), 'mark', 10, 12, 'mark', ...even(20, ENTRIES)] as const;
    expect(counted([removal, back], [...early]).leaked).toBe(1);
  });
});

describe('a member whose role changes while it is away', () => {
  const promotion = { seq: 14, role: 'manager' as const, from: 6, to: 10, away: true, steady: false };
  const demotion = { ...promotion, role: 'team_member' as const };
  const removal = { ...promotion, role: null };

  it('gets what it missed by the new role', () => {
    const missed = range(11, ENTRIES);
    expect(counted([promotion], [...even(2, 10), 'mark', ...missed])).toEqual(fine([...even(2, 10), ...missed]));
    expect(counted([promotion], [...even(2, 10), 'mark', ...range(12, ENTRIES)]).lost).toBe(1);
  });

  it('must not get what it missed by the old role', () => {
    const manager = { ...connected, seq: 2, role: 'manager' as const, from: 0 };
    const before = ['mark', ...range(2, 10), 'mark'] as const;
    expect(counted([manager, demotion], [...before, ...even(12, ENTRIES)]).leaked).toBe(0);
    expect(counted([manager, demotion], [...before, 11, ...even(12, ENTRIES)]).leaked).toBe(1);
  });

  it('gets nothing at all if it was removed', () => {
    expect(counted([removal], [...even(2, 10), 'mark'])).toEqual(fine(even(2, 10)));
    expect(counted([removal], [...even(2, 10), 'mark', 12]).leaked).toBe(1);
    expect(counted([removal], [...even(2, 10), 'mark', 14]).leaked).toBe(1);
  });

  it('may get it when it is added again', () => {
    const back = { ...connected, seq: 20, role: 'team_member' as const, from: 13 };
    const all = [...even(2, 10), 'mark', 'mark', ...even(12, ENTRIES)] as const;
    expect(counted([removal, back], [...all])).toEqual({ ...noCounts(), checked: ENTRIES / 2 });
  });

  it('may get late what its old role had hidden, among what comes again', () => {
    const again = [{ late: 7 }, { late: 8 }, { late: 9 }, { late: 10 }];
    const missed = range(11, ENTRIES);
    expect(counted([promotion], [...even(2, 10), 'mark', ...again, ...missed])).toEqual({
      ...fine([...even(2, 10), ...missed]),
      repeated: 2,
      late: 2,
    });
  });

  it('must not get late what it could see before, nor what its new role hides', () => {
    const late = [2, 4, 6, 10, 'mark', { late: 8 }, ...range(11, ENTRIES)] as const;
    expect(counted([promotion], [...late]).reordered).toBe(1);
    const hidden = [...even(2, 10), 'mark', { late: 7 }, ...even(12, ENTRIES)] as const;
    expect(counted([{ ...promotion, role: 'team_member' }], [...hidden]).reordered).toBe(1);
  });
});
