import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Template } from '@/api/types';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aField, aMe, aProgram, aRequest } from '@/testing/things';
import { FormPreview } from './FormPreview';
import { SaveAsTemplate } from './SaveAsTemplate';
import { TemplateSettings } from './TemplateSettings';

const user = userEvent.setup();
const fields = [
  aField('cost', { type: 'number', required: true, visibility: 'staff', position: 0 }),
  aField('plans', { type: 'file_upload', position: 1 }),
];
const program = aProgram({ fields });
const lamps: Template = {
  id: 't1',
  name: 'Lamps',
  visibility: 'staff',
  title: 'Replace the lamps',
  description: '',
  priority: 'high',
  fields: { cost: 12 },
  outdated: ['fields.cost', 'site'],
  version: 1,
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-01T08:00:00.000Z',
};
let server: TestingServer;

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs/p1/templates', () => pageOf([lamps]));
  session.end();
  await session.renew();
});

async function open() {
  renderLive(<TemplateSettings program={program} />);
  await screen.findByText('Lamps');
}

describe('the templates of a program', () => {
  it('are listed with whom they are for, and what of them is outdated', async () => {
    await open();
    expect(screen.getByText('Replace the lamps')).toBeVisible();
    expect(screen.getByText('Staff only')).toBeVisible();
    expect(screen.getByText('No longer fits the fields, and is left out: Cost, site')).toBeVisible();
  });

  it('are changed as a whole', async () => {
    server.on('PATCH /programs/p1/templates/t1', () => lamps);
    await open();
    await user.click(screen.getByRole('button', { name: 'Edit Lamps' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Change template' }));
    expect(dialog.queryByText('Plans')).toBeNull();
    expect(dialog.queryByLabelText('Due date')).toBeNull();
    await user.clear(dialog.getByLabelText(/Cost/));
    await user.clear(dialog.getByLabelText('Title'));
    await user.click(dialog.getByRole('checkbox', { name: 'Only for staff' }));
    await user.click(dialog.getByRole('button', { name: 'Save template' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('PATCH /programs/p1/templates/t1')[0]?.body).toEqual({
      name: 'Lamps',
      visibility: 'everyone',
      title: '',
      description: '',
      priority: 'high',
      fields: { cost: null },
    });
  });

  it('say what the server refused', async () => {
    server.on('POST /programs/p1/templates', () => problem(409, 'conflict', 'The program has 100 templates.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'New template' }));
    const dialog = within(screen.getByRole('dialog', { name: 'New template' }));
    await user.type(dialog.getByLabelText(/Name/), 'More');
    await user.click(dialog.getByRole('button', { name: 'Save template' }));
    expect(await dialog.findByText('The program has 100 templates.')).toBeVisible();
  });

  it('are removed after asking', async () => {
    server.on('DELETE /programs/p1/templates/t1', () => answer(204));
    await open();
    await user.click(screen.getByRole('button', { name: 'Remove Lamps' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(server.callsTo('DELETE /programs/p1/templates/t1')).toHaveLength(1);
  });
});

describe('a request', () => {
  const request = aRequest(1, { title: 'Lamps in the hall', priority: 'urgent', fields: { cost: 12, plans: ['a1'] } });

  it('becomes a template of what it says, without its files', async () => {
    server.on('POST /programs/p1/templates', () => answer(201, lamps));
    renderLive(<SaveAsTemplate request={request} program={program} />);
    await user.click(screen.getByRole('button', { name: 'Save as template' }));
    const dialog = within(screen.getByRole('dialog', { name: 'New template' }));
    await user.type(dialog.getByLabelText(/Name/), 'Hall');
    await user.click(dialog.getByRole('button', { name: 'Save template' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('POST /programs/p1/templates')[0]?.body).toMatchObject({
      name: 'Hall',
      title: 'Lamps in the hall',
      priority: 'urgent',
      fields: { cost: 12 },
    });
  });

  it('is no template to make for those who do not look after the program', () => {
    renderLive(<SaveAsTemplate request={request} program={{ ...program, can: { ...program.can, edit: false } }} />);
    expect(screen.queryByRole('button', { name: 'Save as template' })).toBeNull();
  });
});

describe('the look of the form', () => {
  it('is that of staff, or that of clients, and can be tried', async () => {
    renderLive(<FormPreview fields={fields} />);
    await user.type(screen.getByLabelText(/Cost/), '12');
    expect(screen.getByLabelText(/Cost/)).toHaveValue('12');
    expect(screen.getByText(/Staff only/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Clients' }));
    expect(screen.queryByLabelText(/Cost/)).toBeNull();
    expect(screen.getByRole('group', { name: 'Plans' })).toBeVisible();
  });
});
