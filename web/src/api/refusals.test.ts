import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, lost, problem, serverFor, type TestingServer } from '@/testing/TestingServer';
import { newCallKey } from './callKey';
import { ask, askOutside, askRaw } from './http';
import { errorFor, isGone, Problem, problemIn, Unreachable } from './problem';
import { session } from './session';

let server: TestingServer;
beforeEach(async () => {
  server = await serverFor();
});

const refusalOf = (path = '/programs') => ask(path).catch((error: unknown) => error);

/** What stands between us and the server answers in its place. */
const answerAsProxy = (status: number, body = '<h1>Sorry</h1>', headers?: Record<string, string>) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, statusText: 'Sorry', headers })));

describe('a problem document', () => {
  it.each([400, 403, 404, 409, 413, 422, 429, 507])('of status %d is told with all that it says', async (status) => {
    server.on('GET /programs', () => problem(status, 'some-thing', 'In words.', { code: 'why', retryAfter: 7 }));
    const error = await refusalOf();
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status, slug: 'some-thing', message: 'In words.', code: 'why', retryAfter: 7 });
    expect(server.callsTo('GET /programs')).toHaveLength(1);
  });

  it('without a sentence is told by its title', async () => {
    server.on('GET /programs', () => answer(409, { type: '/problems/conflict', title: 'Conflict' }));
    expect(await refusalOf()).toMatchObject({ message: 'Conflict', errors: [], conflicts: [], current: undefined });
  });

  it('may be known by an absolute address', () => {
    const text = JSON.stringify({ type: 'https://docket.test/problems/too-many', title: 'x' });
    expect(problemIn(429, '', text)).toMatchObject({ slug: 'too-many', status: 429 });
  });

  it.each([
    [404, true],
    [403, false],
    [500, false],
  ])('of status %d: gone is %s', (status, gone) => {
    expect(isGone(problemIn(status, '', '{}'))).toBe(gone);
    expect(isGone(new Unreachable())).toBe(false);
  });
});

describe('what is no answer of our server', () => {
  it.each([502, 503, 504])('says that the server is away: %d of a proxy', async (status) => {
    answerAsProxy(status);
    expect(await refusalOf()).toBeInstanceOf(Unreachable);
  });

  it('is not taken for that where the server has put words to it', () => {
    const own = problemIn(503, '', JSON.stringify({ type: '/problems/starting', title: 'Starting' }));
    expect(errorFor(own)).toBe(own);
  });

  it('is told as a problem without words otherwise', async () => {
    answerAsProxy(418);
    expect(await refusalOf()).toMatchObject({ status: 418, hasWords: false, message: 'Sorry' });
    answerAsProxy(500, '');
    expect(await refusalOf()).toMatchObject({ status: 500, hasWords: false });
  });

  it('is a page in the place of data, as of the log-in of a hotel', async () => {
    answerAsProxy(200);
    expect(await refusalOf()).toBeInstanceOf(Unreachable);
  });

  it('is data that breaks off', async () => {
    answerAsProxy(200, '{"data":[{"id":');
    expect(await refusalOf()).toBeInstanceOf(Unreachable);
  });

  it('is a network that is down, also for those who are not logged in', async () => {
    server.on('GET /programs', lost).on('GET /auth/options', lost);
    expect(await refusalOf()).toBeInstanceOf(Unreachable);
    await expect(askOutside('/auth/options')).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a call that nobody waits for any more', () => {
  it('ends as aborted, and not as a server that is away', async () => {
    server.on('GET /programs', () => new Promise(() => undefined));
    const stop = new AbortController();
    const call = ask('/programs', { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not even begin', async () => {
    await expect(ask('/programs', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the token', () => {
  const expired = () => problem(401, 'unauthenticated', 'Expired', { code: 'token_expired' });

  it('is renewed and the call repeated once, and not for ever', async () => {
    server.on('GET /programs', expired);
    expect(await refusalOf()).toMatchObject({ status: 401 });
    expect(server.callsTo('GET /programs')).toHaveLength(2);
    expect(server.callsTo('POST /auth/session/refresh')).toHaveLength(1);
  });

  it('that can not be renewed for want of a network leaves the session as it is', async () => {
    server.on('GET /programs', expired).on('POST /auth/session/refresh', lost);
    expect(await refusalOf()).toBeInstanceOf(Unreachable);
    expect(session.state.status).toBe('in');
  });

  it('is fetched first by a page that has just been opened', async () => {
    session.end();
    server.on('GET /programs', ({ headers }) => ({ asked: headers.get('Authorization') }));
    expect((await ask('/programs')).body).toEqual({ asked: `Bearer ${session.token}` });
  });

  it('goes with the calls for files, which are not JSON', async () => {
    server.on('GET /file', ({ headers }) => ({ accept: headers.get('Accept') }));
    expect(await (await askRaw('/file', { accept: '*/*' })).json()).toEqual({ accept: '*/*' });
  });

  it('is not sent by what everybody may ask', async () => {
    server.on('GET /auth/options', ({ headers }) => ({ token: headers.get('Authorization') }));
    expect(await askOutside('/auth/options')).toEqual({ token: null });
    server.on('POST /auth/registration', () => answer(202));
    expect(await askOutside('/auth/registration', { method: 'POST', body: {} })).toBeUndefined();
  });
});

describe('a call with a key', () => {
  const post = () => ask('/programs', { method: 'POST', body: { name: 'New' }, key: 'k1' });
  const underWay = () => problem(409, 'call-under-way', 'Wait.', { retryAfter: 3 });
  const keys = () => server.callsTo('POST /programs').map(({ headers }) => headers.get('Idempotency-Key'));

  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('carries it, and carries it again when the token had expired', async () => {
    server.on('POST /programs', () =>
      keys().length === 1 ? problem(401, 'unauthenticated', 'x', { code: 'token_expired' }) : answer(201, {}),
    );
    await post();
    expect(keys()).toEqual(['k1', 'k1']);
  });

  it('waits for the first one as long as the server says, and takes its answer', async () => {
    server.on('POST /programs', () => (keys().length < 3 ? underWay() : answer(201, { id: 'p9' })));
    const call = post();
    await vi.advanceTimersByTimeAsync(2999);
    expect(keys()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3001);
    expect((await call).body).toEqual({ id: 'p9' });
    expect(keys()).toEqual(['k1', 'k1', 'k1']);
  });

  it('does not wait for ever', async () => {
    server.on('POST /programs', underWay);
    const call = post().catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await call).toMatchObject({ slug: 'call-under-way' });
    expect(keys()).toHaveLength(4);
  });

  it('tells every other conflict at once', async () => {
    server.on('POST /programs', () => problem(409, 'name-taken', 'Taken.'));
    await expect(post()).rejects.toMatchObject({ slug: 'name-taken' });
    expect(keys()).toHaveLength(1);
  });

  it('has another key than any other', () => {
    const all = new Set(Array.from({ length: 50 }, newCallKey));
    expect(all.size).toBe(50);
    for (const key of all) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
