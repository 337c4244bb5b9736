import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestFilter } from '@/api/queries';
import type { Program, Request } from '@/api/types';
import { answer, lost, pageOf, serverFor, type TestingServer } from '@/testing/TestingServer';
import { renderLinked } from '@/testing/renderPage';
import { aMember, anEvent, aProgram, aRequest, clara, mara, tom } from '@/testing/things';
import { RequestList } from './RequestList';

const route = 'GET /programs/p1/requests';
const user = userEvent.setup();
const onFilter = vi.fn<(filter: RequestFilter) => void>();
let server: TestingServer;

const rows = (...numbers: number[]) => numbers.map((number) => aRequest(number));
const serve = (data: Request[], total = data.length) =>
  server.on(route, () => answer(200, pageOf(data, total), { 'Docket-Position': 'e:10' }));

beforeEach(async () => {
  onFilter.mockClear();
  server = await serverFor();
  server.on('GET /programs/p1/members', () => ({
    data: [mara, tom].map((user) => aMember(user)).concat(aMember(clara, { role: 'client' })),
  }));
  serve(rows(3, 2, 1));
});

async function open(filter: RequestFilter = {}, program: Program = aProgram()) {
  const view = await renderLinked(<RequestList program={program} filter={filter} onFilter={onFilter} />);
  await screen.findByRole('searchbox');
  return view;
}
const titles = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);
const shows = (...numbers: number[]) =>
  waitFor(() => expect(titles()).toEqual(numbers.map((number) => `Request ${number}`)));
const asked = () => server.callsTo(route).map(({ query }) => query.get('page'));

