import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { aMe } from '@/testing/things';
import { NameSection } from './NameSection';
import { PasswordSection } from './PasswordSection';
import { SessionsSection } from './SessionsSection';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
});

const form = (name: string) => within(screen.getByRole('form', { name }));
const press = (name: string) => user.click(screen.getByRole('button', { name }));

describe('one’s own name', () => {
  const save = () => press('Save');

  it.each([
    ['firstName', 'First name'],
    ['lastName', 'Last name'],
  ])('says beside %s what the server refused of it', async (path, label) => {
    server.on('PATCH /me', () => refused(path, 'Not this one.'));
    renderLive(<NameSection />);
    fill({ [label]: 'Other' });
    await save();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
    expect(control(label)).toHaveFocus();
  });

  it('keeps what was typed, whatever is refused', async () => {
    renderLive(<NameSection />);
    fill({ 'Last name': 'Berger' });
    await expectToSayRefusals(server, 'PATCH /me', save, form('Name'));
    expect(control('Last name')).toHaveValue('Berger');
    expect(screen.queryByText('Your name is changed.')).toBeNull();
  });

  it.each(['', ' ', 'x'.repeat(51)])('is not %j', async (name) => {
    renderLive(<NameSection />);
    fill({ 'First name': name });
    await save();
    await waitFor(() => expect(control('First name')).toHaveAccessibleDescription('Use 1 to 50 characters.'));
    expect(server.callsTo('PATCH /me')).toEqual([]);
  });

  it.each(['  Nora ', ' Mara '])('is shown as it is kept when %j was typed', async (typed) => {
    server.on('PATCH /me', ({ body }) => aMe({ ...(body as object), firstName: typed.trim() }));
    renderLive(<NameSection />);
    fill({ 'First name': typed });
    await save();
    expect(await screen.findByText('Your name is changed.')).toBeVisible();
    expect(control('First name')).toHaveValue(typed.trim());
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('can not be saved while it is the same; the address is told, and who could change it', () => {
    renderLive(<NameSection />);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(screen.getByText(/mara@example.test · only an administrator/)).toBeVisible();
  });
});

describe('one’s own password', () => {
  const change = () => press('Change password');
  const PASSWORDS = { 'Present password': 'the old one', 'New password': 'correct horse' };

  beforeEach(() => {
    server.on('GET /me/sessions', () => ({ data: [] }));
    renderLive(<PasswordSection />);
    fill(PASSWORDS);
  });

  it.each([
    ['Present password', '', 'Enter your present password.'],
    ['New password', 'x'.repeat(7), 'Use 8 to 128 characters.'],
    ['New password', 'x'.repeat(129), 'Use 8 to 128 characters.'],
  ])('is told of %s %j before the server is asked', async (label, value, text) => {
    fill({ [label]: value });
    await change();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription(text));
    expect(server.callsTo('PUT /me/password')).toEqual([]);
  });

  it('says beside the new one why the server does not take it', async () => {
    server.on('PUT /me/password', () => refused('password', 'It is the present one.'));
    await change();
    await waitFor(() => expect(control('New password')).toHaveAccessibleDescription('It is the present one.'));
    expect(control('New password')).toHaveFocus();
  });

  it('keeps what was typed, whatever is refused, and then can be changed', async () => {
    await expectToSayRefusals(server, 'PUT /me/password', change, form('Password'));
    for (const [label, value] of Object.entries(PASSWORDS)) expect(control(label)).toHaveValue(value);
    server.on('PUT /me/password', () => answer(204));
    await change();
    expect(await screen.findByText(/All other log-ins have ended/)).toBeVisible();
    expect(form('Password').queryByRole('alert')).toBeNull();
  });
});

describe('one’s own log-ins', () => {
  const here = {
    id: 's1',
    device: 'Firefox on Linux',
    current: true,
    address: '192.0.2.17',
    createdAt: '2026-11-20T08:00:00Z',
    lastUsedAt: '2026-11-24T08:00:00Z',
  };
  const phone = { ...here, id: 's2', device: 'Safari on iPhone', current: false };

  it('can not be ended at once when that is refused, and stay', async () => {
    server.on('GET /me/sessions', () => ({ data: [here, phone] }));
    renderLive(<SessionsSection />);
    await screen.findByText('Safari on iPhone');
    const endOthers = async () => {
      await press('End all others');
      await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'End all others' }));
    };
    await expectToSayRefusals(server, 'DELETE /me/sessions', endOthers);
    expect(screen.getByText('Safari on iPhone')).toBeVisible();
  });

  it('say how many devices have to log in again', async () => {
    server.on('GET /me/sessions', () => ({ data: [here, phone, { ...phone, id: 's3', device: 'curl' }] }));
    renderLive(<SessionsSection />);
    await screen.findByText('curl');
    await press('End all others');
    expect(screen.getByText(/2 devices have to log in again/)).toBeVisible();
  });

  it('are asked for again when they did not load', async () => {
    server.on('GET /me/sessions', () => problem(503, 'internal', 'The database is away.'));
    renderLive(<SessionsSection />);
    expect(await screen.findByText('The database is away.')).toBeVisible();
    server.on('GET /me/sessions', () => ({ data: [here] }));
    await press('Try again');
    expect(await screen.findByText('You are logged in only here.')).toBeVisible();
  });
});
