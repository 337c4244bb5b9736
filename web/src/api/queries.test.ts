import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, pageOf, serverFor, type TestingServer } from '@/testing/TestingServer';
import { aComment, aDetail, anAttachment, anEntry, aProgram, aRequest, mara } from '@/testing/things';
import {
  activityQuery,
  attachmentsQuery,
  commentsQuery,
  newer,
  programsQuery,
  requestListQuery,
  requestQuery,
  type RequestFilter,
} from './queries';
import { mentionableQuery, versionsQuery } from './request';

const ref = { programId: 'p1', requestId: 'r1' };
const path = '/programs/p1/requests/r1';
let server: TestingServer;
let cache: QueryClient;

beforeEach(async () => {
  server = await serverFor();
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

const paged = <T>(page: T[], number: number, pages: number) => ({
  data: page,
  pagination: { page: number, limit: 100, total: 200, pages },
});
const asked = (route: string) => server.callsTo(route).map(({ query }) => Object.fromEntries(query));

describe('what is short is read whole', () => {
  it('programs, page by page', async () => {
    server.on('GET /programs', ({ query }) => {
      const page = Number(query.get('page'));
      return paged([aProgram({ id: `p${page}` })], page, 3);
    });
    expect((await cache.query(programsQuery())).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  });

  it('comments, at the position of their first page: what comes while one reads is an event', async () => {
    server.on(`GET ${path}/comments`, ({ query }) => {
      const page = Number(query.get('page'));
      return answer(200, paged([aComment(`c${page}`)], page, 2), { 'Docket-Position': `e:${10 + page}` });
    });
    const comments = await cache.query(commentsQuery(ref));
    expect(comments.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(cache.getQueryData(commentsQuery(ref).queryKey)?.at).toEqual({ epoch: 'e', seq: 11 });
  });

  it('files, by cursor', async () => {
    server.on(`GET ${path}/attachments`, ({ query }) =>
      query.get('after') === 'a1' ? { data: [anAttachment('a2')] } : { data: [anAttachment('a1')], next: 'a1' },
    );
    expect((await cache.query(attachmentsQuery(ref))).map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  it('earlier texts of a comment, newest first', async () => {
    const text = (version: number) => ({ version, body: 'x', html: '', writtenAt: '2026-11-20T09:00:00Z' });
    server.on(`GET ${path}/comments/c1/versions`, ({ query }) =>
      query.get('before') === '2' ? { data: [text(1)], next: null } : { data: [text(3), text(2)], next: 2 },
    );
    const versions = await cache.query(versionsQuery(ref, 'c1'));
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});

describe('what is long is read as far as somebody looks', () => {
  it('activity, by the number of the last entry', async () => {
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === '5'
        ? { data: [anEntry('comment:added', {}, { seq: 4 })], next: null }
        : { data: [anEntry('comment:added', {}, { seq: 5 })], next: 5 },
    );
    const { pages } = await cache.infiniteQuery({ ...activityQuery('p1'), pages: 5 });
    expect(pages.map(({ value }) => value.data[0]?.seq)).toEqual([5, 4]);
    expect(asked('GET /programs/p1/activity')).toEqual([{ limit: '50' }, { limit: '50', before: '5' }]);
  });

  it.each<[RequestFilter, object]>([
    [{}, { sort: '-updatedAt' }],
    [
      { status: ['draft', 'submitted'], priority: ['high'] },
      { status: 'draft,submitted', priority: 'high', sort: '-updatedAt' },
    ],
    [
      { assignee: 'none', q: 'lamp', sort: 'dueDate' },
      { assignee: 'none', q: 'lamp', sort: 'dueDate' },
    ],
  ])('requests by %j', async (filter, query) => {
    server.on('GET /programs/p1/requests', () => pageOf([aRequest(1)]));
    await cache.infiniteQuery(requestListQuery('p1', filter));
    expect(asked('GET /programs/p1/requests')).toEqual([{ page: '1', limit: '100', ...query }]);
  });
});

describe('a request', () => {
  const loaded = (version: number) => ({ at: null, value: aDetail(aRequest(1, { version })) });

  it('that was overtaken by an event does not turn the page back', async () => {
    server.on(`GET ${path}`, () => loaded(3).value);
    cache.setQueryData(requestQuery(ref).queryKey, loaded(5));
    await cache.query({ ...requestQuery(ref), staleTime: 0 });
    expect(cache.getQueryData(requestQuery(ref).queryKey)?.value.version).toBe(5);
    expect(newer(loaded(2), loaded(3)).value.version).toBe(3);
  });

  it('is asked for those who will read an internal comment, and only them', async () => {
    server.on(`GET ${path}/mentionable`, () => ({ data: [mara] }));
    expect(await cache.query(mentionableQuery(ref, true, 'ma'))).toEqual([mara]);
    await cache.query(mentionableQuery(ref, false, ''));
    expect(asked(`GET ${path}/mentionable`)).toEqual([{ q: 'ma', internal: 'true' }, {}]);
  });
});
