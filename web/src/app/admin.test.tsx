import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import type { User } from '@/api/types';
import { expectAccessible } from '@/testing/axe';
import { pressInNotice } from '@/testing/notices';
import { renderApp } from '@/testing/renderPage';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { aMe, aProgram } from '@/testing/things';

const user = userEvent.setup();
const admin = aMe({ role: 'admin', can: { createProgram: true, manageUsers: true } });
const path = '/users/u-tom';
let server: TestingServer;
let tom: User;

beforeEach(async () => {
  server = new TestingServer();
  tom = {
    id: 'u-tom',
    email: 'tom@example.test',
    firstName: 'Tom',
    lastName: 'Okafor',
    name: 'Tom Okafor',
    role: 'team_member',
    active: true,
    createdAt: '2026-10-01T08:00:00Z',
  };
  server.on('POST /auth/session/refresh', () => aSession(admin));
  server.on('GET /programs', () => pageOf([aProgram(), aProgram({ id: 'p2', key: 'FAC', name: 'Facilities' })]));
  server.on('GET /users', () => pageOf([tom, { ...tom, id: 'u-ann', name: 'Ann Old', active: false }]));
  server.on(`GET ${path}`, () => tom);
  server.on(`PATCH ${path}`, ({ body }) => (tom = { ...tom, ...(body as Partial<User>) }));
  server.on(`GET ${path}/memberships`, () => pageOf([membership('p1', 'Operations')]));
  server.on(`GET ${path}/sessions`, () => ({ data: [] }));
  session.end();
  await session.renew();
});

const membership = (id: string, name: string) => ({
  program: { id, name, key: id.toUpperCase(), status: 'active' },
  role: 'team_member',
  addedAt: '2026-10-02T08:00:00Z',
});

const openTom = async () => {
  const view = await renderApp('/admin/people/u-tom');
  await screen.findByRole('heading', { level: 1, name: /Tom Okafor/ });
  await screen.findByRole('combobox', { name: 'Role in Operations' });
  return view;
};
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('for those who manage nobody', () => {
  it.each(['/admin', '/admin/people/u-tom', '/admin/audit', '/admin/settings'])(
    '%s does not exist',
    async (address) => {
      server.on('POST /auth/session/refresh', () => aSession(aMe()));
      session.end();
      await session.renew();
      await renderApp(address);
      expect(await within(await screen.findByRole('main')).findByText('Not here')).toBeVisible();
      expect(screen.getByRole('navigation', { name: 'Navigation' })).toBeVisible();
      expect(server.callsTo('GET /users')).toEqual([]);
    },
  );
});

