import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { expectAccessible } from '@/testing/axe';
import { renderApp, renderLinked } from '@/testing/renderPage';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { aMe, aProgram } from '@/testing/things';
import { changeLanguage } from '../i18n';
import { matching, type Command } from './palette/command';
import { SHORTCUTS } from './shortcuts';
import { Sidebar } from './Sidebar';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([aProgram(), aProgram({ id: 'p2', key: 'FAC', name: 'Facilities' })]));
  server.on('GET /programs/p1', () => answer(200, aProgram(), { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({ data: [] }));
  for (const id of ['p1', 'p2']) server.on(`GET /programs/${id}/requests`, () => pageOf([]));
  const nothing = { data: [], more: false };
  server.on('GET /me/dashboard', () => ({
    mine: nothing,
    toReview: nothing,
    overdue: nothing,
    recentlyChanged: nothing,
  }));
  server.on('GET /me/mentions', () => pageOf([]));
  server.on('GET /requests', () => nothing);
  session.end();
  await session.renew();
});

const openPalette = async (address = '/') => {
  const view = await renderApp(address);
  await screen.findAllByText('Facilities');
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const input = await screen.findByRole('combobox', { name: 'Search, jump or do' });
  return { ...view, input };
};

describe('the palette', () => {
  it('opens by its key, narrows by words and goes to a program', async () => {
    const { router, input } = await openPalette();
    expect(input).toHaveFocus();
    await expectAccessible();
    await user.type(input, 'facil{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/programs/p2'));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('finds a request and opens it', async () => {
    const place = { programId: 'p1', requestId: 'r12', key: 'OPS-12', title: 'New lamp' };
    server.on('GET /requests', () => ({ data: [place], more: false }));
    const { router, input } = await openPalette();
    await user.type(input, 'ops-12');
    await user.click(await screen.findByRole('option', { name: /New lamp/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/programs/p1/requests/r12'));
    expect(server.callsTo('GET /requests').at(-1)?.query.get('q')).toBe('ops-12');
  });

  it('runs what the page offers by keys', async () => {
    const { input } = await openPalette('/programs/p1');
    await user.type(input, 'create');
    await user.click(await screen.findByRole('option', { name: /^Create/ }));
    expect(await screen.findByRole('dialog', { name: 'New request' })).toBeVisible();
  });

  it('changes the theme and the language, and logs out', async () => {
    const { input } = await openPalette();
    await user.type(input, 'dark{Enter}');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
    await user.type(await screen.findByRole('combobox'), 'deutsch{Enter}');
    expect(await screen.findByRole('link', { name: 'Programme' })).toBeVisible();
    await act(() => changeLanguage('en'));
    server.on('DELETE /auth/session', () => answer(204));
    fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
    await user.type(await screen.findByRole('combobox'), 'log out{Enter}');
    expect(await screen.findByLabelText('E-mail')).toBeVisible();
  });

  it('shows administration to nobody else', async () => {
    const { input } = await openPalette();
    await user.type(input, 'audit');
    expect(await screen.findByText(/Nothing fits these words/)).toBeVisible();
  });

  it('moves by arrows, around the ends', async () => {
    const { input } = await openPalette();
    const active = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    const options = screen.getAllByRole('option');
    expect(active()).toBe(options[0]);
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe(options[1]);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(options.at(-1));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

it('commands that begin with the words come before those that only contain them', () => {
  const command = (label: string, hint?: string): Command => ({
    id: label,
    group: 'pages',
    label,
    hint,
    run: () => undefined,
  });
  const all = [command('The people'), command('People'), command('Office', 'PEO'), command('Audit')];
  expect(matching(all, 'PEO').map(({ label }) => label)).toEqual(['People', 'Office', 'The people']);
  expect(matching(all, 'e th')).toHaveLength(1);
  expect(matching(all, ' ')).toHaveLength(4);
});

describe('the sidebar', () => {
  it('becomes narrow and stays so', async () => {
    const first = await renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Show only icons' }));
    expect(screen.getByRole('button', { name: 'Show names' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('link', { name: /Facilities/ })).toBeVisible();
    first.unmount();
    await renderApp('/');
    await screen.findByRole('button', { name: 'Show names' });
    fireEvent.keyDown(document.body, { key: '[' });
    expect(await screen.findByRole('button', { name: 'Show only icons' })).toBeVisible();
  });

  it('says by a dot and in words where others have been at work, also when it is narrow', async () => {
    const view = await renderLinked(<Sidebar unread={new Set(['p2'])} />);
    const facilities = await screen.findByRole('link', { name: /Facilities/ });
    expect(facilities).toHaveAccessibleName(/new activity/);
    expect(screen.getByRole('link', { name: /Operations/ })).not.toHaveAccessibleName(/new activity/);
    view.unmount();
    await renderLinked(<Sidebar unread={new Set(['p2'])} narrow />);
    expect(await screen.findByRole('link', { name: /Facilities/ })).toHaveAccessibleName(/new activity/);
  });

  it('has no administration for those who may not', async () => {
    await renderApp('/');
    await screen.findByRole('link', { name: 'Home' });
    expect(screen.queryByRole('link', { name: 'Audit' })).toBeNull();
  });

  it('leaves archived programs to the page of programs', async () => {
    server.on('GET /programs', () => pageOf([aProgram(), aProgram({ id: 'p3', name: 'Old', status: 'archived' })]));
    await renderApp('/');
    await screen.findByRole('link', { name: /Operations/ });
    expect(screen.queryByRole('link', { name: /Old/ })).toBeNull();
  });
});

it('whose session has ended comes back to the very place', async () => {
  server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'x', { code: 'session_ended' }));
  window.history.replaceState(null, '', '/profile?part=1#password');
  const { router } = await renderApp('/profile');
  await screen.findByRole('heading', { name: 'Your profile' });
  act(() => session.end('ended'));
  await waitFor(() => expect(router.state.location.search).toEqual({ next: '/profile?part=1#password' }));
  window.history.replaceState(null, '', '/');
});

describe('a change of page', () => {
  it('is named in the tab and read out', async () => {
    const { router } = await renderApp('/');
    await waitFor(() => expect(document.title).toBe('Home · Docket'));
    await act(() => router.navigate({ to: '/programs/$programId', params: { programId: 'p1' } }));
    await waitFor(() => expect(document.title).toBe('Operations · Docket'));
    expect(screen.getAllByText('Operations').some((text) => text.getAttribute('aria-live') === 'polite')).toBe(true);
  });

  it('puts a focus that got lost on the content', async () => {
    const { router } = await renderApp('/');
    await screen.findByRole('heading', { level: 1 });
    await act(() => router.navigate({ to: '/profile' }));
    await screen.findByRole('heading', { name: 'Your profile' });
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('can skip what is the same on every page', async () => {
    const { router } = await renderApp('/');
    await user.click(await screen.findByRole('link', { name: 'Skip to content' }));
    expect(screen.getByRole('main')).toHaveFocus();
    expect(router.state.location.href).toBe('/');
  });
});

it('the connection explains itself, and can be tried at once', async () => {
  await renderApp('/');
  const badge = within(await screen.findByTestId('connection'));
  await user.click(badge.getByRole('button', { name: 'Offline' }));
  const window = within(await screen.findByRole('dialog', { name: 'Connection' }));
  expect(window.getByText(/since \d/)).toBeVisible();
  expect(window.getByText(/drafts are kept in this browser/)).toBeVisible();
  expect(window.getByRole('button', { name: 'Try now' })).toBeVisible();
});

it('a connection that stays away is told on the page', async () => {
  await renderApp('/');
  expect(await screen.findByText(/No connection since/)).toBeVisible();
});

describe('the keys', () => {
  const sources: Record<string, string> = import.meta.glob('../../**/*.tsx', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const used = Object.entries(sources)
    .filter(([file]) => !file.includes('.test.'))
    .flatMap(([, text]) => [...text.matchAll(/useShortcut\(\s*\[?'([^']+)'/g)].map(([, key]) => key));

  it('are all explained in the help, which is made from one list', async () => {
    const listed = SHORTCUTS.flatMap((shortcut) => ('press' in shortcut ? [shortcut.press as string] : []));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((key) => key !== 'k' && !listed.includes(key ?? ''))).toEqual([]);
    await renderApp('/');
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('?');
    const help = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(help).getAllByRole('definition')).toHaveLength(SHORTCUTS.length);
    await expectAccessible();
  });
});
