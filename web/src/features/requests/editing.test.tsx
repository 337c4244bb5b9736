import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestQuery } from '@/api/queries';
import type { Program, Request, RequestDetail } from '@/api/types';
import { today } from '@/domain/format';
import { answer, problem, stale, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aField, aMember, anEvent, aProgram, aRequest, clara, mara, tom } from '@/testing/things';
import { parseField } from './FieldInput';
import { RequestDescription } from './RequestDescription';
import { RequestFields } from './RequestFields';
import { RequestProperties } from './RequestProperties';
import { RequestTitle } from './RequestTitle';

const path = '/programs/p1/requests/r1';
const program = aProgram({
  fields: [
    aField('cost', { type: 'number', position: 1, required: true }),
    aField('site', { type: 'dropdown', options: ['Berlin', 'Oslo'], position: 2 }),
    aField('cleared', { type: 'checkbox', position: 3, visibility: 'staff' }),
    aField('supplier', { position: 4 }),
  ],
});
let server: TestingServer;
let stored: RequestDetail;
const user = userEvent.setup();

beforeEach(() => {
  server = new TestingServer();
  stored = aDetail(aRequest(1, { version: 4, fields: { cost: 40 }, description: 'Old text' }));
  server.on(`GET ${path}`, () => answer(200, stored, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({
    data: [aMember(mara), aMember(tom), aMember(clara, { role: 'client' })],
  }));
  server.on(`PATCH ${path}`, ({ body }) => {
    const { version: _version, fields, ...change } = body as Partial<Request>;
    const merged = { ...stored.fields, ...fields };
    stored = { ...stored, ...change, fields: merged, version: stored.version + 1 };
    return stored;
  });
});

const patches = () => server.callsTo(`PATCH ${path}`).map(({ body }) => body);

function Page({ of }: { of: Program }) {
  const { data } = useQuery(requestQuery({ programId: 'p1', requestId: 'r1' }));
  if (data === undefined) return null;
  return (
    <>
      <RequestTitle request={data} />
      <RequestDescription request={data} />
      <RequestFields request={data} program={of} />
      <RequestProperties request={data} staff />
    </>
  );
}

async function open() {
  const view = renderLive(<Page of={program} />);
  await screen.findByRole('heading', { name: 'Request 1' });
  return view;
}

const titleChanged = (title: string, version: number) =>
  anEvent(11, 'request:updated', { request: { ...aRequest(1), title, version }, changedFields: ['title'] });

describe('a field changed in place', () => {
  it('is sent alone, with the version that was seen', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: /^Edit Cost/ }));
    const input = screen.getByRole('textbox', { name: 'Cost' });
    await user.clear(input);
    await user.type(input, '55,5{Enter}');
    expect(patches()).toEqual([{ fields: { cost: 55.5 }, version: 4 }]);
    expect(await screen.findByRole('button', { name: /^Edit Cost/ })).toHaveTextContent('55.5');
  });

  it('is not sent when nothing was changed', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: /^Edit Cost/ }));
    await user.keyboard('{Enter}');
    expect(patches()).toEqual([]);
    // The same key must not press what has the focus now, and open the editor again.
    expect(screen.getByRole('button', { name: /^Edit Cost/ })).toHaveFocus();
  });

  it('goes back by Escape', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Request 1' }));
    await user.keyboard('Something else{Escape}');
    expect(screen.getByRole('heading', { name: 'Request 1' })).toBeVisible();
    expect(patches()).toEqual([]);
  });

  it('that is no number is not sent, and says so', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: /^Edit Cost/ }));
    await user.type(screen.getByRole('textbox', { name: 'Cost' }), 'abc{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Enter a number.');
    expect(patches()).toEqual([]);
  });

  it('can be a choice or a tick, which are sent at once', async () => {
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Oslo');
    await waitFor(() => expect(patches()).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Site' })).toHaveValue('Oslo'));
    await user.click(screen.getByRole('checkbox', { name: 'Cleared' }));
    await waitFor(() => expect(patches()).toHaveLength(2));
    expect(patches()).toEqual([
      { fields: { site: 'Oslo' }, version: 4 },
      { fields: { cleared: true }, version: 5 },
    ]);
  });

  it('can be emptied', async () => {
    await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Site' }), '');
    await user.click(screen.getByRole('button', { name: /^Edit Cost/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Cost' }));
    await user.keyboard('{Enter}');
    expect(patches()).toEqual([{ fields: { cost: null }, version: 4 }]);
  });

  it('keeps what was typed when the server refuses it', async () => {
    server.on(`PATCH ${path}`, () =>
      problem(400, 'validation', 'No', { errors: [{ path: 'title', message: 'Too short.' }] }),
    );
    await open();
    await user.click(screen.getByRole('button', { name: 'Request 1' }));
    await user.clear(screen.getByRole('textbox', { name: 'Title' }));
    await user.keyboard('ab{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too short.');
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('ab');
  });

  it('keeps the draft of a description over a reload', async () => {
    const { unmount } = await open();
    await user.click(screen.getByRole('button', { name: 'Edit Description' }));
    await user.type(screen.getByRole('textbox', { name: 'Description' }), ' and more');
    unmount();
    await open();
    await user.click(screen.getByRole('button', { name: 'Edit Description' }));
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('Old text and more');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(patches()).toEqual([{ description: 'Old text and more', version: 4 }]);
  });

  it('can not be changed by those who may not', async () => {
    stored = aDetail(stored, ['comment']);
    await open();
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByText('40')).toBeVisible();
  });

  it('says which fields clients do not see', async () => {
    await open();
    expect(screen.getByText('Staff only')).toBeVisible();
  });
});

describe('a change by somebody else', () => {
  it('lands in place', async () => {
    const { tell } = await open();
    await tell(titleChanged('Their title', 5));
    expect(await screen.findByRole('heading', { name: 'Their title' })).toBeVisible();
  });

  it('does not touch what one is typing', async () => {
    const { tell } = await open();
    await user.click(screen.getByRole('button', { name: 'Request 1' }));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), ' mine');
    await tell(titleChanged('Their title', 5));
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Request 1 mine');
  });

  describe('of the same field', () => {
    beforeEach(() => {
      const theirs = { ...stored, title: 'Theirs', version: 5 };
      server.on(`PATCH ${path}`, ({ body }) => {
        const { version, title } = body as { version: number; title: string };
        if (version < 5) return stale(theirs, [{ field: 'title', label: 'Title', yours: title, theirs: 'Theirs' }]);
        return { ...theirs, title, version: 6 };
      });
    });

    const collide = async () => {
      await open();
      await user.click(screen.getByRole('button', { name: 'Request 1' }));
      await user.clear(screen.getByRole('textbox', { name: 'Title' }));
      await user.keyboard('Mine{Enter}');
      const choice = await screen.findByRole('alertdialog');
      expect(choice).toHaveTextContent('Theirs');
      expect(choice).toHaveTextContent('Mine');
    };

    it('can be kept', async () => {
      await collide();
      await user.click(screen.getByRole('button', { name: 'Keep what is there now' }));
      expect(screen.getByRole('heading', { name: 'Theirs' })).toBeVisible();
      expect(patches()).toHaveLength(1);
    });

    it('can be replaced, knowing it', async () => {
      await collide();
      await user.click(screen.getByRole('button', { name: 'Use mine' }));
      expect(await screen.findByRole('heading', { name: 'Mine' })).toBeVisible();
      expect(patches()[1]).toEqual({ title: 'Mine', version: 5 });
    });
  });
});

