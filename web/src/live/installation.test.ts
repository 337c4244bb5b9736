import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adminKeys } from '@/api/admin';
import type { EventData, EventName } from './events';
import { anEvent, aMember, aRequest, aUser, mara, tom } from '@/testing/things';
import { TestingSchedule } from '@/testing/TestingSchedule';
import { SYSTEM } from './installation';
import { LivePrograms } from './programs';

const ALL = {
  audit: adminKeys.audit,
  people: adminKeys.people,
  person: adminKeys.user(tom.id),
  memberships: adminKeys.memberships(tom.id),
  settings: adminKeys.settings,
};
const positions = { p1: { epoch: 'e', seq: 10 }, [SYSTEM]: { epoch: 's', seq: 3 } };
let cache: QueryClient;
let time: TestingSchedule;
let live: LivePrograms;

beforeEach(() => {
  cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  time = new TestingSchedule();
  live = new LivePrograms(cache, mara.id, time.schedule);
  for (const key of Object.values(ALL)) cache.setQueryData(key, {});
});

const tellSystem = <Name extends EventName>(event: Name, data: EventData[Name]) =>
  live.take(anEvent(4, event, data, { programId: SYSTEM }));
const readAgain = () =>
  Object.entries(ALL)
    .filter(([, key]) => cache.getQueryState(key)?.isInvalidated)
    .map(([name]) => name);

describe('what admins see is read again', () => {
  it.each(['user:created', 'user:updated'] as const)('people, on %s', (event) => {
    tellSystem(event, { user: aUser(tom.id) });
    expect(readAgain()).toEqual(['audit', 'people', 'person', 'memberships']);
  });

  it('settings, when they were changed', () => {
    tellSystem('settings:updated', { settings: { registrationOpen: true, registrationRole: 'client', version: 2 } });
    expect(readAgain()).toEqual(['audit', 'settings']);
  });

  it('the audit alone, when a link was made', () => {
    tellSystem('user:password_reset_issued', { user: aUser(tom.id) });
    expect(readAgain()).toEqual(['audit']);
  });

  it('the programs of a person, as a program takes them in, gives them another role, and lets them go', () => {
    const member = aMember(tom);
    for (const event of [
      anEvent(11, 'member:added', { member }),
      anEvent(12, 'member:updated', { member }),
      anEvent(13, 'member:removed', { userId: tom.id }),
    ]) {
      cache.setQueryData(ALL.memberships, {});
      live.take(event);
      time.pass();
      expect(readAgain()).toContain('memberships');
    }
    expect(readAgain()).not.toContain('people');
  });

  it('all of it after a connect, as nobody knows what was missed', () => {
    live.ready(positions);
    expect(readAgain()).toEqual(Object.keys(ALL));
  });
});

it('nothing of it is asked for by somebody who is no admin', () => {
  live.ready({ p1: positions.p1 });
  expect(readAgain()).toEqual([]);
});

it('a burst is read once at its beginning and once at its end', async () => {
  const read = vi.fn(() => Promise.resolve({}));
  const leave = new QueryObserver(cache, { queryKey: adminKeys.audit, queryFn: read }).subscribe(() => undefined);
  for (let seq = 11; seq < 40; seq++) live.take(anEvent(seq, 'request:created', { request: aRequest(seq) }));
  expect(read).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(cache.isFetching()).toBe(0));
  time.pass();
  expect(read).toHaveBeenCalledTimes(2);
  leave();
});

it('a reading under way is not broken off, and what it may have missed is read after it', async () => {
  const answers: ((value: object) => void)[] = [];
  const read = vi.fn(() => new Promise<object>((resolve) => answers.push(resolve)));
  let later: () => void = () => undefined;
  live = new LivePrograms(cache, mara.id, (work) => void (later = work));
  const leave = new QueryObserver(cache, { queryKey: adminKeys.audit, queryFn: read }).subscribe(() => undefined);
  for (const seq of [11, 12]) {
    live.take(anEvent(seq, 'user:password_reset_issued', { user: aUser(tom.id) }, { programId: SYSTEM }));
    later();
  }
  expect(read).toHaveBeenCalledTimes(1);
  answers[0]?.({});
  await vi.waitFor(() => expect(cache.isFetching()).toBe(0));
  later();
  expect(read).toHaveBeenCalledTimes(2);
  leave();
});

it('the installation is no program: no position of it is told, and no page learns of it as one', () => {
  const arrived = vi.fn();
  const caughtUp = vi.fn();
  live.arrivals.subscribe(arrived);
  live.caughtUp.subscribe(caughtUp);
  live.ready(positions);
  live.advance(SYSTEM, { epoch: 's', seq: 5 });
  tellSystem('user:created', { user: aUser(tom.id) });
  time.pass();
  expect(arrived).not.toHaveBeenCalled();
  expect(caughtUp).toHaveBeenCalledWith({ p1: positions.p1 });
  expect(live.handshake()).not.toHaveProperty(SYSTEM);
});
