import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Me, Program } from '@/api/types';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aField, aMe, aProgram } from '@/testing/things';
import { keyFor } from './FieldDialog';

const user = userEvent.setup();
let server: TestingServer;
let program: Program;

beforeEach(() => {
  server = new TestingServer();
  program = aProgram({
    fields: [
      aField('cost', { type: 'number', position: 1, required: true }),
      aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'], position: 2, visibility: 'staff' }),
    ],
  });
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
    const list = await screen.findByRole('list', { name: 'Programs' });
    expect(within(list).getByRole('link', { name: 'Operations' })).toHaveAttribute('href', '/programs/p1');
    expect(within(list).getByText('3 open')).toBeVisible();
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

describe('the settings', () => {
  it('are not there for those who may not', async () => {
    program = { ...program, can: { ...program.can, edit: false } };
    await open('/programs/p1/settings');
    expect(await screen.findByText(/does not exist, or it is not shared/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Settings' })).toBeNull();
  });

  it('send only what was changed', async () => {
    server.on('PATCH /programs/p1', () => program);
    await open('/programs/p1/settings');
    const name = await screen.findByLabelText(/Name/);
    await user.clear(name);
    await user.type(name, 'Facilities');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.callsTo('PATCH /programs/p1')[0]?.body).toEqual({ name: 'Facilities' }));
  });

  it('list the fields with what they are', async () => {
    await open('/programs/p1/settings');
    const fields = within(await screen.findByRole('list', { name: 'Fields' }));
    expect(fields.getByText(/Choice · Berlin, Oslo/)).toBeVisible();
    expect(fields.getByText('Staff only')).toBeVisible();
  });

  it('add a field with a key made from its label', async () => {
    server.on('POST /programs/p1/fields', () => answer(201, aField('x')));
    await open('/programs/p1/settings');
    await user.click(await screen.findByRole('button', { name: 'Add field' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/Label/), 'Größe (m²)');
    await user.selectOptions(dialog.getByLabelText('Type'), 'Choice');
    await user.click(dialog.getByRole('button', { name: 'Add field' }));
    expect(dialog.getByLabelText('Choices')).toHaveAccessibleDescription('Enter at least one choice.');
    await user.type(dialog.getByLabelText('Choices'), 'small{Enter}large{Enter}small');
    await user.click(dialog.getByRole('button', { name: 'Add field' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('POST /programs/p1/fields')[0]?.body).toMatchObject({
      key: 'gro_e_m2',
      label: 'Größe (m²)',
      type: 'dropdown',
      options: ['small', 'large'],
      visibility: 'everyone',
    });
  });

  it('change a field without touching its type', async () => {
    server.on('PATCH /programs/p1/fields/f-cost', () => program.fields[0]);
    await open('/programs/p1/settings');
    await user.click(await screen.findByRole('button', { name: 'Edit Cost' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: 'Staff only' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('PATCH /programs/p1/fields/f-cost')[0]?.body).toEqual({
      label: 'Cost',
      required: true,
      placeholder: '',
      visibility: 'staff',
    });
  });

  it('move and remove fields', async () => {
    server.on('PATCH /programs/p1/fields/f-site', () => program.fields[1]);
    server.on('DELETE /programs/p1/fields/f-site', () => answer(204));
    await open('/programs/p1/settings');
    await user.click(await screen.findByRole('button', { name: 'Move Site up' }));
    expect(server.callsTo('PATCH /programs/p1/fields/f-site')[0]?.body).toEqual({ position: 1 });
    expect(screen.getByRole('button', { name: 'Move Site down' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Remove Site' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(server.callsTo('DELETE /programs/p1/fields/f-site')).toHaveLength(1);
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
});
