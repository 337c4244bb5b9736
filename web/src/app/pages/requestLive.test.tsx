import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { session } from '@/api/session';
import type { Request } from '@/api/types';
import { renderApp } from '@/testing/renderPage';
import {
  answer,
  lost,
  pageOf,
  problem,
  serveRequest,
  serverFor,
  session as aSession,
  type TestingServer,
} from '@/testing/TestingServer';
import { aComment, aDetail, aField, aMe, anEntry, anEvent, aProgram, aRequest, mara, tom } from '@/testing/things';

const user = userEvent.setup();
const path = '/programs/p1/requests/r2';
const ref = { programId: 'p1', requestId: 'r2' };
const program = aProgram({ fields: [aField('cost', { type: 'number' })] });
const request = aRequest(2, { fields: { cost: 40 } });
let server: TestingServer;

beforeEach(async () => {
  server = await serverFor(aMe(), program);
  serveRequest(server, aDetail(request));
  server.on('GET /programs/p1/requests', () => pageOf([request]));
});

async function open(address = path) {
  const app = await renderApp(address);
  await screen.findByRole('heading', { name: 'Request 2', level: 1 });
  return app;
}
const writeComment = (text: string) => user.type(screen.getByRole('textbox', { name: 'Write a comment' }), text);

describe('what somebody else does while the page is open', () => {
  const changed = (change: Partial<Request>, field: string) =>
    anEvent(11, 'request:updated', { request: { ...request, ...change, version: 2 }, changedFields: [field] });
  const glowing = () => document.querySelector('.glow');

  it.each<[string, Partial<Request>, RegExp, string]>([
    ['title', { title: 'Another' }, /Another/, 'Tom Okafor changed the title'],
    ['description', { description: 'New words' }, /New words/, 'Tom Okafor changed the description'],
    ['priority', { priority: 'urgent' }, /Urgent/, 'Tom Okafor changed the priority'],
    ['dueDate', { dueDate: '2026-12-24' }, /Dec 24/, 'Tom Okafor changed the due date'],
    ['fields.cost', { fields: { cost: 55 } }, /55/, 'Tom Okafor changed Cost'],
  ])('to the %s lands in place, glows there and names its author', async (field, change, text, said) => {
    const { tell } = await open();
    await tell(changed(change, field));
    expect(await screen.findByText(said)).toBeVisible();
    await waitFor(() => expect(glowing()).toHaveTextContent(text));
    expect(screen.getByText(said).closest('[role=status]')).not.toBeNull();
  });

  it('glows not when it was oneself, in another tab', async () => {
    const { tell } = await open();
    await tell(
      anEvent(
        11,
        'request:updated',
        { request: { ...request, title: 'Mine', version: 2 }, changedFields: ['title'] },
        { by: mara },
      ),
    );
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeVisible();
    expect(glowing()).toBeNull();
    expect(screen.queryByText(/Mara Lindqvist changed/)).toBeNull();
  });

  it('as a step changes what can be done next, read again', async () => {
    const { tell } = await open();
    const reviewed = aRequest(2, { status: 'in_review', version: 2 });
    serveRequest(server, aDetail(reviewed, ['approve', 'comment']));
    await tell(anEvent(11, 'request:status_changed', { request: reviewed, from: 'submitted', to: 'in_review' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Start review' })).toBeNull());
    const reject = await screen.findByRole('button', { name: 'Reject' });
    await waitFor(() => expect(reject).toHaveAccessibleDescription('Only a program manager can reject.'));
    expect(screen.getByText('started the review')).toBeVisible();
  });
});

describe('a request that goes while one looks at it', () => {
  const forgotten = anEvent(11, 'request:deleted', { request: { id: 'r2' } }, { requestId: 'r2' });

  it('because it was deleted says who did it, and the page gives way to the list', async () => {
    const { tell, router } = await open();
    await tell(anEvent(11, 'request:deleted', { request }));
    expect(await screen.findByText('Tom Okafor deleted OPS-2.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/programs/p1');
  });

  it('because it was withdrawn or is not shared any more says nothing else of it', async () => {
    const { tell, router } = await open();
    await tell(forgotten);
    expect(await screen.findByText('This request is no longer here, or no longer shared with you.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/programs/p1');
    await screen.findByRole('searchbox', { name: 'Search' });
    expect(screen.queryByText(/Tom Okafor/)).toBeNull();
  });

  it('keeps what one was writing, for when it is back', async () => {
    const { tell, router } = await open();
    await writeComment('Half a thought');
    await tell(forgotten);
    await screen.findByText(/no longer shared with you/);
    await act(() => router.navigate({ to: '/programs/$programId/requests/$requestId', params: ref }));
    expect(await screen.findByRole('textbox', { name: 'Write a comment' })).toHaveValue('Half a thought');
  });

  it('by one’s own hand in another tab needs no word', async () => {
    const { tell, router } = await open();
    await tell(anEvent(11, 'request:deleted', { request }, { by: mara }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/programs/p1'));
    expect(screen.queryByText(/deleted OPS-2/)).toBeNull();
  });

  it('elsewhere leaves the page where it is', async () => {
    const { tell, router } = await open();
    await tell(anEvent(11, 'request:deleted', { request: aRequest(7) }));
    await writeComment('x');
    expect(router.state.location.pathname).toBe(path);
  });

  it('with the whole program leads home', async () => {
    const { tell, router } = await open();
    await tell(anEvent(11, 'member:removed', { userId: mara.id }, { requestId: null }));
    expect(await screen.findByText(/Operations/, { selector: '[role=status] *, li *' })).toBeVisible();
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('while nobody could tell is not shown any more once that is known', async () => {
    const { cache } = await open();
    server.on(`GET ${path}`, () => problem(404, 'not-found', 'x'));
    await act(() => cache.invalidateQueries({ queryKey: keys.request(ref) }));
    expect(await screen.findByText('This does not exist, or it is not shared with you.')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Request 2' })).toBeNull();
  });
});

describe('what can not be read again', () => {
  it.each([
    ['the server stumbles', () => problem(500, 'internal', 'Resting.')],
    ['the network is down', lost],
  ])('leaves the page and what is half done on it: %s', async (_, failure) => {
    const { cache } = await open();
    await writeComment('Half a thought');
    server.on(`GET ${path}`, failure).on('GET /programs/p1', failure);
    await act(() => cache.invalidateQueries({ queryKey: keys.program('p1') }));
    expect(screen.getByRole('heading', { name: 'Request 2', level: 1 })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Write a comment' })).toHaveValue('Half a thought');
  });

  it('leaves the form of a new request open over its list', async () => {
    const { cache } = await renderApp('/programs/p1');
    await user.click(await screen.findByRole('button', { name: 'New request' }));
    const title = within(await screen.findByRole('dialog')).getByLabelText(/Title/);
    await user.type(title, 'Lamps');
    server.on('GET /programs/p1', () => problem(500, 'internal', 'Resting.'));
    await act(() => cache.invalidateQueries({ queryKey: keys.facts('p1') }));
    expect(title).toHaveValue('Lamps');
    expect(title).toBeInTheDocument();
  });

  it('but a program that is not shared any more is', async () => {
    const { cache } = await renderApp('/programs/p1');
    await screen.findByRole('searchbox', { name: 'Search' });
    server.on('GET /programs/p1', () => problem(404, 'not-found', 'x'));
    await act(() => cache.invalidateQueries({ queryKey: keys.facts('p1') }));
    expect(await screen.findByText('This does not exist, or it is not shared with you.')).toBeVisible();
  });
});

describe('a session that ends on the page', () => {
  it('leads to the log-in and back, with what one was writing', async () => {
    const { router } = await open();
    await writeComment('Half a thought');
    const ended = problem(401, 'unauthenticated', 'x', { code: 'session_ended' });
    server.on('POST /auth/session/refresh', () => ended);
    server.on(`POST ${path}/comments`, () => problem(401, 'unauthenticated', 'x', { code: 'token_expired' }));
    window.history.replaceState(null, '', path);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Your session has ended.', { exact: false })).toBeVisible();
    expect(router.state.location.search).toEqual({ next: path });
    window.history.replaceState(null, '', '/');

    server.on('POST /auth/session', () => aSession(aMe()));
    await user.type(screen.getByLabelText('E-mail'), 'mara@example.test');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(await screen.findByRole('textbox', { name: 'Write a comment' })).toHaveValue('Half a thought');
    expect(router.state.location.pathname).toBe(path);
  });

  it('goes on unseen when a night asleep has only cost the token', async () => {
    await open();
    let asked = 0;
    server.on(`POST ${path}/comments`, ({ body }) => {
      asked += 1;
      if (asked === 1) return problem(401, 'unauthenticated', 'x', { code: 'token_expired' });
      return answer(201, aComment('c9', { requestId: 'r2', author: mara, ...(body as object) }));
    });
    await writeComment('Good morning{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Good morning', { selector: 'article *' })).toBeVisible();
    expect(server.callsTo('POST /auth/session/refresh')).toHaveLength(1);
    const keys = server.callsTo(`POST ${path}/comments`).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
    expect(session.state.status).toBe('in');
  });
});

describe('the stream', () => {
  const at = (minute: number) => `2026-11-20T09:0${minute}:00.000Z`;

  it('tells of a comment that was deleted and brought back both, so that neither misleads', async () => {
    server.on(`GET ${path}/comments`, () => pageOf([aComment('c1', { requestId: 'r2', createdAt: at(0) })]));
    server.on(`GET ${path}/history`, () => ({
      data: [
        anEntry('comment:added', { restored: true }, { id: 'h3', seq: 3, timestamp: at(3) }),
        anEntry('comment:deleted', {}, { id: 'h2', seq: 2, timestamp: at(2) }),
        anEntry('comment:added', {}, { id: 'h1', seq: 1, timestamp: at(0) }),
      ],
      next: null,
    }));
    await open();
    await screen.findByText('deleted a comment');
    expect(screen.getByText('brought a deleted comment back')).toBeVisible();
    expect(screen.queryByText('commented')).toBeNull();
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('says what could not be loaded, and loads it', async () => {
    server.on(`GET ${path}/comments`, () => problem(500, 'internal', 'The comments are resting.'));
    await open();
    expect(await screen.findByText('The comments are resting.')).toBeVisible();
    server.on(`GET ${path}/comments`, () => pageOf([aComment('c1', { requestId: 'r2', author: tom })]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Comment c1')).toBeVisible();
  });
});
