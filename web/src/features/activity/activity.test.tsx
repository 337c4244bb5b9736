import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aMe, anEntry, anEvent, aProgram, aRequest } from '@/testing/things';
import { kindOf } from './kinds';

describe('the activity of a program', () => {
  let server: TestingServer;
  const entries = [
    anEntry('request:created', {}, { id: 'b', seq: 12, timestamp: '2026-11-23T10:00:00.000Z' }),
    anEntry('request:deleted', {}, { id: 'a', seq: 11, timestamp: '2026-11-21T10:00:00.000Z', requestKey: 'OPS-2' }),
  ];

  beforeEach(async () => {
    server = new TestingServer();
    server.on('POST /auth/session/refresh', () => aSession(aMe()));
    server.on('GET /programs', () => pageOf([aProgram()]));
    server.on('GET /programs/p1', () => answer(200, aProgram(), { 'Docket-Position': 'e:12' }));
    session.end();
    await session.renew();
  });

  it('stands by day, newest first, and leads to what still exists', async () => {
    server.on('GET /programs/p1/activity', () => ({ data: entries, next: null }));
    await renderApp('/programs/p1/activity');
    const feed = await screen.findByRole('region', { name: 'Activity of the program' });
    const days = await within(feed).findAllByRole('heading');
    expect(days.map((day) => day.textContent)).toEqual(['Monday, November 23', 'Saturday, November 21']);
    expect(within(feed).getByRole('link', { name: 'OPS-1' })).toHaveAttribute('href', '/programs/p1/requests/r1');
    expect(within(feed).queryByRole('link', { name: 'OPS-2' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Load earlier' })).toBeNull();
  });

  it('loads what was earlier', async () => {
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === '12' ? { data: entries.slice(1), next: null } : { data: entries.slice(0, 1), next: 12 },
    );
    await renderApp('/programs/p1/activity');
    (await screen.findByRole('button', { name: 'Load earlier' })).click();
    expect(await screen.findByText('OPS-2')).toBeVisible();
    expect(screen.getAllByText('OPS-1')).toHaveLength(1);
  });

  it('is narrowed to what was said, and looks for it in what was earlier', async () => {
    const comment = anEntry('comment:added', {}, { id: 'c', seq: 10, requestKey: 'OPS-3' });
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === null ? { data: entries, next: 11 } : { data: [comment], next: null },
    );
    await renderApp('/programs/p1/activity');
    await screen.findByText('OPS-1');
    expect(server.callsTo('GET /programs/p1/activity')).toHaveLength(1);
    await userEvent.click(screen.getByRole('radio', { name: 'Conversation' }));
    expect(await screen.findByText('OPS-3')).toBeVisible();
    expect(screen.queryByText('OPS-1')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Members' }));
    expect(await screen.findByText('Nothing of this kind')).toBeVisible();
  });

  it('says so where nothing has happened, or nothing of the kind in what was looked through', async () => {
    server.on('GET /programs/p1/activity', () => ({ data: [], next: null }));
    const first = await renderApp('/programs/p1/activity');
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
    first.unmount();
    server.on('GET /programs/p1/activity', ({ query }) => {
      const seq = Number(query.get('before') ?? 100) - 1;
      return { data: [anEntry('request:created', {}, { id: `h${seq}`, seq })], next: seq };
    });
    await renderApp('/programs/p1/activity');
    await screen.findByRole('link', { name: 'OPS-1' });
    await userEvent.click(screen.getByRole('radio', { name: 'Members' }));
    // A few pages by itself; the rest is left to the reader.
    expect(await screen.findByText('Not in what is loaded. There may be some earlier.')).toBeVisible();
    const pages = server.callsTo('GET /programs/p1/activity').length;
    await userEvent.click(screen.getByRole('button', { name: 'Load earlier' }));
    await waitFor(() => expect(server.callsTo('GET /programs/p1/activity')).toHaveLength(pages + 1));
  });

  it('says what could not be loaded, and goes on from there', async () => {
    server.on('GET /programs/p1/activity', () => problem(500, 'internal', 'Resting.'));
    await renderApp('/programs/p1/activity');
    expect(await screen.findByRole('alert')).toHaveTextContent('Resting.');
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === null ? { data: entries.slice(0, 1), next: 12 } : problem(500, 'internal', 'Again.'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Load earlier' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Again.');
    expect(screen.getByText('OPS-1')).toBeVisible();
    server.on('GET /programs/p1/activity', () => ({ data: entries.slice(1), next: null }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('OPS-2')).toBeVisible();
  });

  it('tells clients of no comings and goings', async () => {
    server.on('GET /programs/p1', () => aProgram({ myRole: 'client' }));
    server.on('GET /programs/p1/activity', () => ({ data: entries, next: null }));
    await renderApp('/programs/p1/activity');
    expect(await screen.findByRole('radio', { name: 'Changes' })).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Members' })).toBeNull();
  });

  it('grows on top as others work, and names the year of another one', async () => {
    const old = anEntry('request:created', {}, { id: 'o', seq: 3, timestamp: '2024-02-29T10:00:00.000Z' });
    server.on('GET /programs/p1/activity', () =>
      answer(200, { data: [old], next: null }, { 'Docket-Position': 'e:12' }),
    );
    const { tell } = await renderApp('/programs/p1/activity');
    expect(await screen.findByRole('heading', { name: 'Thursday, February 29, 2024' })).toBeVisible();
    const request = aRequest(9, { version: 2 });
    await tell(anEvent(13, 'request:status_changed', { request, from: 'draft', to: 'submitted' }));
    expect(await screen.findByText('submitted the request')).toBeVisible();
    expect(within(screen.getAllByRole('article')[0] ?? document.body).getByText('OPS-9')).toBeVisible();
  });
});

describe('what is looked for', () => {
  it.each([
    ['comment:added', 'conversation'],
    ['attachment:deleted', 'conversation'],
    ['request:created', 'changes'],
    ['program:updated', 'changes'],
    ['member:removed', 'people'],
  ])('%s is of the kind %s', (event, kind) => expect(kindOf({ event })).toBe(kind));
});
