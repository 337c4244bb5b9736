import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '@/api/types';
import { renderLinked } from '@/testing/renderPage';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aMe, aProgram } from '@/testing/things';
import { PeopleList } from './PeopleList';
import { PersonView } from './PersonView';
import { ResetLinkDialog } from './ResetLinkDialog';

const user = userEvent.setup();
const me = aMe({ role: 'admin', can: { createProgram: true, manageUsers: true } });
let server: TestingServer;

const aUser = (id: string, with_: Partial<User> = {}): User => ({
  id,
  email: `${id}@example.test`,
  firstName: 'Nina',
  lastName: id,
  name: `Nina ${id}`,
  role: 'team_member',
  active: true,
  createdAt: '2026-10-01T08:00:00Z',
  ...with_,
});

const aMembership = (status: 'active' | 'archived' = 'active', role = 'team_member') => ({
  program: { id: 'p1', name: 'Operations', key: 'OPS', status },
  role,
  addedAt: '2026-10-02T08:00:00Z',
});

/** One person, with what the page about them asks for. */
async function openPerson(person: User, memberships: object[] = [aMembership()]) {
  const path = `/users/${person.id}`;
  server.on(`GET ${path}`, () => person);
  server.on(`GET ${path}/memberships`, () => pageOf(memberships));
  const view = await renderLinked(<PersonView userId={person.id} />, me);
  await screen.findByRole('heading', { level: 1 });
  await screen.findByText('Programs');
  return { ...view, path };
}

beforeEach(() => {
  server = new TestingServer();
  server.on('GET /programs', () => pageOf([aProgram(), aProgram({ id: 'p2', key: 'FAC', name: 'Facilities' })]));
  for (const id of ['nina', 'cleo']) server.on(`GET /users/${id}/sessions`, () => ({ data: [] }));
});