describe('a thousand rows', () => {
  const all = Array.from({ length: 1000 }, (_, index) => aRequest(1000 - index));

  beforeEach(() => {
    server.on(route, ({ query }) => {
      const from = (Number(query.get('page')) - 1) * 100;
      return answer(200, pageOf(all.slice(from, from + 100), 1000), { 'Docket-Position': 'e:10' });
    });
  });

  it('are counted, and only those in sight are on the page', async () => {
    await open();
    expect(await screen.findByText('1000 requests')).toBeInTheDocument();
    expect(titles().length).toBeGreaterThan(15);
    expect(titles().length).toBeLessThan(60);
    expect(screen.getAllByRole('listitem')[0]).toHaveAttribute('aria-posinset', '1');
    expect(asked()).toEqual(['1']);
  });

  it('come page by page as one goes down', async () => {
    await open();
    await screen.findByText('1000 requests');
    const scroller = screen.getByRole('list', { name: 'Requests' }).parentElement ?? document.body;
    scroller.scrollTop = 85 * 41;
    fireEvent.scroll(scroller);
    await waitFor(() => expect(asked()).toEqual(['1', '2']));
    expect(await screen.findByRole('link', { name: 'Request 910' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Request 1000' })).toBeNull();
  });
});

describe('what others do', () => {
  it('brings a new request in, at its place', async () => {
    const { tell } = await open();
    await shows(3, 2, 1);
    const fresh = aRequest(4, { updatedAt: '2026-11-24T08:00:00.000Z' });
    await tell(anEvent(11, 'request:created', { request: fresh }));
    await shows(4, 3, 2, 1);
    expect(screen.getByText('4 requests')).toBeInTheDocument();
  });

  it('moves no row under one’s eyes, and says who changed it', async () => {
    const { tell } = await open();
    await shows(3, 2, 1);
    const changed = { ...aRequest(1), title: 'Another title', version: 2, updatedAt: '2026-11-24T08:00:00.000Z' };
    await tell(anEvent(11, 'request:updated', { request: changed, changedFields: ['title'] }));
    expect(await screen.findByRole('link', { name: 'Another title' })).toBeVisible();
    expect(titles()).toEqual(['Request 3', 'Request 2', 'Another title']);
    const row = screen.getByRole('link', { name: 'Another title' }).closest('article');
    expect(row).toHaveClass('glow');
    expect(row).toHaveTextContent('Just changed by Tom Okafor');
  });

  it('does not glow where one did it oneself', async () => {
    const { tell } = await open();
    await shows(3, 2, 1);
    const changed = { ...aRequest(1), title: 'My title', version: 2 };
    await tell(anEvent(11, 'request:updated', { request: changed, changedFields: ['title'] }, { by: mara }));
    const row = (await screen.findByRole('link', { name: 'My title' })).closest('article');
    expect(row).not.toHaveClass('glow');
  });

  it('takes a row out that no longer fits the filter, and brings one in that begins to', async () => {
    const { tell } = await open({ status: ['submitted'] });
    await shows(3, 2, 1);
    const step = (number: number, from: 'draft' | 'submitted', to: 'submitted' | 'in_review') =>
      anEvent(10 + number, 'request:status_changed', {
        request: aRequest(number, { status: to, version: 2 }),
        from,
        to,
      });
    await tell(step(2, 'submitted', 'in_review'));
    await shows(3, 1);
    await tell(step(9, 'draft', 'submitted'));
    await shows(9, 3, 1);
    expect(screen.getByText('3 requests')).toBeInTheDocument();
  });

  it('takes a deleted one away, down to the last', async () => {
    serve(rows(1));
    const { tell } = await open();
    await shows(1);
    await tell(anEvent(11, 'request:deleted', { request: aRequest(1) }));
    expect(await screen.findByText('No requests yet')).toBeVisible();
    expect(screen.getByText('0 requests')).toBeInTheDocument();
  });

  it('counts comments and files as they come', async () => {
    serve([aRequest(1, { commentCount: 1 })]);
    const { tell } = await open();
    await shows(1);
    const comment = { id: 'c2', requestId: 'r1' } as never;
    await tell(anEvent(11, 'comment:added', { comment }, { requestId: 'r1' }));
    expect(await screen.findByTitle('2 comments')).toBeVisible();
  });
});

describe('filters', () => {
  const choose = async (chip: RegExp, role: 'menuitemcheckbox' | 'menuitemradio', name: string) => {
    await user.click(screen.getByRole('button', { name: chip }));
    await user.click(screen.getByRole(role, { name }));
    await user.keyboard('{Escape}');
  };

  it.each<[RegExp, 'menuitemcheckbox' | 'menuitemradio', string, RequestFilter, RequestFilter]>([
    [/^Status/, 'menuitemcheckbox', 'Draft', { status: ['approved'] }, { status: ['draft', 'approved'] }],
    [/^Status/, 'menuitemcheckbox', 'Approved', { status: ['approved'] }, { status: undefined }],
    [/^Priority/, 'menuitemcheckbox', 'Urgent', {}, { priority: ['urgent'] }],
    [/^Priority/, 'menuitemcheckbox', 'Low', { priority: ['urgent'] }, { priority: ['low', 'urgent'] }],
    [/^Assignee/, 'menuitemcheckbox', 'Nobody', {}, { assignee: 'none' }],
    [/^Assignee/, 'menuitemcheckbox', 'Tom Okafor', { q: 'lamp' }, { q: 'lamp', assignee: tom.id }],
    [/^Assignee/, 'menuitemcheckbox', 'Tom Okafor', { assignee: tom.id }, { assignee: undefined }],
    [/^Sorted by/, 'menuitemradio', 'due date', {}, { sort: 'dueDate' }],
    [/^Sorted by/, 'menuitemradio', 'last change', { sort: 'title' }, { sort: undefined }],
  ])('%s: %s %s of %j', async (chip, role, name, filter, expected) => {
    await open(filter);
    await choose(chip, role, name);
    expect(onFilter).toHaveBeenCalledExactlyOnceWith({ ...filter, ...expected });
  });

  it('offer no client as assignee', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: /^Assignee/ }));
    expect(await screen.findByRole('menuitemcheckbox', { name: mara.name })).toBeVisible();
    expect(screen.queryByRole('menuitemcheckbox', { name: clara.name })).toBeNull();
  });

  it('name whom they are for', async () => {
    await open({ assignee: tom.id, status: ['draft', 'approved'] });
    expect(await screen.findByRole('button', { name: 'Assignee: Tom Okafor' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Status: Draft +1' })).toBeVisible();
  });

  it('are all cleared at once, and the order stays', async () => {
    await open({ q: 'lamp', priority: ['low'], sort: 'title' });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(onFilter).toHaveBeenLastCalledWith({ sort: 'title' });
  });

  it('search follows the address, as by the button back', async () => {
    const { rerender } = await open({ q: 'lamp' });
    expect(screen.getByRole('searchbox')).toHaveValue('lamp');
    rerender(<></>);
    await open({});
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });
});

describe('a list without rows', () => {
  beforeEach(() => serve([]));

  it.each<[string, boolean, RequestFilter, string]>([
    ['nothing yet', true, {}, 'The first one is a minute away.'],
    ['nothing shared yet', false, {}, 'When one is shared with you, it appears here by itself.'],
    ['nothing of this kind', true, { status: ['draft'] }, 'Take one away, or search for other words.'],
  ])('says why: %s', async (_, createRequest, filter, text) => {
    const program = aProgram();
    await open(filter, { ...program, can: { ...program.can, createRequest } });
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Requests' })).toBeNull();
  });

  it('says that the server is away, and is there as soon as it is back', async () => {
    server.on(route, lost);
    const { goLive } = await open();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.');
    serve(rows(1));
    await goLive();
    await shows(1);
  });
});

describe('on a phone', () => {
  const phone = (query: string) => ({
    media: query,
    matches: query.includes('width <'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });

  it('each request is a card that says the same', async () => {
    vi.stubGlobal('matchMedia', phone);
    const checklists = { safety: { checked: 1, total: 2 } };
    serve([aRequest(1, { priority: 'urgent', assignee: tom, dueDate: '2026-01-02', commentCount: 2, checklists })]);
    await open();
    const card = within((await screen.findByRole('link', { name: 'Request 1' })).closest('article') ?? document.body);
    for (const text of ['OPS-1', 'Submitted', 'Urgent', 'Tom Okafor', '1 of 2 items checked'])
      expect(card.getByText(text)).toBeInTheDocument();
    expect(card.getByTitle('2 comments')).toBeVisible();
    expect(screen.getByRole('listitem')).toHaveStyle({ height: '89px' });
  });
});
