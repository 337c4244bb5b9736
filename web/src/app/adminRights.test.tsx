import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Me } from '@/api/types';
import { control } from '@/testing/forms';
import { renderApp } from '@/testing/renderPage';
import { pageOf, session as aSession, TestingServer } from '@/testing/TestingServer';
import { aMe, anAdmin, aProgram, aUser } from '@/testing/things';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
  server.on('GET /programs', () => pageOf([aProgram()]));
  server.on('GET /users', () => pageOf([aUser('n1')]));
  server.on('GET /audit', () => ({ data: [], next: null }));
});

async function open(address: string, me: Me = anAdmin()) {
  server.on('POST /auth/session/refresh', () => aSession(me));
  session.end();
  await session.renew();
  return renderApp(address);
}
const become = (me: Me) =>
  act(async () => {
    session.know(me);
    await Promise.resolve();
  });
const main = async () => within(await screen.findByRole('main'));

describe('the pages of admins', () => {
  it('go from the screen with the role, and come with it', async () => {
    await open('/admin');
    expect(await screen.findByText('Nina n1')).toBeVisible();
    await become(aMe());
    expect(await (await main()).findByText('Not here')).toBeVisible();
    expect(screen.queryByText('Nina n1')).toBeNull();
    await become(anAdmin());
    expect(await screen.findByText('Nina n1')).toBeVisible();
  });

  it('are not named to anybody else', async () => {
    await open('/programs', aMe({ role: 'client', can: { createProgram: false, manageUsers: false } }));
    await (await main()).findByRole('link', { name: 'Operations' });
    for (const name of ['People', 'Audit', 'Settings']) expect(screen.queryByRole('link', { name })).toBeNull();
    expect(screen.queryByRole('button', { name: 'New program' })).toBeNull();
  });
});

describe('what is looked for', () => {
  it('stands in the input as in the address, also when one goes to all people again', async () => {
    const { router } = await open('/admin?q=nina&role=client');
    expect(await screen.findByRole('searchbox')).toHaveValue('nina');
    await act(() => router.navigate({ to: '/admin' }));
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveValue(''));
    expect(server.callsTo('GET /users').at(-1)?.query.has('q')).toBe(false);
  });

  it('in the audit is in the address, and nonsense there is ignored', async () => {
    const { router } = await open('/admin/audit?request=OPS-1&from=2026-02-31x&event=user%3Acreated');
    expect(await screen.findByLabelText('Request, as OPS-12')).toHaveValue('OPS-1');
    await waitFor(() => expect(server.callsTo('GET /audit')[0]?.query.get('event')).toBe('user:created'));
    expect(server.callsTo('GET /audit')[0]?.query.has('from')).toBe(false);
    await user.selectOptions(control('Where'), 'Operations');
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ request: 'OPS-1', event: 'user:created', program: 'p1' }),
    );
  });

  it('by request leaves the cursor where it is', async () => {
    const { router } = await open('/admin/audit');
    const input = await screen.findByLabelText('Request, as OPS-12');
    await user.type(input, 'OPS-7{Enter}');
    await waitFor(() => expect(router.state.location.search).toEqual({ request: 'OPS-7' }));
    expect(screen.getByLabelText('Request, as OPS-12')).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    expect(screen.getByLabelText('Request, as OPS-12')).toHaveValue('');
  });
});

it.each(['//evil.test', '/\\evil.test', 'https://evil.test'])('nobody is sent to %s after the log-in', async (next) => {
  server.on('POST /auth/session', () => aSession(aMe()));
  server.on('GET /auth/options', () => ({ registration: false }));
  session.end();
  server.on('POST /auth/session/refresh', () => ({ status: 401, body: { type: 'x', status: 401, title: 'x' } }));
  const { router } = await renderApp(`/login?next=${encodeURIComponent(next)}`);
  await user.type(await screen.findByLabelText('E-mail'), 'mara@example.test');
  await user.type(screen.getByLabelText('Password'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Log in' }));
  await waitFor(() => expect(router.state.location.href).toBe('/'));
});

it('each section that the settings of a program name is there', async () => {
  server.on('GET /programs/p1', () => aProgram());
  server.on('GET /programs/p1/templates', () => pageOf([]));
  await open('/programs/p1/settings');
  const sections = await screen.findByLabelText('Sections of the settings');
  const links = [...sections.querySelectorAll('a')];
  expect(links).toHaveLength(9);
  for (const link of links) {
    const section = document.querySelector(link.getAttribute('href') ?? '');
    expect(section?.querySelector('h2')).toHaveTextContent(link.textContent);
  }
});
