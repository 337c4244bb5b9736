import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Member, Program } from '@/api/types';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { aMember, anEvent, aProgram, clara, mara, tom } from '@/testing/things';
import { MemberList } from './MemberList';

const path = '/programs/p1/members';
const user = userEvent.setup();
let server: TestingServer;
let stored: Member[];

beforeEach(() => {
  server = new TestingServer();
  stored = [
    aMember(mara, { role: 'manager', email: 'mara@example.test' }),
    aMember(tom),
    aMember(clara, { role: 'client', globalRole: 'client' }),
  ];
  server.on(`GET ${path}`, () => answer(200, { data: stored }, { 'Docket-Position': 'e:10' }));
});

async function open(program: Program = aProgram()) {
  const view = renderLive(<MemberList program={program} />);
  await screen.findByText(tom.name);
  return view;
}

describe('the members', () => {
  it('are shown with what one may know', async () => {
    await open(aProgram({ can: { ...aProgram().can, manageMembers: false } }));
    expect(screen.getByText('mara@example.test')).toBeVisible();
    expect(screen.getByText('(you)')).toBeVisible();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add member' })).toBeNull();
  });

  it('change their role at once', async () => {
    server.on(`PATCH ${path}/${tom.id}`, () => aMember(tom, { role: 'manager' }));
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: `Role of ${tom.name}` }), 'Manager');
    expect(server.callsTo(`PATCH ${path}/${tom.id}`)[0]?.body).toEqual({ role: 'manager' });
  });

  it('take a role back', async () => {
    server.on(`PATCH ${path}/${tom.id}`, () => aMember(tom, { role: 'manager' }));
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: `Role of ${tom.name}` }), 'Manager');
    expect(await screen.findByText(/Now Manager. Reviews and approves/)).toBeVisible();
    await pressInNotice('Undo');
    expect(server.callsTo(`PATCH ${path}/${tom.id}`)[1]?.body).toEqual({ role: 'team_member' });
  });

  it('are asked before they give up their own role', async () => {
    server.on(`PATCH ${path}/${mara.id}`, () => aMember(mara));
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: `Role of ${mara.name}` }), 'Team member');
    expect(server.callsTo(`PATCH ${path}/${mara.id}`)).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Give up' }));
    expect(server.callsTo(`PATCH ${path}/${mara.id}`)).toHaveLength(1);
  });

  it('that are clients stay clients', async () => {
    await open();
    const options = within(screen.getByRole('combobox', { name: `Role of ${clara.name}` })).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['Client']);
  });

  it('say beside them what the server refused', async () => {
    server.on(`PATCH ${path}/${mara.id}`, () => problem(409, 'conflict', 'A program needs a manager.'));
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: `Role of ${mara.name}` }), 'Team member');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Give up' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('A program needs a manager.');
    expect(screen.getByRole('combobox', { name: `Role of ${mara.name}` })).toHaveValue('manager');
  });

  it('are removed after asking, and go by the event', async () => {
    server.on('GET /programs/p1/requests', () => pageOf([], 3));
    server.on(`DELETE ${path}/${tom.id}`, () => answer(204));
    const { tell } = await open();
    await user.click(screen.getByRole('button', { name: `Remove ${tom.name}` }));
    expect(await screen.findByText(/3 requests under way stay assigned to Tom Okafor/)).toBeVisible();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(server.callsTo(`DELETE ${path}/${tom.id}`)).toHaveLength(1);
    await tell(anEvent(11, 'member:removed', { userId: tom.id }));
    await waitFor(() => expect(screen.queryByText(tom.name)).toBeNull());
  });
});

describe('removing a member', () => {
  it('that is refused says why, beside the member', async () => {
    server.on(`DELETE ${path}/${clara.id}`, () => problem(409, 'conflict', 'Not now.'));
    await open();
    await user.click(screen.getByRole('button', { name: `Remove ${clara.name}` }));
    expect(screen.getByText(/What was shared ends, too/)).toBeVisible();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now.');
    expect(server.callsTo('GET /programs/p1/requests')).toEqual([]);
  });
});

describe('adding a member', () => {
  const someone = (id: string, name: string, role: string) => ({
    id,
    name,
    role,
    email: `${id}@example.test`,
    active: true,
  });

  it('finds people, leaves out who is in, and keeps clients clients', async () => {
    server.on('GET /users', () =>
      pageOf([someone(tom.id, tom.name, 'team_member'), someone('u9', 'Nina New', 'client')]),
    );
    server.on(`POST ${path}`, () => answer(201, aMember({ id: 'u9', name: 'Nina New' })));
    await open();
    await user.click(screen.getByRole('button', { name: 'Add member' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Add member' }));
    expect(dialog.getByRole('button', { name: 'Add member' })).toHaveAccessibleDescription('Choose a person.');

    await user.click(dialog.getByRole('button', { name: 'Person: Choose a person' }));
    const option = await screen.findByRole('option', { name: /Nina New/ });
    expect(screen.queryByRole('option', { name: new RegExp(tom.name) })).toBeNull();
    await user.type(screen.getByRole('combobox', { name: 'Search by name or e-mail' }), 'nin');
    expect(server.callsTo('GET /users').at(-1)?.query.get('q')).toBe('nin');
    await user.click(option.isConnected ? option : await screen.findByRole('option', { name: /Nina New/ }));

    expect(dialog.getByLabelText('Role')).toHaveValue('client');
    await user.click(dialog.getByRole('button', { name: 'Add member' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo(`POST ${path}`)[0]?.body).toEqual({ userId: 'u9', role: 'client' });
  });
});
