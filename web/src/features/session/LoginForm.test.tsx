import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { LoginForm } from './LoginForm';

let server: TestingServer;
const user = userEvent.setup();

beforeEach(() => {
  server = new TestingServer();
  session.end();
});

async function fillIn(email: string, password: string): Promise<void> {
  if (email) await user.type(screen.getByLabelText('E-mail'), email);
  if (password) await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Log in' }));
}

describe('the log-in', () => {
  it('sends what was typed and begins the session', async () => {
    server.on('POST /auth/session', () => aSession());
    renderLive(<LoginForm />);
    await fillIn('mara@example.test', 'secret');
    expect(server.callsTo('POST /auth/session')[0]?.body).toEqual({ email: 'mara@example.test', password: 'secret' });
    await waitFor(() => expect(session.state.status).toBe('in'));
  });

  it('says beside each input what is missing, and asks nobody', async () => {
    renderLive(<LoginForm />);
    await fillIn('', '');
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription('Enter your e-mail address.');
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Enter your password.');
    expect(server.callsTo('POST /auth/session')).toEqual([]);
  });

  it.each([
    [problem(401, 'unauthenticated', 'x', { code: 'credentials' }), 'E-mail or password is wrong.'],
    [problem(401, 'unauthenticated', 'x', { code: 'user_inactive' }), /has been deactivated/],
    [problem(429, 'too-many', 'x'), /Too many tries/],
  ])('says why it was refused and keeps what was typed', async (refusal, text) => {
    server.on('POST /auth/session', () => refusal);
    renderLive(<LoginForm />);
    await fillIn('mara@example.test', 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(screen.getByLabelText('E-mail')).toHaveValue('mara@example.test');
  });

  it('shows why one is here, and the password when asked', async () => {
    renderLive(<LoginForm notice="Your session has ended." />);
    expect(screen.getByRole('alert')).toHaveTextContent('Your session has ended.');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });
});
