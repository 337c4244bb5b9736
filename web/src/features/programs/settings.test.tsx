import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Program } from '@/api/types';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aField, aMe, aProgram, mara, tom } from '@/testing/things';

const user = userEvent.setup();
let server: TestingServer;
let program: Program;
const gauge = (active: number, limit: number | null, state = 'free') => ({ active, limit, percent: 50, state });

beforeEach(async () => {
  server = new TestingServer();
  program = aProgram({ openRequests: 4 });
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([program]));
  server.on('GET /programs/p1', () => answer(200, program, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/templates', () => pageOf([]));
  server.on('GET /programs/p1/storage', () => ({ usedBytes: 4_600_000_000, quotaBytes: 5_000_000_000, files: 7 }));
  server.on('GET /programs/p1/utilisation', () => ({
    program: gauge(4, 5, 'near'),
    own: gauge(1, null),
    users: pageOf([
      { user: mara, gauge: gauge(3, 3, 'reached') },
      { user: tom, gauge: gauge(1, 3) },
    ]),
  }));
  // The server keeps what it is told.
  server.on('PATCH /programs/p1', ({ body }) => {
    program = { ...program, ...(body as Partial<Program>), version: program.version + 1 };
    return program;
  });
  session.end();
  await session.renew();
});

const open = () => renderApp('/programs/p1/settings');
const section = async (name: string) => within(await screen.findByRole('region', { name }));
const edits = () => server.callsTo('PATCH /programs/p1').map(({ body }) => body);

describe('the settings', () => {
  it('are not there for those who may not', async () => {
    program = { ...program, can: { ...program.can, edit: false } };
    await open();
    expect(await screen.findByText(/does not exist, or it is not shared/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Settings' })).toBeNull();
  });

  it('are saved when one leaves them, and only what was changed', async () => {
    await open();
    const general = await section('General');
    const name = general.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Facilities{Enter}');
    await waitFor(() => expect(edits()).toEqual([{ name: 'Facilities', version: 1 }]));
    expect(await general.findByText('Saved.')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Facilities' })).toBeVisible();
  });

  it('can be taken back', async () => {
    await open();
    const rules = await section('Rules');
    await user.click(rules.getByRole('checkbox', { name: 'Requests need approval' }));
    expect(rules.getByRole('checkbox', { name: 'Requests need approval' })).not.toBeChecked();
    await user.click(await rules.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(edits()).toEqual([
        { requireApproval: false, version: 1 },
        { requireApproval: true, version: 2 },
      ]),
    );
    expect(rules.getByRole('checkbox', { name: 'Requests need approval' })).toBeChecked();
  });

  it('do not send what can not be right', async () => {
    await open();
    const limits = await section('Limits');
    await user.type(limits.getByLabelText('In the whole program'), '0{Enter}');
    expect(limits.getByLabelText('In the whole program')).toHaveAccessibleDescription(/whole number from 1 on/);
    await user.keyboard('{Escape}');
    expect(limits.getByLabelText('In the whole program')).toHaveValue(null);
    await user.type(limits.getByLabelText('In the whole program'), '5');
    await user.tab();
    await waitFor(() => expect(edits()).toEqual([{ maxActiveRequests: 5, version: 1 }]));
  });

  it('say beside them what the server refused, and show what is there', async () => {
    const errors = [{ path: 'endDate', message: '2026-01-01 (expected: 2026-05-01 or later)' }];
    server.on('PATCH /programs/p1', () => problem(400, 'validation', 'No', { errors }));
    await open();
    const window = await section('Time window');
    fireEvent.change(window.getByLabelText('Last day'), { target: { value: '2026-01-01' } });
    fireEvent.blur(window.getByLabelText('Last day'));
    expect(await window.findByRole('alert')).toHaveTextContent('2026-05-01 or later');
    expect(window.getByLabelText('Last day')).toHaveValue('');
    expect(window.getByText('Requests are taken at any time.')).toBeVisible();
  });

  it('do not overwrite what somebody else has changed, unless one insists', async () => {
    const keep = (body: unknown) => {
      program = { ...program, ...(body as Partial<Program>), version: program.version + 1 };
      return program;
    };
    server.on('PATCH /programs/p1', () => problem(409, 'stale-version', 'Changed meanwhile.'));
    await open();
    const general = await section('General');
    await user.type(general.getByLabelText('Description'), 'Ours');
    program = { ...program, description: 'Theirs', version: 7 };
    await user.tab();
    expect(await general.findByText(/Somebody else changed this/)).toBeVisible();
    await waitFor(() => expect(general.getByLabelText('Description')).toHaveValue('Theirs'));
    server.on('PATCH /programs/p1', ({ body }) => keep(body));
    await user.click(general.getByRole('button', { name: 'Use mine all the same' }));
    await waitFor(() => expect(edits().at(-1)).toEqual({ description: 'Ours', version: 7 }));
  });

  it('show how far the limits are used, by whom', async () => {
    await open();
    const limits = await section('Limits');
    expect(await limits.findByRole('meter', { name: 'In use now' })).toHaveAttribute('aria-valuetext', '4 of 5 active');
    expect(limits.getByText('· nearly full')).toBeVisible();
    expect(limits.getByRole('meter', { name: mara.name })).toHaveAttribute('aria-valuenow', '3');
    expect((await section('Files')).getByText('4.6 GB of 5 GB used, in 7 files')).toBeVisible();
  });

  it('give a due rule its usual days, and offer the date fields', async () => {
    program = { ...program, fields: [aField('visit', { type: 'date' }), aField('cost', { type: 'number' })] };
    await open();
    const due = await section('Due dates');
    await user.click(due.getByRole('checkbox', { name: 'Due dates by rule' }));
    expect(edits()).toEqual([{ dueRuleEnabled: true, dueOffsetDays: 14, version: 1 }]);
    const options = within(await due.findByLabelText('Date field that goes before')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['None', 'Visit']);
  });
});

describe('archiving', () => {
  it('says what it does, and asks', async () => {
    await open();
    const archive = await section('Archive');
    expect(archive.getByText(/4 open requests stop where they are/)).toBeVisible();
    await user.click(archive.getByRole('button', { name: 'Archive program' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Archive program' }));
    expect(edits()).toEqual([{ status: 'archived', version: 1 }]);
  });

  it('leaves nothing but the way back', async () => {
    program = { ...program, status: 'archived', can: { ...program.can, edit: false, archive: false, unarchive: true } };
    await open();
    const archived = await section('This program is archived');
    expect(screen.queryByRole('region', { name: 'General' })).toBeNull();
    await user.click(archived.getByRole('button', { name: 'Make active again' }));
    expect(edits()).toEqual([{ status: 'active', version: 1 }]);
  });
});
