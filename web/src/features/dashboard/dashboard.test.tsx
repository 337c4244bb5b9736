import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dashboard } from '@/api/dashboard';
import type { Me, Mention, Request } from '@/api/types';
import { expectAccessible } from '@/testing/axe';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aComment, aMe, aMention, anEvent, aProgram, aRequest, mara, tom } from '@/testing/things';
import { applyToDashboard } from './applyDashboard';
import { applyToMentions } from './applyMentions';
import { DashboardView } from './DashboardView';

const user = userEvent.setup();
let server: TestingServer;
let stored: Dashboard;
let mentions: Mention[];

const part = (...data: Request[]) => ({ data, more: false });
const path = 'GET /me/dashboard';

beforeEach(() => {
  server = new TestingServer();
  stored = {
    mine: part(aRequest(1, { title: 'New lamp', assignee: mara })),
    toReview: { data: [aRequest(2, { title: 'Old chair' })], more: true },
    overdue: part(aRequest(3, { title: 'Late desk', dueDate: '2026-01-01' })),
    recentlyChanged: part(aRequest(2, { title: 'Old chair' })),
  };
  mentions = [aMention('look', aRequest(5, { title: 'Blue door' }))];
  server.on(path, () => stored);
  server.on('GET /me/mentions', () => pageOf(mentions));
  server.on('GET /programs', () => pageOf([aProgram({ name: 'Furniture' })]));
});

async function open(me: Me = aMe()) {
  const view = await renderLinked(<DashboardView />, me);
  await screen.findByRole('heading', { level: 2, name: /Recently changed|News/ });
  return view;
}
const listOf = (name: string) => within(screen.getByRole('region', { name }));

