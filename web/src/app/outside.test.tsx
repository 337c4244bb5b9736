import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { expectAccessible } from '@/testing/axe';
import { renderApp } from '@/testing/renderPage';
import { answer, problem, TestingServer } from '@/testing/TestingServer';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => problem(401, 'unauthenticated', 'x', { code: 'session_ended' }));
  server.on('GET /auth/options', () => ({ registration: true }));
  session.end();
});

describe('the log-in page', () => {
  it('offers an account only where people may register, and keeps where one wanted to go', async () => {
    await renderApp('/login?next=%2Fprofile');
    const link = await screen.findByRole('link', { name: 'No account yet? Create one' });
    expect(link).toHaveAttribute('href', '/register?next=%2Fprofile');
    expect(screen.getByText('Log in to open the page that you asked for.')).toBeVisible();
    await expectAccessible();
  });

  it('offers none where registration is closed', async () => {
    server.on('GET /auth/options', () => ({ registration: false }));
    await renderApp('/login');
    await waitFor(() => expect(server.callsTo('GET /auth/options')).toHaveLength(1));
    expect(screen.queryByRole('link', { name: /Create one/ })).toBeNull();
    expect(document.title).toBe('Log in · Docket');
  });

  it('can be read in another language', async () => {
    await renderApp('/login');
    await user.click(await screen.findByRole('radio', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
  });
});

describe('registration', () => {
  const fill = async (password = 'correct horse') => {
    await user.type(await screen.findByLabelText('First name'), 'Ann');
    await user.type(screen.getByLabelText('Last name'), 'Berg');
    await user.type(screen.getByLabelText('E-mail'), 'ann@example.test');
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Create an account' }));
  };

  it('sends what was typed, without saying who asks, and does not betray whether the address was free', async () => {
    server.on('POST /auth/registration', () => answer(202));
    await renderApp('/register');
    await screen.findByLabelText('First name');
    await expectAccessible();
    await fill();
    expect(await screen.findByText(/If ann@example.test was free/)).toBeVisible();
    const [call] = server.callsTo('POST /auth/registration');
    expect(call?.body).toEqual({
      firstName: 'Ann',
      lastName: 'Berg',
      email: 'ann@example.test',
      password: 'correct horse',
    });
    expect(call?.headers.has('Authorization')).toBe(false);
  });

  it('says beside each input what is wrong before asking', async () => {
    await renderApp('/register');
    await fill('short');
    expect(await screen.findByText('Use 8 to 128 characters.')).toBeVisible();
    expect(server.callsTo('POST /auth/registration')).toEqual([]);
  });

  it('shows what the server says of an input, and of too many tries', async () => {
    server.on('POST /auth/registration', () =>
      problem(400, 'invalid', 'x', { errors: [{ path: 'email', message: 'a@b (expected: an e-mail address)' }] }),
    );
    await renderApp('/register');
    await fill();
    expect(await screen.findByText('a@b (expected: an e-mail address)')).toBeVisible();
    server.on('POST /auth/registration', () => problem(429, 'too-many', 'x'));
    await user.type(screen.getByLabelText('E-mail'), 'x');
    await user.click(screen.getByRole('button', { name: 'Create an account' }));
    expect(await screen.findByText(/Too many tries/)).toBeVisible();
  });

  it('is not offered where it is closed', async () => {
    server.on('GET /auth/options', () => ({ registration: false }));
    await renderApp('/register');
    expect(await screen.findByText('Registration is closed. Ask an administrator for an account.')).toBeVisible();
    expect(screen.queryByLabelText('E-mail')).toBeNull();
  });
});

it('a forgotten password is told to the administrators, whoever asks', async () => {
  server.on('POST /auth/password-reset-requests', () => answer(202));
  await renderApp('/forgot-password');
  await user.type(await screen.findByLabelText('E-mail'), 'nobody');
  await user.click(screen.getByRole('button', { name: 'Ask for a link' }));
  expect(await screen.findByText('Enter an e-mail address.')).toBeVisible();
  await user.type(screen.getByLabelText('E-mail'), '@example.test');
  await user.click(screen.getByRole('button', { name: 'Ask for a link' }));
  expect(await screen.findByText(/If there is an account with this address/)).toBeVisible();
  expect(server.calls.at(-1)?.body).toEqual({ email: 'nobody@example.test' });
});

describe('a link for a new password', () => {
  const set = async () => {
    await user.type(await screen.findByLabelText('New password'), 'staple of another kind');
    await user.click(screen.getByRole('button', { name: 'Set password' }));
  };

  it('sends its token in the body alone, and takes it out of the address afterwards', async () => {
    server.on('PUT /auth/password', () => answer(204));
    const { router } = await renderApp('/reset-password#s3cret');
    await screen.findByLabelText('New password');
    await expectAccessible();
    await set();
    expect(await screen.findByText(/You were logged out on all devices/)).toBeVisible();
    expect(server.callsTo('PUT /auth/password')[0]?.body).toEqual({
      token: 's3cret',
      password: 'staple of another kind',
    });
    expect(server.calls.some(({ path, query }) => `${path}${query}`.includes('s3cret'))).toBe(false);
    await waitFor(() => expect(router.state.location.href).toBe('/reset-password'));
  });

  it('that has served says so, and where to get another', async () => {
    server.on('PUT /auth/password', () =>
      problem(400, 'invalid', 'x', { errors: [{ path: 'token', message: 'not valid' }] }),
    );
    await renderApp('/reset-password#old');
    await set();
    expect(await screen.findByRole('heading', { name: 'This link is not good any more' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask for a link' })).toHaveAttribute('href', '/forgot-password');
  });

  it('without a token is none', async () => {
    await renderApp('/reset-password');
    expect(await screen.findByRole('alert')).toHaveTextContent('A link serves once');
  });
});
