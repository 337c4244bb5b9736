import { beforeEach, describe, expect, it } from 'vitest';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { ask, positionOf, queryString } from './http';
import { Problem } from './problem';
import { nextPage } from './queries';
import { session } from './session';
import { aRequest } from '@/testing/things';

let server: TestingServer;

beforeEach(async () => {
  server = new TestingServer();
  session.end();
  await session.renew();
  server.calls.length = 0;
});

describe('asking the API', () => {
  it('sends the token and reads the position', async () => {
    server.on('GET /programs', () => answer(200, { ok: true }, { 'Docket-Position': 'a:b:17' }));
    expect(await ask('/programs')).toEqual({ body: { ok: true }, at: { epoch: 'a:b', seq: 17 } });
    expect(server.calls[0]?.headers.get('Authorization')).toBe(`Bearer ${session.token}`);
  });

  it('renews an expired token once and asks again', async () => {
    let asked = 0;
    server.on('GET /programs', () => {
      asked += 1;
      return asked === 1 ? problem(401, 'unauthenticated', 'Expired', { code: 'token_expired' }) : { ok: true };
    });
    expect((await ask('/programs')).body).toEqual({ ok: true });
    expect(server.callsTo('POST /auth/session/refresh')).toHaveLength(1);
  });

  it('renews once for several requests that were refused together', async () => {
    const first = session.token;
    for (const path of ['/a', '/b', '/c']) {
      server.on(`GET ${path}`, ({ headers }) =>
        headers.get('Authorization') === `Bearer ${first}`
          ? problem(401, 'unauthenticated', 'Expired', { code: 'token_expired' })
          : { path },
      );
    }
    const bodies = await Promise.all(['/a', '/b', '/c'].map((path) => ask(path)));
    expect(bodies.map(({ body }) => body)).toEqual([{ path: '/a' }, { path: '/b' }, { path: '/c' }]);
    expect(server.callsTo('POST /auth/session/refresh')).toHaveLength(1);
  });

  it('ends the session of somebody who was deactivated', async () => {
    server.on('GET /programs', () => problem(401, 'unauthenticated', 'No', { code: 'user_inactive' }));
    await expect(ask('/programs')).rejects.toBeInstanceOf(Problem);
    expect(session.state).toEqual({ status: 'out', reason: 'inactive' });
  });

  it('ends when the session can not be renewed', async () => {
    server.on('GET /programs', () => problem(401, 'unauthenticated', 'No', { code: 'token_expired' }));
    server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'No', { code: 'session_ended' }));
    await expect(ask('/programs')).rejects.toBeInstanceOf(Problem);
    expect(session.state).toEqual({ status: 'out', reason: 'ended' });
  });

  it('turns a refusal into a problem with its parts', async () => {
    const errors = [{ path: 'title', message: 'Too short' }];
    server.on('POST /programs', () => problem(400, 'validation', 'Look at the title.', { errors }));
    const error = await ask('/programs', { method: 'POST', body: {} }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ slug: 'validation', status: 400, message: 'Look at the title.', errors });
    expect((error as Problem).messageFor('title')).toBe('Too short');
    expect((error as Problem).messageFor('key')).toBeUndefined();
  });

  it('has no body for 204', async () => {
    server.on('DELETE /programs/p1', () => answer(204));
    expect((await ask('/programs/p1', { method: 'DELETE' })).body).toBeUndefined();
  });
});

describe('the parts of an address', () => {
  it('leave out what is not said', () => {
    expect(queryString({ q: '', status: undefined, before: null, page: 1, sort: '-updatedAt' })).toBe(
      '?page=1&sort=-updatedAt',
    );
    expect(queryString({})).toBe('');
    expect(queryString({ q: 'a & b' })).toBe('?q=a+%26+b');
  });

  it('may be without a position', () => {
    expect(positionOf(null)).toBeNull();
    expect(positionOf('nonsense')).toBeNull();
  });
});

describe('the next page of a list', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => aRequest(from + index));

  it('is the one after what is known', () => {
    const first = pageOf(rows(1, 100), 250);
    expect(nextPage(first, [first], 1)).toBe(2);
  });

  it('is read once more when a row has gone from it', () => {
    const first = pageOf(rows(2, 100), 249);
    expect(nextPage(first, [first], 1)).toBe(1);
  });

  it('goes on when a page brought nothing new', () => {
    const first = pageOf(rows(1, 99), 250);
    expect(nextPage(first, [first, first], 1)).toBe(2);
  });

  it('is none at the end', () => {
    const all = pageOf(rows(1, 30));
    expect(nextPage(all, [all], 1)).toBeUndefined();
    const first = pageOf(rows(1, 100), 130);
    const second = pageOf(rows(101, 129), 130);
    expect(nextPage(second, [first, second], 3)).toBeUndefined();
  });
});