describe('the properties', () => {
  it('assign somebody who was found by a few letters, clients excluded', async () => {
    server.on(`PUT ${path}/assignee`, () => ({ ...stored, assignee: tom, version: 5 }));
    await open();
    await user.click(screen.getByRole('button', { name: 'Assignee: Nobody' }));
    expect(await screen.findByRole('option', { name: mara.name })).toBeVisible();
    expect(screen.queryByRole('option', { name: clara.name })).toBeNull();
    await user.type(screen.getByRole('combobox', { name: 'Search people' }), 'oka{Enter}');
    expect(await screen.findByRole('button', { name: `Assignee: ${tom.name}` })).toBeVisible();
    expect(server.callsTo(`PUT ${path}/assignee`)[0]?.body).toEqual({ userId: tom.id, version: 4 });
  });

  it('let members take over what nobody has', async () => {
    stored = aDetail(stored, ['assignSelf']);
    server.on(`PUT ${path}/assignee`, () => ({ ...stored, assignee: mara, version: 5 }));
    await open();
    await user.click(screen.getByRole('button', { name: 'Assign to me' }));
    expect(server.callsTo(`PUT ${path}/assignee`)[0]?.body).toEqual({ userId: mara.id, version: 4 });
  });

  it('change the priority', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Priority: Medium' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Urgent' }));
    expect(patches()).toEqual([{ priority: 'urgent', version: 4 }]);
  });

  it('say how near the due date is, once', async () => {
    stored = { ...stored, dueDate: today() };
    await open();
    expect(screen.getByRole('button', { name: /^Due date: ?.*\d{4} ?Today$/ })).toBeVisible();
    expect(screen.getAllByText('Today')).toHaveLength(1);
  });

  it('clear the due date', async () => {
    stored = { ...stored, dueDate: '2026-12-24' };
    await open();
    await user.click(screen.getByRole('button', { name: 'Remove: Due date' }));
    expect(patches()).toEqual([{ dueDate: null, version: 4 }]);
  });
});

describe('what was typed into a field', () => {
  it.each([
    ['number', '5', 5],
    ['number', ' 5.25 ', 5.25],
    ['number', '-1,5', -1.5],
    ['number', '1e3', 1000],
    ['number', '', null],
    ['number', '5abc', undefined],
    ['number', '1,000.5', undefined],
    ['number', 'Infinity', undefined],
    ['number', '0x10', undefined],
    ['text', '  words ', 'words'],
    ['text', '   ', null],
    ['date', '2026-12-24', '2026-12-24'],
    ['checkbox', true, true],
    ['checkbox', false, false],
  ])('as %s: %j is %j', (type, typed, value) => {
    expect(parseField(type, typed)).toBe(value);
  });
});
