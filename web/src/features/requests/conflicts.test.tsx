import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '@/api/types';
import { stale } from '@/testing/TestingServer';
import { aMe, anEvent, tom } from '@/testing/things';
import { TestingRequest } from './TestingRequest';

const user = userEvent.setup();
const button = (name: RegExp) => screen.getByRole('button', { name });
let page: TestingRequest;

beforeEach(async () => {
  page = await TestingRequest.serve();
});

describe('a change that meets another of the same', () => {
  interface Meeting {
    field: string;
    opener: RegExp;
    label: string;
    mine: string;
    theirs: Partial<Request>;
    /** Both in words. */
    said: [theirs: string, mine: string];
  }
  const MEETINGS: Meeting[] = [
    {
      field: 'title',
      opener: /^Request 1/,
      label: 'Title',
      mine: 'Mine',
      theirs: { title: 'Theirs' },
      said: ['Theirs', 'Mine'],
    },
    {
      field: 'fields.words',
      opener: /^Edit Words/,
      label: 'Words',
      mine: 'Mine',
      theirs: { fields: { words: 'Theirs' } },
      said: ['Theirs', 'Mine'],
    },
    {
      field: 'fields.cost',
      opener: /^Edit Cost/,
      label: 'Cost',
      mine: '1000',
      theirs: { fields: { cost: 55 } },
      said: ['55', '1,000'],
    },
    {
      field: 'dueDate',
      opener: /^Due date/,
      label: 'Due date',
      mine: '2026-12-25',
      theirs: { dueDate: '2026-12-24' },
      said: ['Dec 24, 2026', 'Dec 25, 2026'],
    },
  ];
  const valueIn = (of: Partial<Request>, field: string) =>
    field.startsWith('fields.') ? of.fields?.[field.slice(7)] : of[field as 'title'];

  const collide = async ({ field, opener, label, mine, theirs }: Meeting) => {
    const { stored } = page;
    const now = { ...stored, ...theirs, fields: { ...stored.fields, ...theirs.fields }, version: 5 };
    page.server.on(page.patch, ({ body }) => {
      const edit = body as Request;
      if (edit.version < 5)
        return stale(now, [{ field, label, yours: valueIn(edit, field), theirs: valueIn(theirs, field) }]);
      return { ...now, ...edit, fields: { ...now.fields, ...edit.fields }, version: 6 };
    });
    await page.open();
    await page.write(opener, label, mine);
    return screen.findByRole('alertdialog');
  };

  it.each(MEETINGS)('$field: both are shown in words, and theirs can be kept', async (of) => {
    const choice = await collide(of);
    for (const value of of.said) expect(within(choice).getByText(value)).toBeVisible();
    await user.click(within(choice).getByRole('button', { name: 'Keep what is there now' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getAllByText(of.said[0])[0]).toBeVisible();
    expect(page.patches()).toHaveLength(1);
  });

  it.each(MEETINGS)('$field: mine can replace theirs, seen', async (of) => {
    await collide(of);
    await user.click(button(/^Use mine/));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(page.patches()[1]).toMatchObject({ version: 5 });
    expect(screen.getAllByText(of.said[1])[0]).toBeVisible();
  });
});

describe('a change that meets one of something else', () => {
  const priorityByTom = () =>
    anEvent(11, 'request:updated', {
      request: { ...page.start, priority: 'urgent', version: 5 },
      changedFields: ['priority'],
    });

  it('merges without a word, while both are seen', async () => {
    page.server.on(page.patch, ({ body }) => ({ ...page.stored, priority: 'urgent', ...(body as object), version: 6 }));
    const { tell } = await page.open();
    await user.click(button(/^Request 1/));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), ' of mine');
    await tell(priorityByTom());
    expect(await screen.findByRole('button', { name: 'Priority: Urgent' })).toBeVisible();
    expect(screen.queryByText(/in the meantime/)).toBeNull();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Request 1 of mine' })).toBeVisible();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    // The version that its author had seen: the server sees by it that the two are of different things.
    expect(page.patches()[0]).toEqual({ title: 'Request 1 of mine', version: 4 });
  });

  it('of the same field names its author while one types', async () => {
    const { tell } = await page.open();
    await user.click(button(/^Request 1/));
    await tell(
      anEvent(11, 'request:updated', {
        request: { ...page.start, title: 'Theirs', version: 5 },
        changedFields: ['title'],
      }),
    );
    expect(await screen.findByText(/Tom Okafor has changed Title in the meantime. Now it is: Theirs/)).toBeVisible();
    // Left as it was found, it takes nothing back.
    const editor = screen.getByRole('textbox', { name: 'Title' });
    expect(editor).toHaveValue('Request 1');
    await user.type(editor, '{Enter}');
    expect(await screen.findByRole('heading', { name: 'Theirs' })).toBeVisible();
    expect(page.patches()).toEqual([]);
  });
});

describe('the draft of a description', () => {
  const draft = async (me = aMe()) => {
    const view = await page.open(me);
    await user.click(button(/^Edit Description/));
    return { ...view, box: screen.getByRole('textbox', { name: 'Description' }) };
  };

  it('is not shown to somebody else who uses this browser', async () => {
    const mine = await draft();
    await user.type(mine.box, ' and a secret');
    mine.unmount();
    const others = await draft(aMe({ ...tom }));
    expect(others.box).toHaveValue('Old text');
    others.unmount();
    await page.open();
    expect(screen.getByText('Unsaved draft')).toBeVisible();
  });

  it('is sent with the version that its author had seen, also after a reload', async () => {
    const first = await draft();
    await user.type(first.box, ' and mine');
    first.unmount();
    const theirs = { ...page.stored, description: 'Their text', version: 5 };
    page.stored = theirs;
    page.server.on(page.patch, () =>
      stale(theirs, [{ field: 'description', label: 'Description', yours: 'Old text and mine', theirs: 'Their text' }]),
    );
    const { box } = await draft();
    expect(box).toHaveValue('Old text and mine');
    await user.click(button(/^Save/));
    expect(await screen.findByRole('alertdialog')).toHaveTextContent('Their text');
    expect(page.patches()[0]).toMatchObject({ version: 4 });
  });
});
