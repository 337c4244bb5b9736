import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { addField } from '@/api/calls';
import { session } from '@/api/session';
import type { FieldDefinition, Program } from '@/api/types';
import { answer, problem, session as aSession, TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { aField, aMe, aProgram } from '@/testing/things';
import { FieldSettings } from './FieldSettings';

const user = userEvent.setup();
let server: TestingServer;
let program: Program;

beforeEach(async () => {
  server = new TestingServer();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  program = aProgram({
    fields: [
      aField('cost', { type: 'number', position: 0, required: true }),
      aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'], position: 1, visibility: 'staff' }),
      aField('safety', {
        type: 'checklist',
        position: 2,
        items: [
          { key: 'helmet', label: 'Helmet' },
          { key: 'vest', label: 'Vest' },
        ],
      }),
    ],
  });
  session.end();
  await session.renew();
});

const preview = (fields: FieldDefinition[]) => <p>Preview of {fields.map((field) => field.label).join(', ')}</p>;
const open = () => renderLive(<FieldSettings program={program} preview={preview} />);
const dialog = () => within(screen.getByRole('dialog'));
const add = async (label: string, type: string) => {
  await user.click(screen.getByRole('button', { name: 'Add field' }));
  await user.type(dialog().getByLabelText(/Label/), label);
  await user.selectOptions(dialog().getByLabelText('Type'), type);
};

describe('the fields of a program', () => {
  it('are listed with what they are, beside the form that they make', () => {
    open();
    const fields = within(screen.getByRole('list', { name: 'Fields' }));
    expect(fields.getByText(/Choice · Berlin, Oslo/)).toBeVisible();
    expect(fields.getByText(/Checklist · Helmet, Vest/)).toBeVisible();
    expect(fields.getByText('Staff only')).toBeVisible();
    expect(screen.getByText('Preview of Cost, Site, Safety')).toBeVisible();
  });

  it('get a key made from their label', async () => {
    server.on('POST /programs/p1/fields', () => answer(201, aField('x')));
    open();
    await add('Größe (m²)', 'Choice');
    expect(dialog().getByText('Preview of Größe (m²)')).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Add field' }));
    expect(dialog().getByLabelText('Choices')).toHaveAccessibleDescription('Enter at least one choice.');
    await user.type(dialog().getByLabelText('Choices'), 'small{Enter}large{Enter}small');
    await user.click(dialog().getByRole('button', { name: 'Add field' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('POST /programs/p1/fields')[0]?.body).toMatchObject({
      key: 'gro_e_m2',
      label: 'Größe (m²)',
      type: 'dropdown',
      options: ['small', 'large'],
      visibility: 'everyone',
    });
  });

  it('can be checklists, written line by line', async () => {
    server.on('POST /programs/p1/fields', () => answer(201, aField('x')));
    open();
    await add('Cost', 'Checklist');
    await user.click(dialog().getByRole('button', { name: 'Add field' }));
    expect(dialog().getByText('Enter at least one item.')).toBeVisible();
    await user.type(dialog().getByLabelText('Item 1'), 'Gloves{Enter}');
    await waitFor(() => expect(dialog().getByLabelText('Item 2')).toHaveFocus());
    await user.keyboard('Boots');
    await user.click(dialog().getByRole('button', { name: 'Move Item 2 up' }));
    await user.click(dialog().getByRole('button', { name: 'Add field' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('POST /programs/p1/fields')[0]?.body).toMatchObject({
      key: 'cost_2',
      items: [{ label: 'Boots' }, { label: 'Gloves' }],
    });
  });

  it('are changed without touching their type, and items keep their keys', async () => {
    server.on('PATCH /programs/p1/fields/f-safety', () => program.fields[2]);
    open();
    await user.click(screen.getByRole('button', { name: 'Edit Safety' }));
    await user.clear(dialog().getByLabelText('Item 1'));
    await user.type(dialog().getByLabelText('Item 1'), 'Helmet on');
    await user.click(dialog().getByRole('button', { name: 'Remove Item 2' }));
    await user.click(dialog().getByRole('checkbox', { name: 'Staff only' }));
    expect(dialog().getByText(/disappear for clients at once/)).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo('PATCH /programs/p1/fields/f-safety')[0]?.body).toEqual({
      label: 'Safety',
      required: false,
      placeholder: '',
      visibility: 'staff',
      items: [{ key: 'helmet', label: 'Helmet on' }],
    });
  });

  it('say beside the input what the server refused', async () => {
    const errors = [{ path: 'items[1].label', message: 'Each item once.' }];
    server.on('PATCH /programs/p1/fields/f-safety', () => problem(400, 'validation', 'No', { errors }));
    open();
    await user.click(screen.getByRole('button', { name: 'Edit Safety' }));
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(dialog().getByRole('group', { name: 'Items' })).toHaveAccessibleDescription('Each item once.'),
    );

    server.on('PATCH /programs/p1/fields/f-safety', () => problem(409, 'conflict', '3 requests hold values.'));
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await dialog().findByText('3 requests hold values.')).toBeVisible();
  });

  it('are moved by the arrows, all at once as they then stand', async () => {
    server.on('PUT /programs/p1/fields/order', () => ({ data: program.fields }));
    open();
    expect(screen.getByRole('button', { name: 'Move Cost up' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Move Site up' }));
    expect(server.callsTo('PUT /programs/p1/fields/order')[0]?.body).toEqual({
      fieldIds: ['f-site', 'f-cost', 'f-safety'],
      version: 1,
    });
  });

  it('have a handle that says how it is used by keyboard', async () => {
    open();
    const handle = screen.getByRole('button', { name: 'Move Cost' });
    expect(handle).toHaveAccessibleDescription(/space bar to pick up/);
    handle.focus();
    await user.keyboard(' ');
    expect(await screen.findByText(/^(Picked up Cost, place|Cost is at place) 1 of 3\.$/)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Cost stays at place 1 of 3.')).toBeInTheDocument();
  });

  it('are removed after asking, and come back with what they held', async () => {
    server.on('DELETE /programs/p1/fields/f-site', () => answer(204));
    server.on('POST /programs/p1/fields', () => answer(201, aField('site')));
    open();
    await user.click(screen.getByRole('button', { name: 'Remove Site' }));
    expect(screen.getByText(/What was filled in is kept/)).toBeVisible();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await pressInNotice('Undo');
    await waitFor(() => expect(screen.queryByText('Site is removed.')).toBeNull());
    expect(server.callsTo('POST /programs/p1/fields')[0]?.body).toEqual({
      key: 'site',
      label: 'Site',
      type: 'dropdown',
      required: false,
      options: ['Berlin', 'Oslo'],
      placeholder: '',
      visibility: 'staff',
      position: 1,
    } satisfies Parameters<typeof addField>[1]);
  });

  it('can not be removed while something needs them', async () => {
    const reason = 'Requests are due on the date of "site".';
    server.on('DELETE /programs/p1/fields/f-site', () => problem(409, 'conflict', reason));
    open();
    await user.click(screen.getByRole('button', { name: 'Remove Site' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(reason);
  });
});
