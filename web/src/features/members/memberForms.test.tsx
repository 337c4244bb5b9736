import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Me, Member, Program } from '@/api/types';
import { control, expectToSayRefusals } from '@/testing/forms';
import { renderLive } from '@/testing/renderPage';
import { answer, pageOf, TestingServer } from '@/testing/TestingServer';
import { aMe, aMember, anAdmin, anEvent, aProgram, aUser, clara, mara, tom } from '@/testing/things';
import { MemberList } from './MemberList';

const path = '/programs/p1/members';
const user = userEvent.setup();
let server: TestingServer;
let stored: Member[];

beforeEach(() => {
  server = new TestingServer();
  stored = [aMember(mara, { role: 'manager' }), aMember(tom)];
  server.on(`GET ${path}`, () => answer(200, { data: stored }, { 'Docket-Position': 'e:10' }));
});

async function open(me: Me = aMe(), program: Program = aProgram()) {
  const view = renderLive(<MemberList program={program} />, me);
  await screen.findByRole('list', { name: 'Members' });
  return view;
}
const roleOf = (name: string) => screen.getByRole('combobox', { name: `Role of ${name}` });
const readOnly = aProgram({ can: { ...aProgram().can, manageMembers: false } });

describe('the members', () => {
  it('are names and roles for clients, and nothing of it can be changed', async () => {
    // As the server tells them to clients.
    stored = [mara, tom, clara].map((person) => ({
      user: person,
      role: 'client',
      addedAt: '2026-11-20T09:00:00.000Z',
    }));
    await open(aMe({ ...clara, role: 'client' }), readOnly);
    const list = within(screen.getByRole('list', { name: 'Members' }));
    expect(list.getAllByRole('listitem')).toHaveLength(3);
    expect(list.queryByText(/@/)).toBeNull();
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('come, get another role and are told deactivated without a reload', async () => {
    const { tell } = await open();
    await tell(anEvent(11, 'member:added', { member: aMember(clara, { role: 'client', globalRole: 'client' }) }));
    expect(await screen.findByText(clara.name)).toBeVisible();
    await tell(anEvent(12, 'member:updated', { member: aMember(tom, { role: 'manager', active: false }) }));
    await waitFor(() => expect(roleOf(tom.name)).toHaveValue('manager'));
    expect(screen.getByText('Deactivated')).toBeVisible();
  });

  it('say beside them why their role stays', async () => {
    await open();
    const change = () => user.selectOptions(roleOf(tom.name), 'Manager');
    await expectToSayRefusals(server, `PATCH ${path}/${tom.id}`, change);
    expect(roleOf(tom.name)).toHaveValue('team_member');
  });

  it('keep their own role when they think better of it', async () => {
    await open();
    await user.selectOptions(roleOf(mara.name), 'Team member');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
    expect(roleOf(mara.name)).toHaveValue('manager');
    expect(server.callsTo(`PATCH ${path}/${mara.id}`)).toEqual([]);
  });

  it('who are admins may change their own role without being asked: they can take it back', async () => {
    server.on(`PATCH ${path}/${mara.id}`, () => aMember(mara));
    await open(anAdmin());
    await user.selectOptions(roleOf(mara.name), 'Team member');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible();
  });

  it('that could not be loaded are asked for again', async () => {
    server.on(`GET ${path}`, () => Promise.reject(new TypeError('Failed to fetch')));
    renderLive(<MemberList program={aProgram()} />);
    expect(await screen.findByText(/The server cannot be reached/)).toBeVisible();
    server.on(`GET ${path}`, () => answer(200, { data: stored }, { 'Docket-Position': 'e:10' }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(tom.name)).toBeVisible();
  });
});

describe('adding a member', () => {
  const staff = aUser('nora', { name: 'Nora Staff' });
  const gone = aUser('gone', { name: 'Gus Gone', active: false });

  async function openDialog() {
    server.on('GET /users', () => pageOf([staff, gone]));
    await open();
    await user.click(screen.getByRole('button', { name: 'Add member' }));
    return within(screen.getByRole('dialog', { name: 'Add member' }));
  }
  const choose = async () => {
    await user.click(screen.getByRole('button', { name: /^Person:/ }));
    await user.click(await screen.findByRole('option', { name: /Nora Staff/ }));
  };

  it('offers nobody who is deactivated, and staff no role of clients', async () => {
    const dialog = await openDialog();
    await user.click(dialog.getByRole('button', { name: /^Person:/ }));
    await screen.findByRole('option', { name: /Nora Staff/ });
    expect(screen.queryByRole('option', { name: /Gus Gone/ })).toBeNull();
    await user.click(screen.getByRole('option', { name: /Nora Staff/ }));
    const roles = within(control('Role')).getAllByRole('option');
    expect(roles.map(({ textContent }) => textContent)).toEqual(['Manager', 'Team member']);
  });

  it('says what each role may, before it is given', async () => {
    server.on(`POST ${path}`, () => answer(201, aMember(staff, { role: 'manager' })));
    await openDialog();
    await choose();
    await user.selectOptions(control('Role'), 'Manager');
    expect(control('Role')).toHaveAccessibleDescription(/Reviews and approves requests/);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add member' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo(`POST ${path}`)[0]?.body).toEqual({ userId: 'nora', role: 'manager' });
  });

  it('keeps what was chosen, whatever is refused', async () => {
    const dialog = await openDialog();
    await choose();
    const send = () => user.click(dialog.getByRole('button', { name: 'Add member' }));
    await expectToSayRefusals(server, `POST ${path}`, send, dialog);
    expect(dialog.getByRole('button', { name: 'Person: Nora Staff' })).toBeVisible();
  });
});
