import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldDefinition } from '@/api/types';
import { answer, lost, problem, serverFor, type TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aField, aMe, anAttachment, aProgram, aRequest, mara, tom } from '@/testing/things';
import { CreateRequestDialog } from './CreateRequestDialog';

const items = [{ key: 'helmet', label: 'Helmet' }];
const FIELDS: FieldDefinition[] = [
  aField('words'),
  aField('cost', { type: 'number' }),
  aField('needed', { type: 'date' }),
  aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'] }),
  aField('cleared', { type: 'checkbox' }),
  aField('safety', { type: 'checklist', items }),
  aField('plans', { type: 'file_upload' }),
].map((field, position) => ({ ...field, position }));
const program = aProgram({ fields: FIELDS });
const created = aDetail(aRequest(9, { status: 'draft' }));
const requests = 'POST /programs/p1/requests';
const request = '/programs/p1/requests/r9';
const user = userEvent.setup();
let server: TestingServer;

beforeEach(async () => {
  server = await serverFor();
  server.on(requests, () => answer(201, created));
  server.on(`POST ${request}/submission`, () => ({ ...created, status: 'submitted' }));
  TestingUpload.install();
});

function open(of = program, me = aMe()) {
  const onCreated = vi.fn();
  const onClose = vi.fn();
  const view = renderLive(<CreateRequestDialog program={of} onClose={onClose} onCreated={onCreated} />, me);
  const form = within(screen.getByRole('dialog', { name: 'New request' }));
  const write = (title: string) => user.type(form.getByLabelText(/Title/), title);
  const press = (name: string) => user.click(form.getByRole('button', { name }));
  return { ...view, onCreated, onClose, form, write, press };
}
const sent = () => server.callsTo(requests).map(({ body }) => body);
const keys = () => server.callsTo(requests).map(({ headers }) => headers.get('Idempotency-Key'));

