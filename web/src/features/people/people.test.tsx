import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderLinked } from '@/testing/renderPage';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { anAdmin, aUser, mara } from '@/testing/things';
import { PersonView } from './PersonView';
import { ResetLinkDialog } from './ResetLinkDialog';
import { aMembership, openPerson } from './TestingPerson';

const user = userEvent.setup();
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
});

describe('the programs of a person', () => {
  it('offer clients no other role, and staff none of clients', async () => {
    const { unmount } = await openPerson(server, aUser('cleo', { role: 'client' }), {
      memberships: [aMembership('active', 'client')],
    });
    const role = await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(
      within(role)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Client']);
    expect(screen.queryByRole('combobox', { name: 'Role in the new program' })).toBeNull();
    unmount();
    await openPerson(server, aUser('nina'));
    const staff = await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(within(staff).queryByRole('option', { name: 'Client' })).toBeNull();
  });

  it('are joined in the role that was chosen before', async () => {
    server.on('POST /programs/p2/members', () => answer(201, {}));
    await openPerson(server, aUser('nina'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Role in the new program' }), 'as Manager');
    await user.click(screen.getByRole('button', { name: 'Add to a program' }));
    await user.click(await screen.findByRole('option', { name: /Facilities/ }));
    await waitFor(() =>
      expect(server.callsTo('POST /programs/p2/members')[0]?.body).toEqual({ userId: 'nina', role: 'manager' }),
    );
  });

  it('say beside the role why it could not be changed, and keep it', async () => {
    server.on('PATCH /programs/p1/members/nina', () => problem(409, 'conflict', 'A program needs a manager.'));
    await openPerson(server, aUser('nina'), { memberships: [aMembership('active', 'manager')] });
    const role = await screen.findByRole('combobox', { name: 'Role in Operations' });
    await user.selectOptions(role, 'Team member');
    const row = within(screen.getByRole('list', { name: 'Programs' }));
    expect(await row.findByRole('alert')).toHaveTextContent('A program needs a manager.');
    expect(role).toHaveValue('manager');
  });

  it('that are archived can only be read', async () => {
    await openPerson(server, aUser('nina'), { memberships: [aMembership('archived')] });
    const row = within(await screen.findByRole('list', { name: 'Programs' }));
    expect(row.getByText(/Archived/)).toBeVisible();
    expect(row.queryByRole('combobox')).toBeNull();
  });

  it('are none yet, which means that one sees nothing', async () => {
    await openPerson(server, aUser('nina'), { memberships: [] });
    expect(await screen.findByText('Nina nina is in no program yet and sees nothing.')).toBeVisible();
  });
});

describe('a person who is deactivated', () => {
  it('joins nothing, and gets no link, with the reason beside the button', async () => {
    const { path } = await openPerson(server, aUser('nina', { active: false }));
    await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(screen.queryByRole('button', { name: 'Add to a program' })).toBeNull();
    server.on(`POST ${path}/password-reset`, () => problem(409, 'conflict', 'Activate the account first.'));
    await user.click(screen.getByRole('button', { name: 'Make a link' }));
    const section = within(screen.getByRole('region', { name: 'Lost password' }));
    expect(await section.findByRole('alert')).toHaveTextContent('Activate the account first.');
  });
});

it('an admin who deactivates their own account is told what that means', async () => {
  const own = aUser('nina', { id: mara.id, role: 'admin' });
  const { path } = await openPerson(server, own);
  server.on(`PATCH ${path}`, () => problem(409, 'conflict', "The last active admin can't be demoted or deactivated."));
  await user.click(screen.getByRole('button', { name: 'Deactivate account' }));
  const dialog = within(screen.getByRole('alertdialog'));
  expect(dialog.getByText(/This is your own account/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Deactivate account' }));
  const section = within(screen.getByRole('region', { name: 'Deactivate account' }));
  expect(await section.findByRole('alert')).toHaveTextContent('last active admin');
});

it('somebody who does not exist is not here', async () => {
  await renderLinked(<PersonView userId="nobody" />, anAdmin());
  expect(await screen.findByText('Not here')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('a link is marked for copying by hand where the browser lends no clipboard', async () => {
  const link = { link: 'https://docket.test/reset-password#t0ken', expiresAt: '2026-11-24T12:00:00Z' };
  await renderLinked(<ResetLinkDialog name="Nina" link={link} onClose={vi.fn()} />, anAdmin());
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  const input = screen.getByLabelText<HTMLInputElement>('Link');
  await waitFor(() => expect(input.selectionEnd).toBe(link.link.length));
  expect(screen.queryByText('Copied')).toBeNull();
});
