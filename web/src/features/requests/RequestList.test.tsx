import { act, renderHook, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '@/api/types';
import { session } from '@/api/session';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aField, aMember, aProgram, aRequest, aMe, mara, tom } from '@/testing/things';
import { session as aSession } from '@/testing/TestingServer';
import { useHeldRows } from './useHeldRows';

const program = aProgram({
  fields: [
    aField('cost', { type: 'number' }),
    aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'] }),
    aField('cleared', { type: 'checkbox' }),
  ],
});
let server: TestingServer;
const user = userEvent.setup();

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([program]));
  server.on('GET /programs/p1', () => answer(200, program, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({ data: [aMember(mara), aMember(tom)] }));
  server.on('GET /programs/p1/requests', () => pageOf([aRequest(3), aRequest(2), aRequest(1)]));
  session.end();
  await session.renew();
});

const list = () => screen.findByRole('list', { name: 'Requests' });
const asked = () => server.callsTo('GET /programs/p1/requests').map(({ query }) => Object.fromEntries(query));

describe('the list of requests', () => {
  it('shows what the server has', async () => {
    await renderApp('/programs/p1');
    expect(
      within(await list())
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Request 3', 'Request 2', 'Request 1']);
    expect(screen.getByText('3 requests')).toBeVisible();
  });

  it('tells how far checklists are', async () => {
    const checklists = { safety: { checked: 2, total: 3 }, site: { checked: 1, total: 1 } };
    server.on('GET /programs/p1/requests', () => pageOf([aRequest(1, { checklists })]));
    await renderApp('/programs/p1');
    expect(within(await list()).getByText('3 of 4 items checked')).toBeInTheDocument();
  });

  it('loads ahead what somebody lingers on', async () => {
    server.on('GET /programs/p1/requests/r2', () => aRequest(2));
    await renderApp('/programs/p1');
    await user.hover(within(await list()).getByRole('link', { name: 'Request 2' }));
    await waitFor(() => expect(server.callsTo('GET /programs/p1/requests/r2')).toHaveLength(1));
    expect(server.callsTo('GET /programs/p1/requests/r3')).toEqual([]);
  });

  it('says when the next rows did not load, and goes on', async () => {
    const rows = [aRequest(3), aRequest(2)];
    server.on('GET /programs/p1/requests', () =>
      asked().length === 1 ? pageOf(rows, 3) : problem(500, 'internal', 'Resting.'),
    );
    await renderApp('/programs/p1');
    expect(await screen.findByRole('alert')).toHaveTextContent('The next rows did not load.');
    server.on('GET /programs/p1/requests', () => pageOf([...rows, aRequest(1)]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Request 1' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks for what the address says', async () => {
    await renderApp(
      '/programs/p1?status=%5B%22draft%22%2C%22nonsense%22%5D&assignee=none&q=lamp&sort=title&priority=x',
    );
    await list();
    expect(asked()).toEqual([{ page: '1', limit: '100', status: 'draft', assignee: 'none', q: 'lamp', sort: 'title' }]);
  });

  it('puts a chosen filter into the address', async () => {
    const { router } = await renderApp('/programs/p1');
    await list();
    await user.click(screen.getByRole('button', { name: 'Status' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Approved' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Draft' }));
    expect(router.state.location.search).toEqual({ status: ['draft', 'approved'] });
    expect(screen.getByRole('button', { name: 'Status: Draft +1', hidden: true })).toBeInTheDocument();
  });

  it('searches when the typing pauses', async () => {
    await renderApp('/programs/p1');
    await list();
    await user.keyboard('/');
    await user.keyboard('lamp');
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('lamp');
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ q: 'lamp' }));
    expect(asked()).toHaveLength(2);
  });

  it('moves through the rows by J and K', async () => {
    await renderApp('/programs/p1');
    await list();
    const focused = () => document.activeElement?.textContent;
    await user.keyboard('j');
    await waitFor(() => expect(focused()).toBe('Request 3'));
    await user.keyboard('j');
    await waitFor(() => expect(focused()).toBe('Request 2'));
    await user.keyboard('k');
    await waitFor(() => expect(focused()).toBe('Request 3'));
  });

  it('says so when nothing fits, and offers a way out', async () => {
    server.on('GET /programs/p1/requests', () => pageOf([]));
    const { router } = await renderApp('/programs/p1?q=nothing');
    await screen.findByText('Nothing fits these filters');
    await user.click(screen.getByText('Clear filters'));
    expect(router.state.location.search).toEqual({});
  });

  it('says when it could not be loaded, and tries again', async () => {
    server.on('GET /programs/p1/requests', () => problem(500, 'internal', 'The database is resting.'));
    await renderApp('/programs/p1');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is resting.');
    server.on('GET /programs/p1/requests', () => pageOf([aRequest(1)]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await list()).toBeVisible();
  });

  it('tells a client why there is nothing to create', async () => {
    const reason = 'This program takes no requests from clients.';
    const closed = { ...program, can: { ...program.can, createRequest: false }, cannot: { createRequest: reason } };
    server.on('GET /programs/p1', () => closed);
    await renderApp('/programs/p1');
    expect(await screen.findByRole('button', { name: 'New request' })).toHaveAccessibleDescription(reason);
  });
});

describe('rows that come in', () => {
  const rows = (...numbers: number[]): Request[] => numbers.map((number) => aRequest(number));
  const ids = (shown: readonly Request[]) => shown.map(({ number }) => number);
  const held = (first: Request[]) =>
    renderHook(({ all, top }: { all: Request[]; top: string | null }) => useHeldRows(all, top), {
      initialProps: { all: first, top: null as string | null },
    });

  it('appear at once at the top of the list', () => {
    const hook = held(rows(3, 2, 1));
    hook.rerender({ all: rows(4, 3, 2, 1), top: null });
    expect(ids(hook.result.current.shown)).toEqual([4, 3, 2, 1]);
  });

  it('wait above what one is reading, until one is back at the top', () => {
    const hook = held(rows(3, 2, 1));
    hook.rerender({ all: rows(3, 2, 1), top: 'r2' });
    hook.rerender({ all: rows(5, 4, 3, 2, 1), top: 'r2' });
    expect(ids(hook.result.current.shown)).toEqual([3, 2, 1]);
    expect(hook.result.current.held).toBe(2);
    act(() => hook.rerender({ all: rows(5, 4, 3, 2, 1), top: null }));
    expect(ids(hook.result.current.shown)).toEqual([5, 4, 3, 2, 1]);
    expect(hook.result.current.held).toBe(0);
  });

  it('appear below what one is reading', () => {
    const hook = held(rows(5, 4));
    hook.rerender({ all: rows(5, 4, 3, 2), top: 'r5' });
    expect(ids(hook.result.current.shown)).toEqual([5, 4, 3, 2]);
  });
});
