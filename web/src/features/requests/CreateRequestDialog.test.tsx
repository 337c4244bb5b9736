import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import type { Template } from '@/api/types';
import { answer, pageOf, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { TestingUpload } from '@/testing/TestingUpload';
import { aDetail, aField, aMe, anAttachment, aProgram, aRequest } from '@/testing/things';
import { CreateRequestDialog } from './CreateRequestDialog';

const program = aProgram({
  fields: [
    aField('cost', { type: 'number', position: 0 }),
    aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'], position: 1 }),
    aField('cleared', { type: 'checkbox', position: 2 }),
    aField('safety', {
      type: 'checklist',
      position: 3,
      items: [
        { key: 'helmet', label: 'Helmet' },
        { key: 'vest', label: 'Vest' },
      ],
    }),
    aField('plans', { type: 'file_upload', position: 4, visibility: 'staff' }),
  ],
});
const created = aDetail(aRequest(9, { title: 'Lamps', status: 'draft' }));
const lamps: Template = {
  id: 't1',
  name: 'Lamps',
  visibility: 'everyone',
  title: 'Replace the lamps',
  description: '',
  priority: 'high',
  fields: { cost: 12, site: 'Rome', safety: ['vest', 'gone'] },
  version: 1,
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-01T08:00:00.000Z',
};
let server: TestingServer;
const user = userEvent.setup();

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs/p1/templates', () => pageOf([]));
  server.on('POST /programs/p1/requests', () => answer(201, created));
  server.on('POST /programs/p1/requests/r9/submission', () => ({ ...created, status: 'submitted' }));
  session.end();
  await session.renew();
});

function open(of = program) {
  const onCreated = vi.fn();
  const view = renderLive(<CreateRequestDialog program={of} onClose={() => undefined} onCreated={onCreated} />);
  return { ...view, onCreated, form: within(screen.getByRole('dialog', { name: 'New request' })) };
}
const sent = () => server.callsTo('POST /programs/p1/requests').map(({ body }) => body);

