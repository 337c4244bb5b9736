import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { answer, pageOf, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aMe, anEntry, aProgram } from '@/testing/things';

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
});
