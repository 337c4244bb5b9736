import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys, requestQuery, type Loaded } from '@/api/queries';
import type { Program, RequestDetail } from '@/api/types';
import { answer, TestingServer } from '@/testing/TestingServer';
import { TestingSchedule } from '@/testing/TestingSchedule';
import { aComment, aDetail, aMember, anEvent, aProgram, aRequest, mara, tom } from '@/testing/things';
import { LivePrograms, type Notice, type Pulse } from './programs';

const DEADLINE = 10_000;
const ref = { programId: 'p1', requestId: 'r1' };
let server: TestingServer;
let cache: QueryClient;
let time: TestingSchedule;
let live: LivePrograms;
let detail: RequestDetail;
let position: string;

beforeEach(() => {
  server = new TestingServer();
  cache = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  time = new TestingSchedule();
  live = new LivePrograms(cache, mara.id, time.schedule);
  live.follow();
  detail = aDetail(aRequest(1));
  position = 'e:10';
  server.on('GET /programs/p1/requests/r1', () => answer(200, detail, { 'Docket-Position': position }));
});

const open = () => cache.query(requestQuery(ref));
const shown = () => cache.getQueryData<Loaded<RequestDetail>>(keys.request(ref))?.value;
const updated = (seq: number, version: number, title = `Title ${version}`) =>
  anEvent(seq, 'request:updated', { request: aRequest(1, { version, title }), changedFields: ['title'] });
const reads = () => server.callsTo('GET /programs/p1/requests/r1').length;

describe('the cache', () => {
  it('follows the events after what was read', async () => {
    await open();
    live.take(updated(11, 2));
    time.pass();
    expect(shown()?.title).toBe('Title 2');
  });

  it('brings up to date what was read before events that came during the reading', async () => {
    await open();
    live.take(updated(11, 2));
    time.pass();
    cache.removeQueries({ queryKey: keys.request(ref) });
    await open(); // still answers version 1, read at position 10
    expect(shown()?.title).toBe('Title 2');
  });

  it('reads again what was read before the first event that is known', async () => {
    live.take(anEvent(40, 'request:created', { request: aRequest(2) }));
    live.ready({ p1: { epoch: 'e', seq: 40 } });
    await open();
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(true);
  });

  it('asks again, once live, for what could not be had while the server was gone', async () => {
    server.on('GET /programs/p1/requests/r1', () => Promise.reject(new TypeError('Failed to fetch')));
    const leave = new QueryObserver(cache, requestQuery(ref)).subscribe(() => undefined);
    await vi.waitFor(() => expect(cache.getQueryState(keys.request(ref))?.status).toBe('error'), DEADLINE);
    server.on('GET /programs/p1/requests/r1', () => answer(200, detail, { 'Docket-Position': position }));
    live.ready({ p1: { epoch: 'e', seq: 10 } });
    await vi.waitFor(() => expect(shown()?.id).toBe(detail.id), DEADLINE);
    leave();
  });

  it('is not turned back by an answer that was overtaken', async () => {
    await open();
    live.take(updated(11, 3));
    time.pass();
    detail = aDetail(aRequest(1, { version: 2, title: 'Late' }));
    position = 'e:11';
    await cache.refetchQueries({ queryKey: keys.request(ref) });
    expect(shown()?.title).toBe('Title 3');
  });

  it('is read again as a whole on resync, and follows from there', async () => {
    await open();
    live.resync('p1', { epoch: 'f', seq: 3 });
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(true);
    expect(live.handshake()).toEqual({ p1: { epoch: 'f', seq: 3 } });
  });

  it('keeps the list of programs up to date', () => {
    cache.setQueryData(keys.programs, [aProgram({ openRequests: 1 })]);
    const request = aRequest(1, { version: 2 });
    live.take(anEvent(11, 'request:status_changed', { request, from: 'draft', to: 'submitted' }));
    time.pass();
    expect(cache.getQueryData<Program[]>(keys.programs)?.[0]?.openRequests).toBe(2);
  });
});

it.each(['program:created', 'program:updated'] as const)('the list of programs is asked for anew on %s', (event) => {
  cache.setQueryData(keys.programs, []);
  live.take(anEvent(1, event, { program: aProgram({ id: 'p2' }) }, { programId: 'p2' }));
  time.pass();
  expect(cache.getQueryState(keys.programs)?.isInvalidated).toBe(true);
});

describe('positions', () => {
  it('are those of the first reading, moved on by events and by the server', async () => {
    await open();
    expect(live.handshake()).toEqual({ p1: { epoch: 'e', seq: 10 } });
    live.take(updated(11, 2));
    live.advance('p1', { epoch: 'e', seq: 14 });
    expect(live.handshake()).toEqual({ p1: { epoch: 'e', seq: 14 } });
  });

  it('are not told while only events are known, which do not say the epoch', () => {
    live.take(updated(11, 2));
    expect(live.handshake()).toEqual({});
  });

  it('that the server could not know lead to reading again', async () => {
    live.handshake();
    await open();
    live.ready({ p1: { epoch: 'e', seq: 20 } });
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(true);
  });

  it('that were told lead to nothing: the events have come', async () => {
    await open();
    live.handshake();
    live.ready({ p1: { epoch: 'e', seq: 20 } });
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(false);
  });
});

