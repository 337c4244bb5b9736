import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { lost, problem } from '@/testing/TestingServer';
import { tom } from '@/testing/things';
import { TestingRequest } from './TestingRequest';

const user = userEvent.setup();
const button = (name: RegExp) => screen.getByRole('button', { name });
let page: TestingRequest;

beforeEach(async () => {
  page = await TestingRequest.serve();
});

interface Edit {
  /** Changes it in place. */
  edit: () => Promise<unknown>;
  /** What shows its value. */
  shown: () => HTMLElement;
  before: string;
  after: string;
  /** What the server is asked. */
  route: string;
}
const path = '/programs/p1/requests/r1';
const patch = `PATCH ${path}`;
const EDITS: Record<string, Edit> = {
  priority: {
    edit: async () => {
      await user.click(button(/^Priority/));
      await user.click(screen.getByRole('menuitemradio', { name: 'Urgent' }));
    },
    shown: () => screen.getByRole('button', { name: /^Priority/, hidden: true }),
    before: 'Medium',
    after: 'Urgent',
    route: patch,
  },
  assignee: {
    edit: async () => {
      await user.click(button(/^Assignee/));
      await user.click(await screen.findByRole('option', { name: tom.name }));
    },
    shown: () => screen.getByRole('button', { name: /^Assignee/, hidden: true }),
    before: 'Nobody',
    after: tom.name,
    route: `PUT ${path}/assignee`,
  },
  'a due date that is taken away': {
    edit: () => user.click(button(/^Remove: Due date/)),
    shown: () => button(/^Due date/),
    before: 'Dec 1, 2026',
    after: 'No due date',
    route: patch,
  },
};

/** An answer that comes when the test says so. */
function heldAnswer(route: string) {
  let settle: (answer: unknown) => void = () => undefined;
  page.server.on(route, () => new Promise((resolve) => (settle = resolve)));
  return (answer: unknown) => settle(answer);
}
const forbidden = problem(403, 'forbidden', 'The program is archived.');

describe('a change in place', () => {
  it.each(Object.entries(EDITS))('of %s shows at once, and goes back visibly when it is refused', async (_, of) => {
    const settle = heldAnswer(of.route);
    await page.open();
    expect(of.shown()).toHaveTextContent(of.before);
    await of.edit();
    await waitFor(() => expect(of.shown()).toHaveTextContent(of.after));
    settle(forbidden);
    expect(await screen.findByRole('alert')).toHaveTextContent('The program is archived.');
    expect(of.shown()).toHaveTextContent(of.before);
  });

  it.each([
    ['a choice', () => user.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Oslo'), 'Berlin'],
    ['a tick', () => user.click(screen.getByRole('checkbox', { name: 'Cleared' })), 'No'],
  ])('of %s does so, too', async (_, change, before) => {
    const settle = heldAnswer(patch);
    await page.open();
    await change();
    const [site, tick] = [screen.getByRole('combobox', { name: 'Site' }), screen.getByRole('checkbox')];
    if (before === 'No') expect(tick).toBeChecked();
    else expect(site).toHaveValue('Oslo');
    settle(forbidden);
    await screen.findByRole('alert');
    expect(tick).not.toBeChecked();
    expect(site).toHaveValue('Berlin');
  });

  it.each([
    ['title', /^Request 1/, 'Title', 'New title', { title: 'New title' }],
    ['text', /^Edit Words/, 'Words', 'New words', { fields: { words: 'New words' } }],
    ['number', /^Edit Cost/, 'Cost', '55,5', { fields: { cost: 55.5 } }],
    ['date', /^Edit Needed/, 'Needed', '2026-12-24', { fields: { needed: '2026-12-24' } }],
    ['due date', /^Due date/, 'Due date', '2026-12-25', { dueDate: '2026-12-25' }],
  ])(
    'of a %s stays in its editor when it could not be sent, and can be sent again',
    async (_, opener, label, text, sent) => {
      page.server.on(page.patch, lost);
      await page.open();
      await page.write(opener, label, text);
      expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.');
      const editor = screen.getByLabelText<HTMLInputElement>(label, { selector: 'input, textarea' });
      expect(editor.value).toBe(text);
      const { stored } = page;
      const fields = { ...stored.fields, ...('fields' in sent && sent.fields) };
      page.server.on(page.patch, () => ({ ...stored, ...sent, fields, version: 5 }));
      fireEvent.blur(editor);
      await waitFor(() => expect(editor).not.toBeInTheDocument());
      expect(page.patches()).toEqual([
        { ...sent, version: 4 },
        { ...sent, version: 4 },
      ]);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('is sent once, however often its editor is left', async () => {
    const settle = heldAnswer(patch);
    await page.open();
    await page.write(/^Request 1/, 'Title', 'New title');
    await waitFor(() => expect(page.patches()).toHaveLength(1));
    fireEvent.blur(screen.getByRole('textbox', { name: 'Title' }));
    settle({ ...page.stored, title: 'New title', version: 5 });
    expect(await screen.findByRole('heading', { name: 'New title' })).toBeVisible();
    expect(page.patches()).toHaveLength(1);
  });
});