describe('a new request', () => {
  it('is asked for by the fields of the program', async () => {
    const { form, onCreated } = open();
    await user.type(form.getByLabelText(/Title/), 'Lamps');
    await user.selectOptions(form.getByLabelText('Priority'), 'High');
    await user.type(form.getByLabelText('Cost'), '12,5');
    await user.selectOptions(form.getByLabelText('Site'), 'Oslo');
    await user.click(form.getByRole('checkbox', { name: 'Vest' }));
    await user.click(form.getByRole('checkbox', { name: 'Helmet' }));
    await user.click(form.getByRole('button', { name: 'Save as draft' }));
    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(created));
    expect(sent()).toEqual([
      { title: 'Lamps', priority: 'high', fields: { cost: 12.5, site: 'Oslo', safety: ['helmet', 'vest'] } },
    ]);
    expect(server.callsTo('POST /programs/p1/requests/r9/submission')).toEqual([]);
  });

  it('is submitted by Ctrl and Enter', async () => {
    const { form, onCreated } = open();
    await user.type(form.getByLabelText(/Title/), 'Lamps{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(server.callsTo('POST /programs/p1/requests/r9/submission')[0]?.body).toEqual({ version: 1 });
  });

  it('is not sent with what can not be right', async () => {
    const { form } = open();
    await user.type(form.getByLabelText(/Title/), 'ab');
    await user.type(form.getByLabelText('Cost'), 'much');
    await user.click(form.getByRole('button', { name: 'Save as draft' }));
    expect(form.getByLabelText(/Title/)).toHaveAccessibleDescription('Use 3 to 200 characters.');
    expect(form.getByLabelText('Cost')).toHaveAccessibleDescription('Enter a number.');
    expect(sent()).toEqual([]);
  });

  it('needs what is required to be submitted, and not to be a draft', async () => {
    const required = (key: string) =>
      program.fields.filter((field) => field.key === key).map((field) => ({ ...field, required: true }));
    const { form, onCreated } = open({
      ...program,
      fields: [...required('cleared'), ...required('safety'), ...required('plans')],
    });
    await user.type(form.getByLabelText(/Title/), 'Lamps');
    await user.click(form.getByRole('button', { name: 'Submit' }));
    expect(form.getAllByText(/Fill this in to submit/)).toHaveLength(3);
    expect(form.getByRole('group', { name: /Cleared/ })).toHaveAccessibleDescription(/Fill this in/);
    await user.click(form.getByRole('radio', { name: 'No' }));
    await user.click(form.getByRole('button', { name: 'Save as draft' }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(sent()).toEqual([{ title: 'Lamps', priority: 'medium', fields: { cleared: false } }]);
  });

  it('shows beside the input what the server refused, and on top what belongs to none', async () => {
    const errors = [
      { path: 'fields.cost', message: 'At most 1000.' },
      { path: 'fields.safety[1]', message: 'No such item.' },
    ];
    server.on('POST /programs/p1/requests', () => problem(400, 'validation', 'No', { errors }));
    const { form } = open();
    await user.type(form.getByLabelText(/Title/), 'Lamps');
    await user.click(form.getByRole('button', { name: 'Save as draft' }));
    await waitFor(() => expect(form.getByLabelText('Cost')).toHaveAccessibleDescription('At most 1000.'));
    expect(form.getByLabelText('Cost')).toHaveFocus();
    expect(form.getByText('No such item.')).toBeVisible();

    const limit = 'The limit of 5 active requests is reached.';
    server.on('POST /programs/p1/requests', () => problem(409, 'limit-reached', limit));
    await user.click(form.getByRole('button', { name: 'Save as draft' }));
    expect(await form.findByText(limit)).toBeVisible();
  });
});

describe('files of a new request', () => {
  const plan = new File(['plan'], 'plan.pdf', { type: 'application/pdf' });

  it('follow it, and are put into their field', async () => {
    TestingUpload.install();
    server.on('PATCH /programs/p1/requests/r9', () => ({ ...created, version: 2 }));
    const { form, onCreated } = open();
    await user.type(form.getByLabelText(/Title/), 'Lamps');
    await user.upload(form.getByLabelText('Plans'), plan);
    await user.click(form.getByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(TestingUpload.all).toHaveLength(1));
    // For staff only, as the field is.
    expect(TestingUpload.all[0]?.url).toBe('/api/v1/programs/p1/requests/r9/attachments?internal=true');
    expect(form.getByRole('progressbar', { name: 'Sending plan.pdf' })).toBeVisible();
    TestingUpload.all[0]?.answer(201, anAttachment('a1'));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(server.callsTo('PATCH /programs/p1/requests/r9')[0]?.body).toEqual({
      fields: { plans: ['a1'] },
      version: 1,
    });
    expect(server.callsTo('POST /programs/p1/requests/r9/submission')[0]?.body).toEqual({ version: 2 });
  });

  it('that fail leave a draft, from which it goes on', async () => {
    TestingUpload.install();
    server.on('PATCH /programs/p1/requests/r9', () => ({ ...created, version: 2 }));
    const { form, onCreated } = open();
    await user.type(form.getByLabelText(/Title/), 'Lamps');
    await user.upload(form.getByLabelText('Plans'), plan);
    await user.click(form.getByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(TestingUpload.all).toHaveLength(1));
    TestingUpload.all[0]?.answer(413, { type: '/problems/too-large', title: 'x', detail: 'The program is full.' });
    expect(await form.findByText(/OPS-9 is saved as a draft, but .* The program is full/)).toBeVisible();
    expect(form.getByRole('button', { name: 'Open OPS-9' })).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(TestingUpload.all).toHaveLength(2));
    TestingUpload.all[1]?.answer(201, anAttachment('a1'));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(sent()).toHaveLength(1);
  });

  it('can be taken away again, and are refused when they are too large', async () => {
    const { form } = open();
    const large = new File(['x'], 'film.mp4');
    Object.defineProperty(large, 'size', { value: 26 * 1024 * 1024 });
    await user.upload(form.getByLabelText('Plans'), [plan, large]);
    expect(form.getByRole('alert')).toHaveTextContent('film.mp4');
    await user.click(form.getByRole('button', { name: 'Remove plan.pdf' }));
    expect(form.queryByText('plan.pdf')).toBeNull();
  });
});

describe('what was typed', () => {
  it('is still there after a reload, until it is sent', async () => {
    const first = open();
    await user.type(first.form.getByLabelText(/Title/), 'Lamps');
    await user.click(first.form.getByRole('checkbox', { name: 'Vest' }));
    first.unmount();
    const second = open();
    expect(second.form.getByText('What you had typed is still here.')).toBeVisible();
    expect(second.form.getByLabelText(/Title/)).toHaveValue('Lamps');
    expect(second.form.getByRole('checkbox', { name: 'Vest' })).toBeChecked();
    await user.click(second.form.getByRole('button', { name: 'Save as draft' }));
    await waitFor(() => expect(second.onCreated).toHaveBeenCalled());
    second.unmount();
    expect(open().form.getByLabelText(/Title/)).toHaveValue('');
  });

  it('goes when one starts anew', async () => {
    const first = open();
    await user.type(first.form.getByLabelText(/Title/), 'Lamps');
    first.unmount();
    const { form } = open();
    await user.click(form.getByRole('button', { name: 'Start anew' }));
    expect(form.getByLabelText(/Title/)).toHaveValue('');
    expect(form.queryByText('What you had typed is still here.')).toBeNull();
  });
});

describe('a template', () => {
  it('fills in what nobody has typed, as far as it fits the fields of today', async () => {
    server.on('GET /programs/p1/templates', () => pageOf([lamps]));
    const { form } = open();
    await user.type(form.getByLabelText('Cost'), '40');
    await user.selectOptions(await form.findByLabelText('Start from a template'), 'Lamps');
    expect(form.getByLabelText(/Title/)).toHaveValue('Replace the lamps');
    expect(form.getByLabelText('Cost')).toHaveValue('40');
    expect(form.getByLabelText('Site')).toHaveValue('');
    expect(form.getByRole('checkbox', { name: 'Vest' })).toBeChecked();
    await user.selectOptions(form.getByLabelText('Start from a template'), 'None');
    expect(form.getByLabelText(/Title/)).toHaveValue('');
    expect(form.getByLabelText('Cost')).toHaveValue('40');
  });

  it('is made of what stands in the form', async () => {
    server.on('POST /programs/p1/templates', () => answer(201, lamps));
    const { form } = open();
    await user.type(form.getByLabelText('Cost'), '40');
    await user.click(form.getByRole('button', { name: 'Save as template' }));
    const dialog = within(screen.getByRole('dialog', { name: 'New template' }));
    await user.click(dialog.getByRole('button', { name: 'Save template' }));
    expect(dialog.getByLabelText(/Name/)).toHaveAccessibleDescription('Enter a name.');
    await user.type(dialog.getByLabelText(/Name/), 'Lamps');
    await user.click(dialog.getByRole('button', { name: 'Save template' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'New template' })).toBeNull());
    expect(server.callsTo('POST /programs/p1/templates')[0]?.body).toEqual({
      name: 'Lamps',
      visibility: 'everyone',
      title: '',
      description: '',
      priority: 'medium',
      fields: { cost: 40, site: null, cleared: null, safety: null },
    });
    expect(sent()).toEqual([]);
  });

  it('is not to be made by those who may not', () => {
    const { form } = open({ ...program, can: { ...program.can, edit: false } });
    expect(form.queryByRole('button', { name: 'Save as template' })).toBeNull();
  });
});
