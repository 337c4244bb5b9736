import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIELD_TYPES, type FieldDefinition } from '@/api/types';
import { control, expectToSayRefusals, fill, refused } from '@/testing/forms';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { aField, aProgram } from '@/testing/things';
import { FieldSettings } from './FieldSettings';
import { openSection } from './TestingSection';

const user = userEvent.setup();
const ORDER = 'PUT /programs/p1/fields/order';
const labels = ['Cost', 'Site', 'Visit'];
const fields = labels.map((label, position) => aField(label.toLowerCase(), { label, position }));
let server: TestingServer;

beforeEach(() => {
  server = new TestingServer();
});

const open = (given: FieldDefinition[] = fields) =>
  openSection(
    server,
    (program) => <FieldSettings program={program} preview={() => null} />,
    aProgram({ fields: given }),
  );
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const dialog = () => within(screen.getByRole('dialog'));
const send = (name: string) => user.click(dialog().getByRole('button', { name }));
const shown = () =>
  within(screen.getByRole('list', { name: 'Fields' }))
    .getAllByRole('listitem')
    .map((row) => labels.find((label) => row.textContent.includes(label)));

describe('a new field', () => {
  const NAMES = ['Text', 'Number', 'Date', 'Choice', 'Yes or no', 'Checklist', 'Files'];

  it.each(FIELD_TYPES.map((type, index) => [NAMES[index] ?? '', type] as const))(
    'can be of the type %s',
    async (_, type) => {
      server.on('POST /programs/p1/fields', () => answer(201, aField('x')));
      await open([]);
      expect(screen.getByText(/No fields yet/)).toBeVisible();
      await press('Add field');
      fill({ Label: 'Thing', Type: type });
      if (type === 'dropdown') fill({ Choices: 'one\n\n two \none' });
      if (type === 'checklist') fill({ 'Item 1': 'first' });
      await user.click(control('Required'));
      await user.click(control('Staff only'));
      await send('Add field');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(server.callsTo('POST /programs/p1/fields')[0]?.body).toEqual({
        key: 'thing',
        label: 'Thing',
        type,
        required: true,
        placeholder: '',
        visibility: 'staff',
        ...(type === 'dropdown' && { options: ['one', 'two'] }),
        ...(type === 'checklist' && { items: [{ label: 'first' }] }),
      });
    },
  );

  it('needs a label', async () => {
    await open();
    await press('Add field');
    fill({ Label: '  ' });
    await send('Add field');
    expect(control('Label')).toHaveAccessibleDescription('Use 1 to 100 characters.');
    expect(server.callsTo('POST /programs/p1/fields')).toEqual([]);
  });

  it('keeps what was typed, whatever is refused', async () => {
    await open();
    await press('Add field');
    fill({ Label: 'Thing' });
    await expectToSayRefusals(server, 'POST /programs/p1/fields', () => send('Add field'), dialog());
    expect(control('Label')).toHaveValue('Thing');
  });

  it.each([
    ['label', 'Label'],
    ['type', 'Type'],
    ['placeholder', 'Example text'],
  ])('reads what the server says of its %s beside it', async (path, label) => {
    server.on('POST /programs/p1/fields', () => refused(path, 'Not this one.'));
    await open();
    await press('Add field');
    fill({ Label: 'Thing' });
    await send('Add field');
    await waitFor(() => expect(control(label)).toHaveAccessibleDescription('Not this one.'));
  });
});

describe('a field that is there', () => {
  it('can be of another type as long as nothing is filled in, and else says so', async () => {
    server.on('PATCH /programs/p1/fields/f-cost', () => refused('type', '3 requests hold values.'));
    await open();
    await press('Edit Cost');
    fill({ Type: 'number' });
    await send('Save');
    await waitFor(() => expect(control('Type')).toHaveAccessibleDescription('3 requests hold values.'));
    server.on('PATCH /programs/p1/fields/f-cost', () => fields[0]);
    await send('Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('PATCH /programs/p1/fields/f-cost')[1]?.body).toMatchObject({ type: 'number' });
  });

  it('that only staff saw says what clients will see of it', async () => {
    await open([aField('memo', { visibility: 'staff' })]);
    await press('Edit Memo');
    await user.click(control('Staff only'));
    expect(dialog().getByText(/Clients will see the values of now/)).toBeVisible();
  });

  it('of a type that this version does not know is shown by its name', async () => {
    await open([aField('place', { type: 'geo_point' })]);
    expect(screen.getByText('geo_point')).toBeVisible();
  });

  it('stays when one thinks better of removing it', async () => {
    await open();
    await press('Remove Cost');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
    expect(server.callsTo('DELETE /programs/p1/fields/f-cost')).toEqual([]);
  });

  it('says why it does not come back', async () => {
    server.on('DELETE /programs/p1/fields/f-cost', () => answer(204));
    server.on('POST /programs/p1/fields', () => problem(409, 'conflict', 'There is another "cost" now.'));
    await open();
    await press('Remove Cost');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await pressInNotice('Undo');
    expect(await screen.findByRole('alert')).toHaveTextContent('There is another "cost" now.');
  });
});

describe('the order of the fields', () => {
  /** As the server does. */
  async function openKeeping() {
    const view = await open();
    server.on(ORDER, ({ body }) => {
      const { fieldIds, version } = body as { fieldIds: string[]; version: number };
      if (version !== view.stored().version) return problem(409, 'stale-version', 'Somebody else has changed this.');
      const data = fieldIds.map((id, position) => ({ ...fields.find((field) => field.id === id), position }));
      view.keep({ fields: data as FieldDefinition[] });
      return { data };
    });
    return view;
  }

  it('can be changed by two steps in a hurry', async () => {
    const { stored } = await openKeeping();
    fireEvent.click(screen.getByRole('button', { name: 'Move Cost down' }));
    await waitFor(() => expect(shown()).toEqual(['Site', 'Cost', 'Visit']));
    fireEvent.click(screen.getByRole('button', { name: 'Move Cost down' }));
    await waitFor(() =>
      expect(stored()).toMatchObject({ version: 3, fields: [{ key: 'site' }, { key: 'visit' }, { key: 'cost' }] }),
    );
    await waitFor(() => expect(shown()).toEqual(['Site', 'Visit', 'Cost']));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is changed by the keyboard on the handle', async () => {
    // Nothing is laid out here: rows of forty pixels, one below the other.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const row = this.closest('li');
      const top = row === null ? 0 : [...(row.parentElement?.children ?? [])].indexOf(row) * 40;
      return new DOMRect(0, top, 300, 40);
    });
    await openKeeping();
    screen.getByRole('button', { name: 'Move Cost' }).focus();
    await user.keyboard(' ');
    await screen.findByText(/^(Picked up Cost, place|Cost is at place) 1 of 3\.$/);
    await user.keyboard('{ArrowDown}');
    await screen.findByText('Cost is at place 2 of 3.');
    await user.keyboard(' ');
    await waitFor(() => expect(shown()).toEqual(['Site', 'Cost', 'Visit']));
    vi.restoreAllMocks();
  });

  it('is as before when it was refused', async () => {
    await open();
    const move = async () => {
      await press('Move Site up');
      await waitFor(() => expect(shown()).toEqual(labels));
    };
    await expectToSayRefusals(server, ORDER, move);
  });
});
