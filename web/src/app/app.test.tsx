import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aComment, aDetail, aMe, anAttachment, aProgram, aRequest, mara } from '@/testing/things';
import { changeLanguage } from './i18n';
import { de } from './i18n/de';
import { en } from './i18n/en';
import { merged } from './pages/merged';

const user = userEvent.setup();
const path = '/programs/p1/requests/r1';
let server: TestingServer;

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([aProgram()]));
  server.on('GET /programs/p1', () => answer(200, aProgram(), { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({ data: [] }));
  server.on(`GET ${path}`, () => aDetail(aRequest(1, { status: 'rejected', rejectionReason: 'No budget' })));
  server.on(`GET ${path}/comments`, () => pageOf([aComment('c1', { body: 'Any news?' })]));
  server.on(`GET ${path}/attachments`, () => ({ data: [anAttachment('plan')] }));
  server.on(`GET ${path}/history`, () => ({
    data: [
      {
        id: 'h1',
        seq: 3,
        event: 'request:created',
        requestId: 'r1',
        requestKey: 'OPS-1',
        actor: mara,
        changes: [],
        data: {},
        timestamp: '2026-11-20T08:00:00.000Z',
      },
    ],
    next: null,
  }));
  session.end();
  await session.renew();
});

describe('the page of a request', () => {
  it('shows matter, state, conversation and history', async () => {
    await renderApp(path);
    expect(await screen.findByRole('heading', { name: 'Request 1', level: 1 })).toBeVisible();
    expect(screen.getByText('No budget')).toBeVisible();
    expect(await screen.findByText('Any news?')).toBeVisible();
    expect(screen.getByText('created the request')).toBeVisible();
    expect(await screen.findByText('plan.txt')).toBeVisible();
    expect(screen.getByRole('complementary', { name: 'State' })).toBeVisible();
    expect(screen.getByText('OPS-1', { selector: '[aria-current]' })).toBeVisible();
  });

  it('shows only comments, or only changes, when one wants that', async () => {
    await renderApp(path);
    await screen.findByText('Any news?');
    await user.click(screen.getByRole('radio', { name: 'Changes' }));
    expect(screen.queryByText('Any news?')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Conversation' }));
    expect(screen.getByText('Any news?')).toBeVisible();
    expect(screen.queryByText('created the request')).toBeNull();
  });

  it('says the same of what does not exist and of what is not shared', async () => {
    server.on(`GET ${path}`, () => problem(404, 'not-found', 'x'));
    await renderApp(path);
    expect(await screen.findByText('This does not exist, or it is not shared with you.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('a stream', () => {
  const entry = (id: string, event: string, timestamp: string) => ({
    ...{ id, event, timestamp, seq: 1, requestId: 'r1', requestKey: 'OPS-1', actor: mara, changes: [], data: {} },
  });

  it('stands in the order of time, and shows a comment for its entry', () => {
    const comments = [aComment('c1', { createdAt: '2026-11-20T09:00:00.000Z' })];
    const entries = [
      entry('h3', 'request:assigned', '2026-11-20T10:00:00.000Z'),
      entry('h2', 'comment:added', '2026-11-20T09:00:00.000Z'),
      entry('h1', 'request:created', '2026-11-20T08:00:00.000Z'),
    ];
    expect(merged(comments, entries, 'all').map(({ id }) => id)).toEqual(['h1', 'c1', 'h3']);
    expect(merged(comments, entries, 'comments').map(({ id }) => id)).toEqual(['c1']);
    expect(merged(comments, entries, 'changes').map(({ id }) => id)).toEqual(['h1', 'h3']);
  });
});

describe('the shell', () => {
  it('sends those who are not logged in to the log-in, and back', async () => {
    session.end();
    server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'x', { code: 'session_ended' }));
    server.on('POST /auth/session', () => aSession(aMe()));
    const { router } = await renderApp(path);
    await user.type(await screen.findByLabelText('E-mail'), 'mara@example.test');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(path));
  });

  it('does not follow an address to somewhere else', async () => {
    session.end();
    server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'x', { code: 'session_ended' }));
    server.on('POST /auth/session', () => aSession(aMe()));
    const { router } = await renderApp('/login?next=%2F%2Fevil.example');
    await user.type(await screen.findByLabelText('E-mail'), 'mara@example.test');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(router.state.location.href).toBe('/'));
  });

  it('logs out, and says nothing of an ended session', async () => {
    server.on('DELETE /auth/session', () => answer(204));
    const { router } = await renderApp('/');
    await user.click(
      (await screen.findAllByRole('button', { name: /^Account of Mara Lindqvist/ }))[0] ?? document.body,
    );
    await user.click(screen.getByRole('menuitem', { name: 'Log out' }));
    await screen.findByLabelText('E-mail');
    expect(router.state.location.href).toBe('/login');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('brings who was logged out by the server back to the page', async () => {
    const { router } = await renderApp(path);
    await screen.findByText('Any news?');
    act(() => session.end('ended'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Your session has ended.');
    expect(router.state.location.pathname).toBe('/login');
  });

  it('says whether one is connected, and what that means', async () => {
    await renderApp('/');
    const badge = await screen.findByTestId('connection');
    expect(badge).toHaveAttribute('data-state', 'offline');
    await user.click(within(badge).getByRole('button', { name: 'Offline' }));
    expect(await screen.findByRole('dialog', { name: 'Connection' })).toHaveTextContent('No connection to the server.');
  });

  it('explains its keys', async () => {
    await renderApp('/');
    await screen.findByRole('list', { name: 'Programs' });
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Write a comment');
  });

  it('says that an address leads nowhere', async () => {
    await renderApp('/nowhere');
    expect(await screen.findByText('Not here')).toBeVisible();
  });
});

describe('the languages', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found).sort();
  const flat = (texts: object, at = ''): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : flat(value, `${at}${key}.`),
    );

  it('put the same things into their texts', () => {
    const german = Object.fromEntries(flat(de));
    for (const [key, text] of flat(en)) {
      const wanted = new Set(placeholders(text));
      expect([key, new Set(placeholders(german[key] ?? ''))]).toEqual([key, wanted]);
    }
  });

  it('change at once', async () => {
    await renderApp('/programs');
    await screen.findByRole('heading', { name: 'Programs' });
    await act(() => changeLanguage('de'));
    expect(screen.getByRole('heading', { name: 'Programme' })).toBeVisible();
    expect(document.documentElement.lang).toBe('de');
    await act(() => changeLanguage('en'));
  });
});
