import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Me, Program } from '@/api/types';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aMe, aProgram } from '@/testing/things';
import { keyFor } from './fieldForm';

const user = userEvent.setup();
let server: TestingServer;
let program: Program;

beforeEach(() => {
  server = new TestingServer();
  program = aProgram();
  server.on('GET /programs', () => pageOf([program]));
  server.on('GET /programs/p1', () => answer(200, program, { 'Docket-Position': 'e:10' }));
});

async function open(address: string, me: Me = aMe()) {
  server.on('POST /auth/session/refresh', () => aSession(me));
  session.end();
  await session.renew();
  return renderApp(address);
}

describe('the list of programs', () => {
  it('shows each with its role and how much is open', async () => {
    await open('/programs');
    const link = await screen.findByRole('link', { name: 'Operations' });
    expect(link).toHaveAttribute('href', '/programs/p1');
    expect(within(screen.getByRole('main')).getByText('3 open')).toBeVisible();
  });

  it('shows how far a limit is used, and puts what is archived apart', async () => {
    const archived = aProgram({ id: 'p2', name: 'Old things', status: 'archived' });
    server.on('GET /programs', () => pageOf([{ ...program, openRequests: 8, maxActiveRequests: 10 }, archived]));
    await open('/programs');
    const list = within(await screen.findByRole('main'));
    expect(await list.findByRole('meter')).toHaveAttribute('aria-valuetext', '8 of 10 active');
    expect(list.getByText('· nearly full')).toBeVisible();
    expect(list.getByRole('link', { name: 'Old things' })).not.toBeVisible();
    await user.click(screen.getByText('1 archived program'));
    expect(list.getByRole('link', { name: 'Old things' })).toBeVisible();
  });

  it('tells those who have none how they get one', async () => {
    server.on('GET /programs', () => pageOf([]));
    await open('/', aMe({ can: { createProgram: false, manageUsers: false } }));
    expect(await screen.findByText(/As soon as somebody adds you/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'New program' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
  });

  it('lets those create one who may', async () => {
    const made = aProgram({ id: 'p2', name: 'Purchasing', key: 'BUY' });
    server.on('POST /programs', () => answer(201, made));
    server.on('GET /programs/p2', () => made);
    const { router } = await open('/programs');
    await user.click(await screen.findByRole('button', { name: 'New program' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/Name/), 'Purchasing');
    await user.type(dialog.getByLabelText(/Key/), 'buy');
    await user.click(dialog.getByRole('checkbox', { name: 'Requests need approval' }));
    await user.click(dialog.getByRole('button', { name: 'New program' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/programs/p2/settings'));
    expect(server.callsTo('POST /programs')[0]?.body).toMatchObject({
      name: 'Purchasing',
      key: 'BUY',
      requireApproval: false,
    });
  });

  it('says beside the name that it is taken', async () => {
    const errors = [{ path: 'name', message: 'There is a program of this name.' }];
    server.on('POST /programs', () => problem(409, 'conflict', 'Taken', { errors }));
    await open('/programs');
    await user.click(await screen.findByRole('button', { name: 'New program' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/Name/), 'Operations');
    await user.click(dialog.getByRole('button', { name: 'New program' }));
    await waitFor(() =>
      expect(dialog.getByLabelText(/Name/)).toHaveAccessibleDescription('There is a program of this name.'),
    );
  });
});

describe('the key of a field', () => {
  it.each([
    ['Cost (EUR)', 'cost_eur'],
    ['Élan vital', 'elan_vital'],
    ['2nd phone', 'nd_phone'],
    ['日本', 'field'],
    ['a'.repeat(80), 'a'.repeat(50)],
  ])('of %j is %j', (label, key) => {
    expect(keyFor(label)).toBe(key);
  });

  it('is another where one is taken', () => {
    expect(keyFor('Cost', ['cost', 'cost_2'])).toBe('cost_3');
  });
});
