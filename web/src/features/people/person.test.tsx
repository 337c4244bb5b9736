import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/live/installation';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { anEvent, aUser, mara } from '@/testing/things';
import { aLogIn, aMembership, openPerson } from './TestingPerson';

const user = userEvent.setup();
const nina = aUser('nina');
const LAST_ADMIN = "The last active admin can't be demoted or deactivated.";
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
});

const section = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string, part = within(document.body)) => user.click(part.getByRole('button', { name }));
const confirm = (name: string) => press(name, within(screen.getByRole('alertdialog')));
const updated = anEvent(7, 'user:updated', { user: nina }, { programId: SYSTEM });

describe('name and address', () => {
  const save = () => press('Save', section('Name and address'));

  it.each([
    ['firstName', 'First name'],
    ['lastName', 'Last name'],
    ['email', 'E-mail'],
  ])('say beside %s what the server refused of it', async (path, label) => {
    const { path: route } = await openPerson(server, nina);
    server.on(`PATCH ${route}`, () => refused(path, 'Not this one.'));
    fill({ [label]: 'nina@new.test' });
    await save();
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
  });

  it('keep what was typed, whatever is refused', async () => {
    const { path } = await openPerson(server, nina);
    fill({ 'First name': 'Nora' });
    await expectToSayRefusals(server, `PATCH ${path}`, save, section('Name and address'));
    expect(control('First name')).toHaveValue('Nora');
  });

  it('follow what others change, but for what is being typed', async () => {
    const { tell, keep } = await openPerson(server, nina);
    fill({ 'E-mail': 'half@' });
    keep({ firstName: 'Nora', email: 'other@example.test' });
    await tell(updated);
    await waitFor(() => expect(control('First name')).toHaveValue('Nora'));
    expect(control('E-mail')).toHaveValue('half@');
    expect(screen.getByRole('heading', { level: 1, name: 'Nora nina' })).toBeVisible();
  });

  it('are trimmed, and nothing can be saved that was not changed', async () => {
    const { edits } = await openPerson(server, nina);
    expect(section('Name and address').getByRole('button', { name: 'Save' })).toBeDisabled();
    fill({ 'First name': '  Nora ' });
    await save();
    expect(await section('Name and address').findByText('Saved.')).toBeVisible();
    expect(edits()).toEqual([{ firstName: 'Nora' }]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Nora nina' })).toBeVisible();
    expect(control('First name')).toHaveValue('Nora');
    expect(section('Name and address').getByText('Saved.')).toBeVisible();
    expect(section('Name and address').getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('that are saved follow what others change again', async () => {
    const { tell, keep } = await openPerson(server, nina);
    fill({ 'First name': 'Nora' });
    await save();
    await section('Name and address').findByText('Saved.');
    keep({ firstName: 'Norma' });
    await tell(updated);
    await waitFor(() => expect(control('First name')).toHaveValue('Norma'));
  });
});

describe('the role', () => {
  const role = () => section('Role').getByRole('combobox');

  it('says why it stays, whatever is refused', async () => {
    const { path } = await openPerson(server, nina);
    const change = () => user.selectOptions(role(), 'Manager');
    await expectToSayRefusals(server, `PATCH ${path}`, change, section('Role'));
    expect(role()).toHaveValue('team_member');
  });

  it('of one’s own is given up only after asking, as one could not take it back', async () => {
    const { edits } = await openPerson(server, aUser('own', { id: mara.id, role: 'admin' }));
    await user.selectOptions(role(), 'Manager');
    expect(within(screen.getByRole('alertdialog')).getByText(/You could not take it back yourself/)).toBeVisible();
    await confirm('Cancel');
    expect(role()).toHaveValue('admin');
    expect(edits()).toEqual([]);

    await user.selectOptions(role(), 'Manager');
    await confirm('Give up');
    await waitFor(() => expect(role()).toHaveValue('manager'));
    expect(edits()).toEqual([{ role: 'manager' }]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('of the last admin stays', async () => {
    const { path } = await openPerson(server, aUser('own', { id: mara.id, role: 'admin' }));
    server.on(`PATCH ${path}`, () => problem(409, 'conflict', LAST_ADMIN));
    await user.selectOptions(role(), 'Client');
    await confirm('Give up');
    expect(await section('Role').findByRole('alert')).toHaveTextContent(LAST_ADMIN);
    expect(role()).toHaveValue('admin');
  });

  it('that is saved is saved, also when a new token can not be had at the moment', async () => {
    await openPerson(server, aUser('own', { id: mara.id, role: 'admin' }));
    server.on('POST /auth/session/refresh', () => Promise.reject(new TypeError('Failed to fetch')));
    await user.selectOptions(role(), 'Manager');
    await confirm('Give up');
    await waitFor(() => expect(role()).toHaveValue('manager'));
    expect(section('Role').queryByRole('alert')).toBeNull();
  });
});

describe('the account', () => {
  it('says why it stays active, whatever is refused', async () => {
    const { path } = await openPerson(server, nina);
    const deactivate = async () => {
      await press('Deactivate account', section('Deactivate account'));
      await confirm('Deactivate account');
    };
    await expectToSayRefusals(server, `PATCH ${path}`, deactivate, section('Deactivate account'));
  });

  it('says why it can not come back', async () => {
    const { path } = await openPerson(server, aUser('nina', { active: false }));
    const title = 'Activate account again';
    await expectToSayRefusals(server, `PATCH ${path}`, () => press(title, section(title)), section(title));
  });

  it('that another admin has closed is shown closed at once', async () => {
    const { tell, keep } = await openPerson(server, nina);
    keep({ active: false });
    await tell(updated);
    expect(await screen.findByRole('button', { name: 'Activate account again' })).toBeVisible();
    expect(screen.getByText('Deactivated')).toBeVisible();
  });
});

describe('the programs', () => {
  it('follow what managers do there', async () => {
    const { tell, path } = await openPerson(server, nina);
    await screen.findByRole('combobox', { name: 'Role in Operations' });
    server.on(`GET ${path}/memberships`, () => pageOf([]));
    await tell(anEvent(8, 'member:removed', { userId: nina.id }));
    expect(await screen.findByText('Nina nina is in no program yet and sees nothing.')).toBeVisible();
  });

  it('are all told, however many', async () => {
    const membership = (id: string) => ({
      ...aMembership(),
      program: { ...aMembership().program, id, name: `Program ${id}` },
    });
    server.on('GET /users/nina/memberships', () => pageOf([]));
    const { path, cache } = await openPerson(server, nina);
    server.on(`GET ${path}/memberships`, ({ query }) => {
      const page = Number(query.get('page'));
      return { data: [membership(`p${page + 2}`)], pagination: { page, limit: 100, total: 101, pages: 2 } };
    });
    await cache.invalidateQueries();
    const list = within(await screen.findByRole('list', { name: 'Programs' }));
    expect(await list.findByRole('link', { name: 'Program p4' })).toBeVisible();
    expect(list.getAllByRole('listitem')).toHaveLength(2);
  });

  it('say why somebody could not be taken in, and why not removed', async () => {
    await openPerson(server, nina);
    server.on('POST /programs/p2/members', () => problem(409, 'conflict', 'Nina nina is a member already.'));
    await user.click(await screen.findByRole('button', { name: 'Add to a program' }));
    await user.click(await screen.findByRole('option', { name: /Facilities/ }));
    expect(await section('Programs').findByRole('alert')).toHaveTextContent('is a member already');

    server.on('DELETE /programs/p1/members/nina', () => problem(409, 'conflict', 'A program needs a manager.'));
    await press('Remove from Operations');
    await confirm('Remove');
    expect(await section('Programs').findByText('A program needs a manager.')).toBeVisible();
  });
});

describe('the log-ins', () => {
  const laptop = aLogIn('s1', 'Firefox on Linux');
  const script = aLogIn('s2', 'curl');
  const open = () => openPerson(server, nina, { logIns: [laptop, script] });

  it('go from the list when they end', async () => {
    const { path } = await open();
    server.on(`DELETE ${path}/sessions/s1`, () => answer(204));
    await screen.findByText('curl');
    server.on(`GET ${path}/sessions`, () => ({ data: [script] }));
    await press('End the log-in with Firefox on Linux');
    await waitFor(() => expect(screen.queryByText('Firefox on Linux')).toBeNull());
    expect(screen.getByText('curl')).toBeVisible();
  });

  it('say why they could not be ended', async () => {
    const { path } = await open();
    await screen.findByText('curl');
    const endAll = async () => {
      await press('End all');
      await confirm('End all');
    };
    await expectToSayRefusals(server, `DELETE ${path}/sessions`, endAll, section('Open log-ins'));
    expect(screen.getByText('curl')).toBeVisible();
  });

  it('are none when somebody is logged in nowhere', async () => {
    await openPerson(server, nina);
    expect(await screen.findByText('Nina nina is logged in nowhere.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'End all' })).toBeNull();
  });
});

describe('a link for a new password', () => {
  const make = () => press('Make a link', section('Lost password'));

  it('is another one each time, and none is left behind', async () => {
    const { path, cache } = await openPerson(server, nina);
    for (const token of ['f1rst', 's3cond']) {
      const link = `https://docket.test/reset-password#${token}`;
      server.on(`POST ${path}/password-reset`, () => answer(201, { link, expiresAt: '2026-11-24T12:00:00Z' }));
      await make();
      const dialog = within(await screen.findByRole('dialog'));
      expect(dialog.getByLabelText('Link')).toHaveValue(link);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    const remembered = JSON.stringify(
      cache
        .getMutationCache()
        .getAll()
        .map(({ state }) => state.data ?? null),
    );
    expect(document.body.innerHTML + remembered + JSON.stringify(localStorage)).not.toMatch(/f1rst|s3cond/);
  });

  it('is none when it is refused, and one reads why', async () => {
    const { path } = await openPerson(server, nina);
    await expectToSayRefusals(server, `POST ${path}/password-reset`, make, section('Lost password'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