describe('the list of people', () => {
  const open = () => renderLinked(<PeopleList filter={{}} onFilter={vi.fn()} />, me);

  it('goes on where it ended', async () => {
    server.on('GET /users', ({ query }) => {
      const page = Number(query.get('page'));
      return { data: [aUser(`n${page}`)], pagination: { page, limit: 50, total: 2, pages: 2 } };
    });
    await open();
    expect(await screen.findByText('2 people')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Nina n2' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nina n1' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('is walked through by J and opened by Enter', async () => {
    server.on('GET /users', () => pageOf([aUser('n1'), aUser('n2')]));
    const { address } = await open();
    await screen.findByRole('link', { name: 'Nina n2' });
    await user.keyboard('jj{Enter}');
    await waitFor(() => expect(address()).toBe('/admin/people/n2'));
  });

  it('says when nobody fits, and when it did not load', async () => {
    server.on('GET /users', () => pageOf([]));
    const first = await open();
    expect(await screen.findByText('Nobody fits these filters.')).toBeVisible();
    first.unmount();
    server.on('GET /users', () => problem(403, 'forbidden', 'Only an admin can see the list of users.'));
    await open();
    expect(await screen.findByRole('alert')).toHaveTextContent('Only an admin can see the list of users.');
  });

  it('keeps what was typed of a new person when the address is taken', async () => {
    server.on('GET /users', () => pageOf([]));
    server.on('POST /users', () => problem(409, 'conflict', 'nina@example.test is taken.'));
    await open();
    await user.click(await screen.findByRole('button', { name: 'Add person' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/First name/), 'Nina');
    await user.type(dialog.getByLabelText(/Last name/), 'New');
    await user.type(dialog.getByLabelText(/E-mail/), 'nina@example.test');
    await user.type(dialog.getByLabelText('Password'), 'correct horse');
    await user.selectOptions(dialog.getByLabelText('Role'), 'Client');
    await user.click(dialog.getByRole('button', { name: 'Add person' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('nina@example.test is taken.');
    expect(dialog.getByLabelText(/First name/)).toHaveValue('Nina');
    expect(server.callsTo('POST /users')[0]?.body).toMatchObject({ role: 'client' });
  });
});

describe('the programs of a person', () => {
  it('offer clients no other role, and staff none of clients', async () => {
    const { unmount } = await openPerson(aUser('cleo', { role: 'client' }), [aMembership('active', 'client')]);
    const role = await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(
      within(role)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Client']);
    expect(screen.queryByRole('combobox', { name: 'Role in the new program' })).toBeNull();
    unmount();
    await openPerson(aUser('nina'));
    const staff = await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(within(staff).queryByRole('option', { name: 'Client' })).toBeNull();
  });

  it('are joined in the role that was chosen before', async () => {
    server.on('POST /programs/p2/members', () => answer(201, {}));
    await openPerson(aUser('nina'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Role in the new program' }), 'as Manager');
    await user.click(screen.getByRole('button', { name: 'Add to a program' }));
    await user.click(await screen.findByRole('option', { name: /Facilities/ }));
    await waitFor(() =>
      expect(server.callsTo('POST /programs/p2/members')[0]?.body).toEqual({ userId: 'nina', role: 'manager' }),
    );
  });

  it('say beside the role why it could not be changed, and keep it', async () => {
    server.on('PATCH /programs/p1/members/nina', () => problem(409, 'conflict', 'A program needs a manager.'));
    await openPerson(aUser('nina'), [aMembership('active', 'manager')]);
    const role = await screen.findByRole('combobox', { name: 'Role in Operations' });
    await user.selectOptions(role, 'Team member');
    const row = within(screen.getByRole('list', { name: 'Programs' }));
    expect(await row.findByRole('alert')).toHaveTextContent('A program needs a manager.');
    expect(role).toHaveValue('manager');
  });

  it('that are archived can only be read', async () => {
    await openPerson(aUser('nina'), [aMembership('archived')]);
    const row = within(await screen.findByRole('list', { name: 'Programs' }));
    expect(row.getByText(/Archived/)).toBeVisible();
    expect(row.queryByRole('combobox')).toBeNull();
  });

  it('are none yet, which means that one sees nothing', async () => {
    await openPerson(aUser('nina'), []);
    expect(await screen.findByText('Nina nina is in no program yet and sees nothing.')).toBeVisible();
  });
});

describe('a person who is deactivated', () => {
  it('joins nothing, and gets no link, with the reason beside the button', async () => {
    const { path } = await openPerson(aUser('nina', { active: false }));
    await screen.findByRole('combobox', { name: 'Role in Operations' });
    expect(screen.queryByRole('button', { name: 'Add to a program' })).toBeNull();
    server.on(`POST ${path}/password-reset`, () => problem(409, 'conflict', 'Activate the account first.'));
    await user.click(screen.getByRole('button', { name: 'Make a link' }));
    const section = within(screen.getByRole('region', { name: 'Lost password' }));
    expect(await section.findByRole('alert')).toHaveTextContent('Activate the account first.');
  });
});

it('an admin who deactivates their own account is told what that means', async () => {
  const own = aUser('nina', { id: me.id, role: 'admin' });
  server.on(`GET /users/${me.id}/sessions`, () => ({ data: [] }));
  const { path } = await openPerson(own);
  server.on(`PATCH ${path}`, () => problem(409, 'conflict', "The last active admin can't be demoted or deactivated."));
  await user.click(screen.getByRole('button', { name: 'Deactivate account' }));
  const dialog = within(screen.getByRole('alertdialog'));
  expect(dialog.getByText(/This is your own account/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Deactivate account' }));
  const section = within(screen.getByRole('region', { name: 'Deactivate account' }));
  expect(await section.findByRole('alert')).toHaveTextContent('last active admin');
});

it('somebody who does not exist is not here', async () => {
  await renderLinked(<PersonView userId="nobody" />, me);
  expect(await screen.findByText('Not here')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('a link is marked for copying by hand where the browser lends no clipboard', async () => {
  const link = { link: 'https://docket.test/reset-password#t0ken', expiresAt: '2026-11-24T12:00:00Z' };
  await renderLinked(<ResetLinkDialog name="Nina" link={link} onClose={vi.fn()} />, me);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  const input = screen.getByLabelText<HTMLInputElement>('Link');
  await waitFor(() => expect(input.selectionEnd).toBe(link.link.length));
  expect(screen.queryByText('Copied')).toBeNull();
});