describe('rights', () => {
  it('are read again, once for a burst', async () => {
    await open();
    const unmount = cache.getQueryCache().find({ queryKey: keys.request(ref) });
    detail = aDetail(aRequest(1, { version: 3 }), ['comment']);
    position = 'e:12';
    live.take(updated(11, 2));
    live.take(updated(12, 3));
    time.pass();
    expect(unmount?.state.isInvalidated).toBe(true);
    await cache.refetchQueries({ queryKey: keys.request(ref) });
    expect(reads()).toBe(2);
    expect(shown()?.can.edit).toBe(false);
  });

  it('that came with the answer to the own change are not read again', async () => {
    await open();
    live.adopt(aDetail(aRequest(1, { version: 2, title: 'Mine' }), ['comment']));
    expect(shown()).toMatchObject({ title: 'Mine', can: { edit: false } });
    live.take(updated(11, 2, 'Mine'));
    time.pass();
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(false);
  });

  it('do not come back with an answer that was overtaken', async () => {
    await open();
    live.take(updated(11, 3));
    time.pass();
    live.adopt(aDetail(aRequest(1, { version: 2 }), []));
    expect(shown()?.version).toBe(3);
  });

  it('and whatever else an event did not tell are read again where they stand', async () => {
    await open();
    const comments = keys.comments(ref);
    cache.setQueryData(comments, { at: { epoch: 'e', seq: 10 }, value: [aComment('c1')] });
    const members = keys.members('p1');
    cache.setQueryData(members, { at: { epoch: 'e', seq: 10 }, value: [aMember(tom)] });
    live.take(anEvent(11, 'program:updated', { program: aProgram({ version: 2, status: 'archived' }) }));
    time.pass();
    expect(cache.getQueryState(comments)?.isInvalidated).toBe(true);
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(true);
    expect(cache.getQueryState(members)?.isInvalidated).toBe(false);
  });

  it('and what pages show beside that state, of this request alone', () => {
    const watchers = (requestId: string) => ['program', 'p1', 'watchers', requestId];
    for (const requestId of ['r1', 'r2']) cache.setQueryData(watchers(requestId), { at: null, value: [] });
    live.take(anEvent(11, 'request:watched', { requestId: 'r1', watching: true }, { requestId: null }));
    time.pass();
    expect(cache.getQueryState(watchers('r1'))?.isInvalidated).toBe(true);
    expect(cache.getQueryState(watchers('r2'))?.isInvalidated).toBe(false);
  });

  it('do not take away whether one watches', async () => {
    detail = { ...detail, watching: true };
    await open();
    live.adopt(aDetail(aRequest(1, { version: 2 })));
    expect(shown()?.watching).toBe(true);
  });

  it('leave the counts to the events of comments', async () => {
    await open();
    live.adopt(aDetail(aRequest(1, { version: 2, commentCount: 1 })));
    live.take(anEvent(11, 'comment:added', { comment: aComment('c1') }, { requestId: 'r1' }));
    time.pass();
    expect(shown()?.commentCount).toBe(1);
  });
});

describe('what is told to the page', () => {
  const notices: Notice[] = [];
  const pulses: Pulse[] = [];
  beforeEach(() => {
    notices.length = 0;
    pulses.length = 0;
    live.notices.subscribe((notice) => notices.push(notice));
    live.pulses.subscribe((pulse) => pulses.push(pulse));
  });

  it('is a change by somebody else, with the fields', () => {
    live.take(updated(11, 2));
    time.pass();
    expect(pulses).toEqual([{ requestId: 'r1', by: tom, seq: 11, fields: ['title'] }]);
  });

  it("is not the viewer's own change", () => {
    live.take({ ...updated(11, 2), performedBy: { userId: mara.id, name: mara.name } });
    time.pass();
    expect(pulses).toEqual([]);
  });

  it('is a request that went away', async () => {
    await open();
    live.take(anEvent(11, 'request:deleted', { request: { id: 'r1' } }));
    time.pass();
    expect(notices).toMatchObject([{ kind: 'request-gone', requestId: 'r1', by: tom }]);
    expect(shown()).toBeUndefined();
  });

  it('is leaving a program, which is forgotten', async () => {
    cache.setQueryData(keys.programs, [aProgram()]);
    await open();
    live.take(anEvent(11, 'member:removed', { userId: mara.id }));
    expect(notices).toEqual([{ kind: 'program-left', programId: 'p1', name: 'Operations' }]);
    expect(shown()).toBeUndefined();
    expect(cache.getQueryState(keys.programs)?.isInvalidated).toBe(true);
  });

  it('is joining a program', () => {
    cache.setQueryData(keys.programs, []);
    live.take(anEvent(11, 'member:added', { member: aMember(mara) }));
    expect(notices).toEqual([{ kind: 'program-joined', programId: 'p1' }]);
    expect(cache.getQueryState(keys.programs)?.isInvalidated).toBe(true);
  });

  it('is not the coming and going of others', () => {
    live.take(anEvent(11, 'member:removed', { userId: tom.id }));
    live.take(anEvent(12, 'member:added', { member: aMember(tom) }));
    expect(notices).toEqual([]);
  });

  it("is, after a change of the viewer's role, everything anew", async () => {
    await open();
    live.take(anEvent(11, 'member:updated', { member: aMember(mara, { role: 'client' }) }));
    expect(cache.getQueryState(keys.request(ref))?.isInvalidated).toBe(true);
  });
});

it('stops to follow', async () => {
  const other = new LivePrograms(cache, mara.id, time.schedule);
  const take = vi.spyOn(other, 'advance');
  other.follow()();
  await open();
  expect(other.handshake()).toEqual({});
  expect(take).not.toHaveBeenCalled();
});
