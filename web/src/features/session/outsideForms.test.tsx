import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, session as aSession, TestingServer } from '@/testing/TestingServer';
import { ForgotForm } from './ForgotForm';
import { LoginForm } from './LoginForm';
import { RegisterForm } from './RegisterForm';
import { ResetForm } from './ResetForm';

const user = userEvent.setup();
const onDone = vi.fn();
const onInvalid = vi.fn();
let server: TestingServer;

beforeEach(() => {
  vi.clearAllMocks();
  server = new TestingServer();
  session.end();
});

const form = () => within(screen.getByRole('form'));
const send = () => {
  const button = screen.getByRole('form').querySelector('[type=submit]');
  return button === null ? undefined : user.click(button);
};

interface Outside {
  name: string;
  element: ReactNode;
  route: string;
  values: Record<string, string>;
  isDone?: () => boolean;
  /** What can be wrong before the server is asked. */
  wrong: [label: string, value: string, text: string][];
  /** What the server may say of an input. */
  inputs: [path: string, label: string][];
}

const noPassword = (label: string): Outside['wrong'] =>
  [7, 129].map((length) => [label, 'x'.repeat(length), 'Use 8 to 128 characters.']);

const FORMS: Outside[] = [
  {
    name: 'the log-in',
    element: <LoginForm />,
    isDone: () => session.state.status === 'in',
    route: 'POST /auth/session',
    values: { 'E-mail': 'ann@example.test', Password: 'correct horse' },
    wrong: [
      ['E-mail', '  ', 'Enter your e-mail address.'],
      ['Password', '', 'Enter your password.'],
    ],
    inputs: [],
  },
  {
    name: 'the registration',
    element: <RegisterForm onDone={onDone} />,
    route: 'POST /auth/registration',
    values: { 'First name': 'Ann', 'Last name': 'Berg', 'E-mail': 'ann@example.test', Password: 'correct horse' },
    wrong: [
      ['First name', ' ', 'Use 1 to 50 characters.'],
      ['Last name', 'x'.repeat(51), 'Use 1 to 50 characters.'],
      ['E-mail', 'ann', 'Enter an e-mail address.'],
      ...noPassword('Password'),
    ],
    inputs: [
      ['firstName', 'First name'],
      ['lastName', 'Last name'],
      ['email', 'E-mail'],
      ['password', 'Password'],
    ],
  },
  {
    name: 'the request for a link',
    element: <ForgotForm onDone={onDone} />,
    route: 'POST /auth/password-reset-requests',
    values: { 'E-mail': 'ann@example.test' },
    wrong: [['E-mail', '', 'Enter an e-mail address.']],
    inputs: [['email', 'E-mail']],
  },
  {
    name: 'the new password',
    element: <ResetForm token="t0ken" onDone={onDone} onInvalid={onInvalid} />,
    route: 'PUT /auth/password',
    values: { 'New password': 'correct horse' },
    wrong: noPassword('New password'),
    inputs: [['password', 'New password']],
  },
];

describe.each(FORMS)(
  '$name',
  ({ element, route, values, wrong, inputs, isDone = () => onDone.mock.calls.length === 1 }) => {
    beforeEach(() => {
      renderLive(element);
      fill(values);
    });

    it('goes on when it was taken', async () => {
      server.on(route, () => (route === 'POST /auth/session' ? aSession() : answer(204)));
      await send();
      await waitFor(() => expect(isDone()).toBe(true));
    });

    it('says beside the input what is wrong, and asks nobody', async () => {
      for (const [label, value, text] of wrong) {
        fill({ ...values, [label]: value });
        await send();
        await waitFor(() => expect(control(label)).toHaveAccessibleDescription(text));
        expect(control(label)).toHaveFocus();
      }
      expect(server.callsTo(route)).toEqual([]);
    });

    it.each(inputs)('shows what the server says of %s beside it', async (path, label) => {
      server.on(route, () => refused(path, 'Not this one.'));
      await send();
      await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
      expect(control(label)).toHaveFocus();
    });

    it('keeps what was typed, whatever is refused', async () => {
      await expectToSayRefusals(server, route, send, form());
      for (const [label, value] of Object.entries(values)) expect(control(label)).toHaveValue(value);
      expect(isDone()).toBe(false);
      expect(onInvalid).not.toHaveBeenCalled();
    });
  },
);

it('an address is sent without the blanks around it', async () => {
  server.on('POST /auth/password-reset-requests', () => answer(202));
  renderLive(<ForgotForm onDone={onDone} />);
  fill({ 'E-mail': '  ann@example.test ' });
  await send();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(server.calls.at(-1)?.body).toEqual({ email: 'ann@example.test' });
});

it('a link that is not good any more is told apart from a password that is not', async () => {
  server.on('PUT /auth/password', () => refused('token', 'not valid'));
  renderLive(<ResetForm token="old" onDone={onDone} onInvalid={onInvalid} />);
  fill({ 'New password': 'correct horse' });
  await send();
  await waitFor(() => expect(onInvalid).toHaveBeenCalledOnce());
});
