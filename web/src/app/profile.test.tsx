import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { expectAccessible } from '@/testing/axe';
import { renderApp } from '@/testing/renderPage';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { aMe } from '@/testing/things';

const user = userEvent.setup();
let server: TestingServer;
const times = { createdAt: '2026-11-20T08:00:00Z', lastUsedAt: '2026-11-24T08:00:00Z', address: '192.0.2.17' };
const here = { id: 's1', device: 'Firefox on Linux', current: true, ...times };
const phone = { id: 's2', device: 'Safari on iPhone', current: false, ...times };

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([]));
  server.on('GET /me/sessions', () => ({ data: [here, phone] }));
  session.end();
  await session.renew();
});

const open = async () => {
  const view = await renderApp('/profile');
  await screen.findByText('Safari on iPhone');
  return view;
};

it('is accessible, and named in the tab', async () => {
  await open();
  await expectAccessible();
  expect(document.title).toBe('Your profile · Docket');
});

it('a new name is shown everywhere at once', async () => {
  server.on('PATCH /me', ({ body }) => ({ ...aMe(), ...(body as object), name: 'Mara Berger' }));
  await open();
  const form = within(screen.getByRole('form', { name: 'Name' }));
  await user.clear(form.getByLabelText('Last name'));
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await form.findByText('Use 1 to 50 characters.')).toBeVisible();
  await user.type(form.getByLabelText('Last name'), 'Berger');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: /Account of Mara Berger/ })).toBeVisible();
  expect(server.callsTo('PATCH /me')[0]?.body).toEqual({ firstName: 'Mara', lastName: 'Berger' });
  expect(form.getByText('Your name is changed.')).toBeVisible();
});

describe('a new password', () => {
  const change = async () => {
    const form = within(screen.getByRole('form', { name: 'Password' }));
    await user.type(form.getByLabelText('Present password'), 'old one');
    await user.type(form.getByLabelText('New password'), 'staple of another kind');
    await user.click(form.getByRole('button', { name: 'Change password' }));
    return form;
  };

  it('says that it ends the other log-ins, and that it did', async () => {
    server.on('PUT /me/password', () => answer(204));
    await open();
    expect(screen.getByText(/logs you out on all other devices/)).toBeVisible();
    const form = await change();
    server.on('GET /me/sessions', () => ({ data: [here] }));
    expect(await form.findByText(/All other log-ins have ended/)).toBeVisible();
    expect(server.callsTo('PUT /me/password')[0]?.body).toEqual({
      currentPassword: 'old one',
      password: 'staple of another kind',
    });
    expect(form.getByLabelText('Present password')).toHaveValue('');
  });

  it('says beside the present one that it is wrong', async () => {
    server.on('PUT /me/password', () =>
      problem(400, 'invalid', 'x', { errors: [{ path: 'currentPassword', message: 'wrong' }] }),
    );
    await open();
    const form = await change();
    expect(await form.findByText('This is not your present password.')).toBeVisible();
    expect(form.getByLabelText('Present password')).toHaveFocus();
  });
});

describe('the log-ins', () => {
  it('are told by device; this one cannot be ended by mistake', async () => {
    await open();
    const list = within(screen.getByRole('list', { name: 'Where you are logged in' }));
    expect(list.getByText('Firefox on Linux')).toHaveTextContent('this one');
    expect(list.getAllByRole('button')).toHaveLength(1);
  });

  it('end one by one', async () => {
    server.on('DELETE /me/sessions/s2', () => answer(204));
    await open();
    server.on('GET /me/sessions', () => ({ data: [here] }));
    await user.click(screen.getByRole('button', { name: 'End the log-in with Safari on iPhone' }));
    expect(await screen.findByText('You are logged in only here.')).toBeVisible();
    expect(server.callsTo('DELETE /me/sessions/s2')).toHaveLength(1);
  });

  it('end all at once, after asking', async () => {
    server.on('DELETE /me/sessions', () => answer(204));
    await open();
    await user.click(screen.getByRole('button', { name: 'End all others' }));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText(/1 device has to log in again/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'End all others' }));
    await waitFor(() => expect(server.callsTo('DELETE /me/sessions')).toHaveLength(1));
  });

  it('say when they could not be ended', async () => {
    server.on('DELETE /me/sessions/s2', () => problem(409, 'conflict', 'It has ended already.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'End the log-in with Safari on iPhone' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('It has ended already.');
  });
});

it('theme and language are chosen here too', async () => {
  await open();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  await user.click(screen.getByRole('radio', { name: 'Like the system' }));
  expect(localStorage.getItem('docket.theme')).toBeNull();
});
