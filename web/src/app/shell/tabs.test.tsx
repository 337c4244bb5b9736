import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { watchTheme } from '@/ui/theme';
import { renderApp } from '@/testing/renderPage';
import { pageOf, problem, serverFor, type TestingServer } from '@/testing/TestingServer';
import { aMe, aProgram } from '@/testing/things';
import { changeLanguage, startI18n } from '../i18n';

const user = userEvent.setup();
const other = new BroadcastChannel('docket.session');
let server: TestingServer;

beforeEach(async () => {
  server = await serverFor();
  server.on('GET /programs', () => pageOf([aProgram()]));
});
afterEach(() => changeLanguage('en'));

/** What another tab of this browser says. */
const say = (message: object) => other.postMessage(message);
const begun = {
  kind: 'session',
  session: { accessToken: 'from-elsewhere', expiresAt: '2099-01-01T00:00:00Z', user: aMe() },
  lifetime: 900_000,
};

describe('two tabs', () => {
  it('a log-in in one opens the page that the other waits for', async () => {
    server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'x', { code: 'session_ended' }));
    session.end();
    const { router } = await renderApp('/login?next=%2Fprograms');
    await screen.findByLabelText('E-mail');
    say(begun);
    expect(await screen.findByRole('heading', { name: 'Programs' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/programs');
    expect(session.token).toBe('from-elsewhere');
  });

  it('a log-out in one leads the other to the log-in, without a reason to wonder', async () => {
    const { router } = await renderApp('/programs');
    await screen.findByRole('heading', { name: 'Programs' });
    say({ kind: 'out' });
    await screen.findByLabelText('E-mail');
    expect(router.state.location.href).toBe('/login');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a session that has ended is told in both, and both come back to their page', async () => {
    window.history.replaceState(null, '', '/programs');
    const { router } = await renderApp('/programs');
    await screen.findByRole('heading', { name: 'Programs' });
    say({ kind: 'out', reason: 'ended' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Your session has ended.');
    expect(router.state.location.search).toEqual({ next: '/programs' });
    window.history.replaceState(null, '', '/');
  });

  it('a theme that is chosen in one is that of the other', () => {
    watchTheme();
    localStorage.setItem('docket.theme', 'dark');
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'docket.theme', newValue: 'dark' })));
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('what somebody has chosen', () => {
  const choose = async (name: string) => {
    const [account] = await screen.findAllByRole('button', { name: /Mara Lindqvist/ });
    await user.click(account ?? document.body);
    await user.click(screen.getByRole('menuitemradio', { name }));
  };

  it.each([
    ['Dark', 'dark', 'dark'],
    ['Light', 'light', 'light'],
    ['Like the system', 'light', null],
  ])('as theme is kept: %s', async (name, painted, kept) => {
    localStorage.setItem('docket.theme', kept === 'dark' ? 'light' : 'dark');
    await renderApp('/programs');
    await choose(name);
    expect(document.documentElement.dataset.theme).toBe(painted);
    expect(localStorage.getItem('docket.theme')).toBe(kept);
  });

  it('as language is kept over a reload and a log-out', async () => {
    await renderApp('/programs');
    await choose('Deutsch');
    expect(await screen.findByRole('heading', { name: 'Programme' })).toBeVisible();
    act(() => session.end());
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeVisible();
    await act(() => startI18n());
    await waitFor(() => expect(document.documentElement.lang).toBe('de'));
  });
});