describe('a form at its limits', () => {
  const fill = (label: RegExp | string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it.each([
    ['  ab  ', false],
    ['abc', true],
    ['x'.repeat(200), true],
    ['x'.repeat(201), false],
  ])('takes a title %#: %s', async (title, fits) => {
    const { press, form } = open();
    fill(/Title/, title);
    await press('Save as draft');
    await waitFor(() => expect(sent()).toHaveLength(fits ? 1 : 0));
    if (!fits)
      await waitFor(() => expect(form.getByLabelText(/Title/)).toHaveAccessibleDescription('Use 3 to 200 characters.'));
  });

  it.each([
    ['-0,5', -0.5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['1 000', undefined],
    ['12 €', undefined],
    ['--1', undefined],
  ])('takes %s for a number', async (typed, value) => {
    const { write, press, form } = open();
    await write('Lamps');
    fill('Cost', typed);
    await press('Save as draft');
    if (value === undefined)
      await waitFor(() => expect(form.getByLabelText('Cost')).toHaveAccessibleDescription('Enter a number.'));
    else await waitFor(() => expect(sent()).toMatchObject([{ fields: { cost: value } }]));
    expect(sent()).toHaveLength(value === undefined ? 0 : 1);
  });

  it('lets nobody type more than is kept', () => {
    const { form } = open();
    expect(form.getByLabelText(/Title/)).toHaveAttribute('maxlength', '200');
    for (const label of ['Description', 'Words'])
      expect(form.getByLabelText(label)).toHaveAttribute('maxlength', '5000');
    for (const label of ['Needed', 'Due date']) expect(form.getByLabelText(label)).toHaveAttribute('max', '9999-12-31');
  });

  it('takes twenty files into a field, and says so of the next', async () => {
    const { form } = open();
    const files = Array.from({ length: 21 }, (_, index) => new File(['x'], `${index}.txt`));
    await user.upload(form.getByLabelText('Plans'), files);
    expect(form.getByRole('alert')).toHaveTextContent('A field holds at most 20 files.');
    expect(form.getAllByRole('button', { name: /^Remove / })).toHaveLength(20);
  });

  it('sends nothing of what was left empty, and all seven kinds of what was not', async () => {
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    fill('Words', '  two words ');
    fill('Needed', '2026-12-24');
    await user.selectOptions(form.getByLabelText('Site'), 'Oslo');
    await user.click(form.getByRole('checkbox', { name: 'Cleared' }));
    await user.click(form.getByRole('checkbox', { name: 'Helmet' }));
    await press('Save as draft');
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    const fields = { words: 'two words', needed: '2026-12-24', site: 'Oslo', cleared: true, safety: ['helmet'] };
    expect(sent()).toEqual([{ title: 'Lamps', priority: 'medium', fields }]);
  });

  it.each(FIELDS.map(({ type, key }) => [type, key]))('needs a required %s to submit', async (_, key) => {
    const field = { ...(FIELDS.find((each) => each.key === key) ?? aField(key)), required: true };
    const { write, press, form } = open({ ...program, fields: [field] });
    await write('Lamps');
    await press('Submit');
    expect(await form.findByText(/Fill this in to submit/)).toBeVisible();
    expect(sent()).toEqual([]);
    await press('Save as draft');
    await waitFor(() => expect(sent()).toHaveLength(1));
  });
});

describe('a refusal by the server', () => {
  it.each([
    ['title', /Title/],
    ['description', 'Description'],
    ['priority', 'Priority'],
    ['dueDate', 'Due date'],
    ['fields.words', 'Words'],
    ['fields.needed', 'Needed'],
    ['fields.site', 'Site'],
  ])('of %s stands beside it', async (path, label) => {
    server.on(requests, () => problem(400, 'invalid', 'No', { errors: [{ path, message: 'Not this one.' }] }));
    const { write, press, form } = open();
    await write('Lamps');
    await press('Save as draft');
    expect(await form.findByText('Not this one.')).toBeVisible();
    expect(form.getByLabelText(label)).toHaveAccessibleDescription(/Not this one/);
    expect(form.getByLabelText(label)).toHaveFocus();
  });

  it('of what the form has no input for stands on top, and does not stand in the way of the next try', async () => {
    const errors = [{ path: 'fields.removed', message: 'No such field.' }];
    server.on(requests, () => problem(400, 'invalid', 'No', { errors }));
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await press('Save as draft');
    expect(await form.findByText('No such field.')).toBeVisible();
    server.on(requests, () => answer(201, created));
    await press('Save as draft');
    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(created));
  });

  it.each([
    [403, 'forbidden', 'Clients may not file requests here.'],
    [409, 'limit-reached', 'The limit of 5 active requests is reached.'],
    [413, 'too-large', 'That is too much.'],
    [507, 'storage-full', 'No room is left.'],
  ])('by %d says why, and keeps what was typed', async (status, slug, detail) => {
    server.on(requests, () => problem(status, slug, detail));
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await press('Submit');
    expect(await form.findByText(detail)).toBeVisible();
    expect(form.getByLabelText(/Title/)).toHaveValue('Lamps');
    expect(onCreated).not.toHaveBeenCalled();
  });
});

describe('sending', () => {
  it('twice by keys that are held down makes one request', async () => {
    const { write, form, onCreated } = open();
    await write('Lamps');
    for (let times = 0; times < 3; times++)
      fireEvent.keyDown(form.getByLabelText(/Title/), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
    expect(sent()).toHaveLength(1);
  });

  it('again after the answer got lost is the same call, so that there is one request', async () => {
    server.on(requests, lost);
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await press('Save as draft');
    expect(await form.findByText(/The server cannot be reached/)).toBeVisible();
    server.on(requests, () => answer(201, created));
    await press('Save as draft');
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(keys()[0]).toMatch(/\w{32}/);
    expect(keys()[1]).toBe(keys()[0]);
  });

  it('something else after that is another call', async () => {
    server.on(requests, lost);
    const { write, press, form } = open();
    await write('Lamps');
    await press('Save as draft');
    await form.findByText(/The server cannot be reached/);
    await write(' and more');
    await press('Save as draft');
    await waitFor(() => expect(keys()).toHaveLength(2));
    expect(keys()[1]).not.toBe(keys()[0]);
  });

  it('on after a step that failed sends what was changed since, what was emptied included', async () => {
    const refusal = 'Cost must be filled in.';
    server.on(`POST ${request}/submission`, () => problem(409, 'transition-refused', refusal));
    server.on(`PATCH ${request}`, () => ({ ...created, version: 2 }));
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await user.selectOptions(form.getByLabelText('Site'), 'Oslo');
    await press('Submit');
    expect(await form.findByText(/OPS-9 is saved as a draft, but .* Cost must be/)).toBeVisible();
    server.on(`POST ${request}/submission`, () => ({ ...created, status: 'submitted', version: 3 }));
    await user.type(form.getByLabelText('Cost'), '12');
    await user.selectOptions(form.getByLabelText('Site'), '');
    await press('Try again');
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(sent()).toHaveLength(1);
    expect(server.callsTo(`PATCH ${request}`)[0]?.body).toMatchObject({
      version: 1,
      title: 'Lamps',
      dueDate: null,
      fields: { cost: 12, site: null },
    });
    expect(server.callsTo(`POST ${request}/submission`)[1]?.body).toEqual({ version: 2 });
  });

  it.each([
    [413, 'quota-reached'],
    [507, 'storage-full'],
  ])('a file that is refused by %d leaves a draft, which can be opened', async (status, slug) => {
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await user.upload(form.getByLabelText('Plans'), new File(['x'], 'plan.pdf'));
    await press('Save as draft');
    await waitFor(() => expect(TestingUpload.all).toHaveLength(1));
    TestingUpload.all[0]?.answer(status, { type: `/problems/${slug}`, title: 'x', detail: 'There is no room.' });
    expect(await form.findByText(/OPS-9 is saved as a draft, but .* There is no room/)).toBeVisible();
    await press('Open OPS-9');
    expect(onCreated).toHaveBeenCalledWith(created);
  });

  it('goes on with the files that are missing, and does not send the others again', async () => {
    server.on(`PATCH ${request}`, () => ({ ...created, version: 2 }));
    const { write, press, form, onCreated } = open();
    await write('Lamps');
    await user.upload(form.getByLabelText('Plans'), [new File(['x'], 'one.pdf'), new File(['y'], 'two.pdf')]);
    await press('Save as draft');
    const upload = async (which: number) => {
      await waitFor(() => expect(TestingUpload.all).toHaveLength(which));
      return TestingUpload.all[which - 1];
    };
    (await upload(1))?.answer(201, anAttachment('one'));
    (await upload(2))?.onerror?.();
    await press('Try again');
    const again = await upload(3);
    expect(again?.file?.name).toBe('two.pdf');
    again?.answer(201, anAttachment('two'));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(server.callsTo(`PATCH ${request}`)[0]?.body).toMatchObject({ fields: { plans: ['one', 'two'] } });
  });
});

describe('what was typed and not sent', () => {
  const kept = 'What you had typed is still here.';

  it('is there after a log-out for the same person, and not for another', async () => {
    const first = open();
    await first.write('Lamps');
    first.unmount();
    const others = open(program, aMe({ ...tom }));
    expect(others.form.queryByText(kept)).toBeNull();
    expect(others.form.getByLabelText(/Title/)).toHaveValue('');
    others.unmount();
    expect(open(program, aMe({ ...mara })).form.getByText(kept)).toBeVisible();
  });

  it('fits the fields of today: what they can not hold is left out', async () => {
    const first = open();
    await first.write('Lamps');
    await user.selectOptions(first.form.getByLabelText('Site'), 'Oslo');
    await user.click(first.form.getByRole('checkbox', { name: 'Helmet' }));
    first.unmount();
    const fields = [aField('site', { type: 'dropdown', options: ['Rome'] }), aField('safety', { type: 'number' })];
    const { form } = open({ ...program, fields });
    expect(form.getByLabelText(/Title/)).toHaveValue('Lamps');
    expect(form.getByLabelText('Site')).toHaveValue('');
    expect(form.getByLabelText('Safety')).toHaveValue('');
  });

  it('is not offered again once it is a request, whatever became of the rest', async () => {
    server.on(`POST ${request}/submission`, () => problem(409, 'transition-refused', 'Not now.'));
    const first = open();
    await first.write('Lamps');
    await first.press('Submit');
    await first.form.findByText(/OPS-9 is saved as a draft/);
    first.unmount();
    expect(open().form.queryByText(kept)).toBeNull();
  });

  it('does no harm when it can not be read', () => {
    localStorage.setItem('docket.newRequest.u-mara.p1', '{broken');
    expect(open().form.getByLabelText(/Title/)).toHaveValue('');
  });
});
