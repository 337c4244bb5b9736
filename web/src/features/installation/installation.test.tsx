import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InstallationSettings, SettingsEdit } from '@/api/admin';
import { SYSTEM } from '@/live/installation';
import { control, expectToSayRefusals } from '@/testing/forms';
import { changeLanguage } from '@/testing/language';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { problem, TestingServer } from '@/testing/TestingServer';
import { anAdmin, anEvent } from '@/testing/things';
import { InstallationSettingsView } from './InstallationSettings';

const user = userEvent.setup();
let server: TestingServer;
let stored: InstallationSettings;

beforeEach(() => {
  server = new TestingServer();
  stored = { registrationOpen: false, registrationRole: 'client', version: 3 };
  server.on('GET /settings', () => stored);
  server.on('PATCH /settings', ({ body }) => keep(body as SettingsEdit));
});

/** As the server does: who had not seen the latest version changes nothing. */
function keep({ version, ...edit }: SettingsEdit): unknown {
  if (version !== stored.version) return problem(409, 'stale-version', 'Somebody else has changed this.');
  return (stored = { ...stored, ...edit, version: stored.version + 1 });
}

async function open() {
  const view = renderLive(<InstallationSettingsView />, anAdmin());
  await screen.findByRole('checkbox');
  return view;
}
const registration = () => screen.getByRole('checkbox');
const edits = () => server.callsTo('PATCH /settings').map(({ body }) => body);

describe('registration', () => {
  it('is opened and closed at once, and each says what it means', async () => {
    await open();
    expect(registration()).toHaveAccessibleDescription('Only administrators make accounts.');
    await user.click(registration());
    expect(registration()).toBeChecked();
    expect(registration()).toHaveAccessibleDescription(/Anybody who reaches this server can make an account/);
    await waitFor(() => expect(stored.registrationOpen).toBe(true));
    await user.click(registration());
    await waitFor(() => expect(stored.registrationOpen).toBe(false));
  });

  it('is not taken for somebody else’s doing when one is quick', async () => {
    await open();
    void user.click(registration());
    void user.click(registration());
    await user.selectOptions(control('Role of new accounts'), 'Team member');
    await waitFor(() => expect(stored).toMatchObject({ registrationRole: 'team_member', version: 6 }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives new accounts a role that sees nothing by itself, which can be taken back', async () => {
    await open();
    const role = control('Role of new accounts');
    const roles = within(role).getAllByRole('option');
    expect(roles.map(({ textContent }) => textContent)).toEqual(['Client', 'Team member']);
    await user.selectOptions(role, 'Team member');
    await pressInNotice('Undo');
    await waitFor(() =>
      expect(edits()).toEqual([
        { registrationRole: 'team_member', version: 3 },
        { registrationRole: 'client', version: 4 },
      ]),
    );
    await waitFor(() => expect(role).toHaveValue('client'));
  });

  it('is not taken back over what somebody else has chosen since', async () => {
    const { tell } = await open();
    await user.selectOptions(control('Role of new accounts'), 'Team member');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    stored = { ...stored, registrationOpen: true, version: 5 };
    await tell(anEvent(9, 'settings:updated', { settings: stored }, { programId: SYSTEM }));
    await waitFor(() => expect(registration()).toBeChecked());
    await user.click(undo);
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed this.');
    expect(stored.registrationRole).toBe('team_member');
  });

  it('stays as it is when that is refused', async () => {
    await open();
    await expectToSayRefusals(server, 'PATCH /settings', () => user.click(registration()));
    await waitFor(() => expect(registration()).not.toBeChecked());
  });
});

describe('the settings', () => {
  it('show at once what another admin has chosen', async () => {
    const { tell } = await open();
    stored = { registrationOpen: true, registrationRole: 'team_member', version: 4 };
    await tell(anEvent(9, 'settings:updated', { settings: stored }, { programId: SYSTEM }));
    await waitFor(() => expect(registration()).toBeChecked());
    expect(control('Role of new accounts')).toHaveValue('team_member');
  });

  it('that could not be loaded are asked for again', async () => {
    server.on('GET /settings', () => Promise.reject(new TypeError('Failed to fetch')));
    renderLive(<InstallationSettingsView />, anAdmin());
    expect(await screen.findByText(/The server cannot be reached/)).toBeVisible();
    server.on('GET /settings', () => stored);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('checkbox')).toBeVisible();
  });

  it('speak German, also of how long one has to wait', async () => {
    server.on('PATCH /settings', () => problem(429, 'too-many', 'Too many.', { retryAfter: 120 }));
    await changeLanguage('de');
    await open();
    await user.click(screen.getByRole('checkbox', { name: 'Personen dürfen sich selbst registrieren' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Zu viele Versuche. Warten Sie 2 Minuten und versuchen Sie es dann noch einmal.',
    );
    await changeLanguage('en');
  });
});
