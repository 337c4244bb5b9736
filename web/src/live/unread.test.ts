import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry, Person } from '@/api/types';
import { anEvent, aRequest, mara, tom } from '@/testing/things';
import { UnreadPrograms } from './unread';

let asked: string[];
let newest: HistoryEntry[];

beforeEach(() => {
  asked = [];
  newest = [];
});

const create = () =>
  new UnreadPrograms(mara.id, localStorage, (programId) => {
    asked.push(programId);
    return Promise.resolve(newest);
  });
const event = (seq: number, by: Person = tom, programId = 'p1') =>
  anEvent(seq, 'request:created', { request: aRequest(1, { programId }) }, { programId, by });
const at = (seq: number, epoch = 'e') => ({ p1: { epoch, seq } });
const entry = (seq: number, actor: Person) => ({ seq, actor }) as HistoryEntry;
const unreadOf = (programs: UnreadPrograms) => [...programs.unread];
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('while connected', () => {
  it('what others do elsewhere is unread until one looks', () => {
    const programs = create();
    programs.caughtUp(at(5));
    programs.arrived(event(6));
    expect(unreadOf(programs)).toEqual(['p1']);
    programs.look('p1');
    expect(unreadOf(programs)).toEqual([]);
  });

  it('what one does oneself, and what happens before one’s eyes, is not', () => {
    const programs = create();
    programs.caughtUp(at(5));
    programs.arrived(event(6, mara));
    programs.look('p1');
    programs.arrived(event(7));
    expect(unreadOf(programs)).toEqual([]);
  });

  it('a page that nobody looks at does not read', () => {
    const programs = create();
    programs.caughtUp(at(5));
    programs.look('p1');
    programs.look(null);
    programs.arrived(event(6));
    expect(unreadOf(programs)).toEqual(['p1']);
  });

  it('tells whoever wants to know, once for each change', () => {
    const programs = create();
    const told: number[] = [];
    programs.changes.subscribe((unread) => told.push(unread.size));
    programs.caughtUp(at(5));
    programs.arrived(event(6));
    programs.arrived(event(7));
    expect(told).toEqual([1]);
  });
});

describe('after having been away', () => {
  const cameBack = async (seq: number, epoch = 'e') => {
    const before = create();
    before.caughtUp(at(5));
    const after = create();
    after.caughtUp(at(seq, epoch));
    await settled();
    return after;
  };

  it('a program that moved on by others has a dot', async () => {
    newest = [entry(8, mara), entry(7, tom)];
    expect(unreadOf(await cameBack(8))).toEqual(['p1']);
  });

  it('one that moved on by oneself, or by what one may not see, has none', async () => {
    newest = [entry(7, mara), entry(5, tom)];
    expect(unreadOf(await cameBack(8))).toEqual([]);
  });

  it('one that stands where it stood is not asked for', async () => {
    await cameBack(5);
    expect(asked).toEqual([]);
  });

  it('a new device and a restored history begin without dots', async () => {
    newest = [entry(900, tom)];
    expect(unreadOf(await cameBack(900, 'restored'))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('a program that cannot be asked has no dot, and the next one is asked all the same', async () => {
    const first = new UnreadPrograms(mara.id, localStorage, () => Promise.resolve([]));
    first.caughtUp({ p1: { epoch: 'e', seq: 1 }, p2: { epoch: 'e', seq: 1 } });
    const programs = new UnreadPrograms(mara.id, localStorage, (id) =>
      id === 'p1' ? Promise.reject(new Error('gone')) : Promise.resolve([entry(2, tom)]),
    );
    programs.caughtUp({ p1: { epoch: 'e', seq: 2 }, p2: { epoch: 'e', seq: 2 } });
    await settled();
    expect(unreadOf(programs)).toEqual(['p2']);
  });

  it('what was stored and can not be read is as if nothing were', () => {
    localStorage.setItem(UnreadPrograms.key(mara.id), '{"p1"');
    const programs = create();
    programs.caughtUp(at(5));
    expect(unreadOf(programs)).toEqual([]);
  });
});

it('another tab that has read takes the dot away here', () => {
  const here = create();
  const there = create();
  here.caughtUp(at(5));
  there.caughtUp(at(5));
  here.arrived(event(6));
  there.arrived(event(6));
  there.look('p1');
  here.reload();
  expect(unreadOf(here)).toEqual([]);
});
