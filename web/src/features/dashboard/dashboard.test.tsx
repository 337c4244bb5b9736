import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dashboard } from '@/api/dashboard';
import type { Me, Request } from '@/api/types';
import { expectAccessible } from '@/testing/axe';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aMe, anEvent, aProgram, aRequest, mara, tom } from '@/testing/things';
import { applyToDashboard } from './applyDashboard';
import { DashboardView } from './DashboardView';

const user = userEvent.setup();
let server: TestingServer;
let stored: Dashboard;

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
  server.on(path, () => stored);
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

  it('says in each empty part what would be there', async () => {
    stored = { mine: part(), toReview: part(), overdue: part(), recentlyChanged: part() };
    await open();
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
