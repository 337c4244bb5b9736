import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, TestingServer } from '@/testing/TestingServer';
import { anAdmin, aUser } from '@/testing/things';
import { AddPersonDialog } from './AddPersonDialog';

const user = userEvent.setup();
const onClose = vi.fn();
const onCreated = vi.fn();
const NINA = { 'First name': 'Nina', 'Last name': 'New', 'E-mail': 'nina@example.test', Password: 'correct horse' };
let server: TestingServer;

beforeEach(() => {
  vi.clearAllMocks();
  server = new TestingServer();
  renderLive(<AddPersonDialog onClose={onClose} onCreated={onCreated} />, anAdmin());
});

const dialog = () => within(screen.getByRole('dialog', { name: 'Add person' }));
const send = () => user.click(dialog().getByRole('button', { name: 'Add person' }));

describe('a new person', () => {
  it.each([
    ['Team member', 'team_member'],
    ['Manager', 'manager'],
    ['Client', 'client'],
    ['Administrator', 'admin'],
  ])('can be a %s', async (name, role) => {
    const created = aUser('n1');
    server.on('POST /users', () => answer(201, created));
    fill(NINA);
    await user.selectOptions(control('Role'), name);
    await send();
    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(created));
    expect(onClose).toHaveBeenCalledOnce();
    expect(server.callsTo('POST /users')[0]?.body).toEqual({
      firstName: 'Nina',
      lastName: 'New',
      email: 'nina@example.test',
      password: 'correct horse',
      role,
    });
  });

  it.each([
    ['First name', '', 'Use 1 to 50 characters.'],
    ['First name', '   ', 'Use 1 to 50 characters.'],
    ['Last name', 'x'.repeat(51), 'Use 1 to 50 characters.'],
    ['E-mail', 'nina at example', 'Enter an e-mail address.'],
    ['Password', 'x'.repeat(7), 'Use 8 to 128 characters.'],
    ['Password', 'x'.repeat(129), 'Use 8 to 128 characters.'],
  ])('is told of %s %j before the server is asked', async (label, value, message) => {
    fill({ ...NINA, [label]: value });
    await send();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription(message));
    expect(control(label)).toHaveFocus();
    expect(server.callsTo('POST /users')).toEqual([]);
  });

  it('may have letters that take more than one unit', async () => {
    server.on('POST /users', () => answer(201, aUser('n1')));
    fill({ ...NINA, 'First name': '𝒩'.repeat(50), Password: '🐎'.repeat(8) });
    await send();
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
  });

  it.each([
    ['firstName', 'First name'],
    ['lastName', 'Last name'],
    ['email', 'E-mail'],
    ['role', 'Role'],
    ['password', 'Password'],
  ])('reads what the server says of %s beside it, and can correct it at once', async (path, label) => {
    server.on('POST /users', () => refused(path, 'Not this one.'));
    fill(NINA);
    await send();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
    expect(control(label)).toHaveFocus();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('keeps what was typed, whatever the server refuses', async () => {
    fill(NINA);
    await expectToSayRefusals(server, 'POST /users', send, dialog());
    for (const [label, value] of Object.entries(NINA)) expect(control(label)).toHaveValue(value);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is not added when one thinks better of it', async () => {
    fill(NINA);
    await user.click(dialog().getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(server.callsTo('POST /users')).toEqual([]);
  });
});