describe('the people', () => {
  it('are found by words, role and account, and the address holds it', async () => {
    const { router } = await renderApp('/admin');
    expect(await screen.findByRole('link', { name: 'Tom Okafor' })).toBeVisible();
    expect(screen.getByText('Ann Old').closest('li')).toHaveTextContent('Deactivated');
    await expectAccessible();
    await user.type(screen.getByRole('searchbox'), 'to');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Team member');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Account' }), 'Active');
    await waitFor(() => {
      const query = server.callsTo('GET /users').at(-1)?.query;
      expect([query?.get('q'), query?.get('role'), query?.get('active')]).toEqual(['to', 'team_member', 'true']);
    });
    expect(router.state.location.search).toEqual({ q: 'to', role: 'team_member', active: true });
  });

  it('are added, and then shown with all that can be done for them', async () => {
    server.on('POST /users', ({ body }) => answer(201, { ...tom, ...(body as object) }));
    const { router } = await renderApp('/admin');
    await screen.findByRole('link', { name: 'Tom Okafor' });
    await user.keyboard('n');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add person' }));
    await user.click(dialog.getByRole('button', { name: 'Add person' }));
    expect(await dialog.findByText('Enter an e-mail address.')).toBeVisible();
    await user.type(dialog.getByLabelText(/First name/), 'Tom');
    await user.type(dialog.getByLabelText(/Last name/), 'Okafor');
    await user.type(dialog.getByLabelText(/E-mail/), 'tom@example.test');
    await user.type(dialog.getByLabelText('Password'), 'correct horse');
    await user.click(dialog.getByRole('button', { name: 'Add person' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/people/u-tom'));
  });
});

describe('a person', () => {
  it('is shown without a barrier', async () => {
    await openTom();
    await expectAccessible();
  });

  it('changes only what was changed', async () => {
    await openTom();
    const facts = section('Name and address');
    await user.clear(facts.getByLabelText('E-mail'));
    await user.type(facts.getByLabelText('E-mail'), 'tom@new.test');
    await user.click(facts.getByRole('button', { name: 'Save' }));
    expect(await facts.findByText('Saved.')).toBeVisible();
    expect(server.callsTo(`PATCH ${path}`).map(({ body }) => body)).toEqual([{ email: 'tom@new.test' }]);
  });

  it('gets another role at once, which can be undone', async () => {
    await openTom();
    await user.selectOptions(section('Role').getByRole('combobox'), 'Manager');
    await pressInNotice('Undo');
    await waitFor(() =>
      expect(server.callsTo(`PATCH ${path}`).map(({ body }) => body)).toEqual([
        { role: 'manager' },
        { role: 'team_member' },
      ]),
    );
  });

  it('keeps the role when that is refused, and says why beside it', async () => {
    server.on(`PATCH ${path}`, () =>
      problem(409, 'conflict', "The last active admin can't be demoted or deactivated."),
    );
    await openTom();
    await user.selectOptions(section('Role').getByRole('combobox'), 'Client');
    expect(await section('Role').findByRole('alert')).toHaveTextContent("can't be demoted");
    expect(section('Role').getByRole('combobox')).toHaveValue('team_member');
  });

  it('changes role in a program, leaves it, and joins another', async () => {
    server.on('PATCH /programs/p1/members/u-tom', () => ({}));
    server.on('DELETE /programs/p1/members/u-tom', () => answer(204));
    server.on('POST /programs/p2/members', () => answer(201, {}));
    await openTom();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role in Operations' }), 'Manager');
    await waitFor(() =>
      expect(server.callsTo('PATCH /programs/p1/members/u-tom')[0]?.body).toEqual({ role: 'manager' }),
    );

    await user.click(screen.getByRole('button', { name: 'Add to a program' }));
    expect(screen.queryByRole('option', { name: /Operations/ })).toBeNull();
    await user.click(await screen.findByRole('option', { name: /Facilities/ }));
    await waitFor(() =>
      expect(server.callsTo('POST /programs/p2/members')[0]?.body).toEqual({ userId: 'u-tom', role: 'team_member' }),
    );

    await user.click(screen.getByRole('button', { name: 'Remove from Operations' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(server.callsTo('DELETE /programs/p1/members/u-tom')).toHaveLength(1));
  });

  it('gets a link for a new password, which is shown once', async () => {
    const link = { link: 'https://docket.test/reset-password#t0ken', expiresAt: '2026-11-24T12:00:00Z' };
    server.on(`POST ${path}/password-reset`, () => answer(201, link));
    await openTom();
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'Make a link' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Link for Tom Okafor' }));
    expect(dialog.getByLabelText('Link')).toHaveValue(link.link);
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(await dialog.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(copied).toHaveBeenCalledWith(link.link);
    await user.keyboard('{Escape}');
    expect(document.body.innerHTML).not.toContain('t0ken');
  });

  it('is deactivated after one has read what will happen, and can come back', async () => {
    await openTom();
    expect(screen.getByText(/stays assignee of open requests/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Deactivate account' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Deactivate account' }));
    await user.click(await screen.findByRole('button', { name: 'Activate account again' }));
    expect(await screen.findByRole('button', { name: 'Deactivate account' })).toBeVisible();
    expect(server.callsTo(`PATCH ${path}`).map(({ body }) => body)).toEqual([{ active: false }, { active: true }]);
  });

  it('has log-ins that can be ended from here', async () => {
    const phone = { id: 's2', device: 'Safari on iPhone', current: false, address: '192.0.2.1' };
    const times = { createdAt: tom.createdAt, lastUsedAt: tom.createdAt };
    server.on(`GET ${path}/sessions`, () => ({ data: [{ ...phone, ...times }] }));
    server.on(`DELETE ${path}/sessions/s2`, () => answer(204));
    server.on(`DELETE ${path}/sessions`, () => answer(204));
    await openTom();
    await user.click(await screen.findByRole('button', { name: 'End the log-in with Safari on iPhone' }));
    await waitFor(() => expect(server.callsTo(`DELETE ${path}/sessions/s2`)).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'End all' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'End all' }));
    await waitFor(() => expect(server.callsTo(`DELETE ${path}/sessions`)).toHaveLength(1));
  });

  it('who is an admin changing themselves is known by the new name at once', async () => {
    const me = { ...tom, id: admin.id, name: 'Mara Berger' };
    server.on(`GET /users/${admin.id}`, () => me);
    server.on(`PATCH /users/${admin.id}`, () => me);
    server.on('POST /auth/session/refresh', () => aSession({ ...admin, name: 'Mara Berger' }));
    server.on(`GET /users/${admin.id}/memberships`, () => pageOf([]));
    server.on(`GET /users/${admin.id}/sessions`, () => ({ data: [] }));
    await renderApp(`/admin/people/${admin.id}`);
    await user.type(await screen.findByLabelText('First name'), 'a');
    await user.click(section('Name and address').getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: /Account of Mara Berger/ })).toBeVisible();
  });
});

describe('the settings', () => {
  const settings = { registrationOpen: false, registrationRole: 'client', version: 3 };

  it('are saved at once with the version one had seen, and can be undone', async () => {
    let stored = settings;
    server.on('GET /settings', () => stored);
    server.on(
      'PATCH /settings',
      ({ body }) => (stored = { ...stored, ...(body as object), version: stored.version + 1 }),
    );
    await renderApp('/admin/settings');
    await user.click(await screen.findByRole('checkbox', { name: 'People may register themselves' }));
    expect(await screen.findByText(/Anybody who reaches this server/)).toBeVisible();
    await pressInNotice('Undo');
    await waitFor(() =>
      expect(server.callsTo('PATCH /settings').map(({ body }) => body)).toEqual([
        { registrationOpen: true, version: 3 },
        { registrationOpen: false, version: 4 },
      ]),
    );
    await expectAccessible();
  });

  it('show what somebody else chose meanwhile, and say so', async () => {
    server.on('GET /settings', () => settings);
    server.on('PATCH /settings', () => problem(409, 'stale-version', 'Somebody else has changed this.'));
    await renderApp('/admin/settings');
    const role = await screen.findByLabelText('Role of new accounts');
    server.on('GET /settings', () => ({ ...settings, registrationOpen: true, version: 4 }));
    await user.selectOptions(role, 'Team member');
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed this.');
    await waitFor(() => expect(screen.getByRole('checkbox')).toBeChecked());
    expect(role).toHaveValue('client');
  });
});