describe('the dashboard', () => {
  it('shows what is late, waits, and is one’s own', async () => {
    const { container } = await open();
    expect(await screen.findByRole('region', { name: 'To review' })).toHaveTextContent('1+');
    expect(listOf('Mine').getByRole('link', { name: 'New lamp' })).toHaveAttribute('href', '/programs/p1/requests/r1');
    expect(listOf('Mine').getByText('Furniture')).toBeVisible();
    expect(listOf('Overdue').getByText('Late desk')).toBeVisible();
    await expectAccessible(container);
  });

  it('leads from a mention to the comment, and says who, where and what', async () => {
    mentions = [aMention('look', aRequest(5, { title: 'Blue door' }), { internal: true })];
    await open();
    const list = listOf('Mentions');
    expect(list.getByText('Tom Okafor')).toBeVisible();
    expect(list.getByText('OPS-5')).toBeVisible();
    expect(list.getByText('Blue door')).toBeVisible();
    expect(list.getByText('Internal')).toBeVisible();
    expect(list.getByRole('link', { name: '@Mara Lindqvist look' })).toHaveAttribute(
      'href',
      '/programs/p1/requests/r5#comment-look',
    );
  });

  it('says that older mentions are not shown', async () => {
    server.on('GET /me/mentions', () => pageOf(mentions, 11));
    await open();
    expect(listOf('Mentions').getByText('The ten latest.')).toBeVisible();
  });

  it('says in each empty part what would be there', async () => {
    stored = { mine: part(), toReview: part(), overdue: part(), recentlyChanged: part() };
    mentions = [];
    await open();
    expect(screen.getByText(/When somebody writes @ and your name in a comment/)).toBeVisible();
    expect(await screen.findByText(/What is submitted in a program that you manage appears here/)).toBeVisible();
    expect(screen.getByText(/Requests that you file or that are assigned to you/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Overdue' })).toBeNull();
  });

  it('has no reviews for those who manage nothing, and speaks to clients as to outsiders', async () => {
    server.on('GET /programs', () => pageOf([aProgram({ myRole: 'client' })]));
    await open(aMe({ role: 'client', can: { createProgram: false, manageUsers: false } }));
    expect(screen.getByRole('heading', { level: 1, name: 'Your requests' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Not finished yet' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Later than planned' })).toBeVisible();
    await screen.findAllByText('Operations');
    expect(screen.queryByText('Waiting for your decision')).toBeNull();
  });

  it('tells those in no program what to wait for, and those who may create one, how', async () => {
    server.on('GET /programs', () => pageOf([]));
    const first = await open(aMe({ can: { createProgram: false, manageUsers: false } }));
    expect(await screen.findByText(/You are in no program yet/)).toBeVisible();
    first.unmount();
    await open();
    expect(await screen.findByText(/There is no program yet/)).toBeVisible();
  });

  it('says when it did not load, and tries again', async () => {
    server.on(path, () => problem(500, 'internal', 'The database is away.'));
    await renderLinked(<DashboardView />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    server.on(path, () => stored);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('New lamp')).toBeVisible();
  });

  it('says when the mentions did not load, and tries again', async () => {
    server.on('GET /me/mentions', () => problem(500, 'internal', 'The database is away.'));
    await renderLinked(<DashboardView />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    server.on('GET /me/mentions', () => pageOf(mentions));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Blue door')).toBeVisible();
  });

  it('is walked through by J and K over all parts, and opened by Enter', async () => {
    const { address } = await open();
    await screen.findByRole('region', { name: 'To review' });
    await user.keyboard('j');
    expect(screen.getByRole('link', { name: 'Late desk' })).toHaveFocus();
    await user.keyboard('jj');
    expect(screen.getByRole('link', { name: 'New lamp' })).toHaveFocus();
    await user.keyboard('k{Enter}');
    await waitFor(() => expect(address()).toBe('/programs/p1/requests/r2'));
  });
});

describe('what others do', () => {
  it('is seen in the row at once, and soon in the choice of rows', async () => {
    const { tell } = await open();
    const renamed = aRequest(1, { title: 'Newer lamp', version: 2 });
    stored = { ...stored, mine: part(renamed, aRequest(9, { title: 'Brand new' })) };
    await tell(anEvent(11, 'request:updated', { request: renamed, changedFields: ['title'] }));
    expect(await screen.findByText('Newer lamp')).toBeVisible();
    expect(await screen.findByText('Brand new')).toBeVisible();
    expect(server.callsTo(path)).toHaveLength(2);
  });

  it('brings a new mention without a reload', async () => {
    const { tell } = await open();
    mentions = [aMention('newer'), ...mentions];
    await tell(anEvent(11, 'comment:added', { comment: aComment('newer', { mentions: [mara] }) }, { requestId: 'r1' }));
    expect(await screen.findByRole('link', { name: '@Mara Lindqvist newer' })).toBeVisible();
  });

  it('takes a deleted mention away at once, before the server is asked', async () => {
    const { tell } = await open();
    server.on('GET /me/mentions', () => new Promise(() => undefined));
    await tell(anEvent(11, 'comment:deleted', { commentId: 'look' }, { requestId: 'r5' }));
    await waitFor(() => expect(screen.queryByText('Blue door')).toBeNull());
  });

  it('is asked for again after a connection was lost', async () => {
    const { socket } = await open();
    act(() => socket.accept());
    act(() => socket.tell('live:ready', { positions: {} }));
    await waitFor(() => expect(server.callsTo(path)).toHaveLength(2));
  });
});

describe('a dashboard after an event', () => {
  const event = (request: Request) => anEvent(5, 'request:updated', { request, changedFields: ['title'] }, { by: tom });

  it('is the same object when nothing of it changed', () => {
    expect(applyToDashboard(stored, event(aRequest(77, { version: 5 })))).toBe(stored);
    expect(applyToDashboard(stored, event(aRequest(1, { version: 0 })))).toBe(stored);
  });

  it('has the change in every part that shows the request, and forgets a deleted one', () => {
    const changed = applyToDashboard(stored, event(aRequest(2, { title: 'Chair', version: 2 })));
    expect(changed.toReview.data[0]?.title).toBe('Chair');
    expect(changed.recentlyChanged.data[0]?.title).toBe('Chair');
    expect(changed.mine).toBe(stored.mine);
    const gone = applyToDashboard(
      stored,
      anEvent(6, 'request:deleted', { request: { id: 'r2' } }, { requestId: 'r2' }),
    );
    expect(gone.toReview.data).toEqual([]);
  });
});

describe('mentions after an event', () => {
  const blue = aRequest(5, { title: 'Blue door' });
  const held = { data: [aMention('look', blue), aMention('other', aRequest(6))], more: false };
  const ids = ({ data }: typeof held) => data.map(({ commentId }) => commentId);
  const after = (event: Parameters<typeof applyToMentions>[1]) => applyToMentions(held, event, mara.id);

  it('are the same object when nothing of them changed', () => {
    expect(after(anEvent(5, 'comment:deleted', { commentId: 'foreign' }))).toBe(held);
    expect(after(anEvent(5, 'comment:updated', { comment: aComment('look', { mentions: [mara] }) }))).toBe(held);
    expect(after(anEvent(5, 'request:updated', { request: blue, changedFields: [] }))).toBe(held);
    expect(after(anEvent(5, 'member:removed', { userId: tom.id }))).toBe(held);
  });

  it('lose a comment that was edited and mentions one no more', () => {
    expect(ids(after(anEvent(5, 'comment:updated', { comment: aComment('look', { mentions: [tom] }) })))).toEqual([
      'other',
    ]);
  });

  it('lose a request that went out of sight, and all when one left the program', () => {
    const gone = anEvent(5, 'request:deleted', { request: { id: 'r5' } }, { requestId: 'r5' });
    expect(ids(after(gone))).toEqual(['other']);
    expect(ids(after(anEvent(5, 'member:removed', { userId: mara.id })))).toEqual([]);
  });

  it('have the new title of a request', () => {
    const renamed = { ...blue, title: 'Green door', version: 2 };
    const { data } = after(anEvent(5, 'request:updated', { request: renamed, changedFields: ['title'] }));
    expect(data.map(({ request }) => request.title)).toEqual(['Green door', 'Request 6']);
  });
});
