import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PeopleFilter } from '@/api/admin';
import { SYSTEM } from '@/live/installation';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { anAdmin, anEvent, aUser } from '@/testing/things';
import { PeopleList } from './PeopleList';

const user = userEvent.setup();
const onFilter = vi.fn<(filter: PeopleFilter) => void>();
let server: TestingServer;

beforeEach(() => {
  onFilter.mockClear();
  server = new TestingServer();
});

const open = (filter: PeopleFilter = {}) => renderLinked(<PeopleList filter={filter} onFilter={onFilter} />, anAdmin());

describe('the list of people', () => {
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

  it('shows at once who was added, and what became of somebody, elsewhere', async () => {
    server.on('GET /users', () => pageOf([aUser('n1')]));
    const { tell } = await open();
    await screen.findByText('1 person');
    const added = aUser('n2');
    server.on('GET /users', () => pageOf([aUser('n1', { active: false }), added]));
    await tell(anEvent(7, 'user:created', { user: added }, { programId: SYSTEM }));
    expect(await screen.findByRole('link', { name: 'Nina n2' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nina n1' }).closest('li')).toHaveTextContent('Deactivated');
  });

  it('is searched when the typing pauses, not for each letter', async () => {
    server.on('GET /users', () => pageOf([]));
    await open({ role: 'client' });
    const search = await screen.findByRole('searchbox', { name: 'Search by name or e-mail' });
    for (const value of ['n', 'ni', ' nin ']) fireEvent.change(search, { target: { value } });
    await waitFor(() => expect(onFilter).toHaveBeenCalled());
    expect(onFilter.mock.calls).toEqual([[{ role: 'client', q: 'nin' }]]);
    expect(search).toHaveValue(' nin ');
  });

  it('leaves one filter out and keeps the others', async () => {
    server.on('GET /users', () => pageOf([]));
    await open({ role: 'client', active: false, q: 'nin' });
    expect(await screen.findByRole('combobox', { name: 'Account' })).toHaveValue('false');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Every role');
    expect(onFilter).toHaveBeenLastCalledWith({ active: false, q: 'nin' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Account' }), 'Every account');
    expect(onFilter).toHaveBeenLastCalledWith({ role: 'client', q: 'nin' });
  });

  it('is asked for again when it did not load', async () => {
    server.on('GET /users', () => Promise.reject(new TypeError('Failed to fetch')));
    await open();
    server.on('GET /users', () => pageOf([aUser('n1')]));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Nina n1' })).toBeVisible();
  });

  it('can tell a name that is too long for its row', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim();
    server.on('GET /users', () => pageOf([aUser('n1', { name })]));
    await open();
    expect(await screen.findByRole('link', { name })).toHaveAttribute('title', name);
  });
});
