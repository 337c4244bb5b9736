import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditFilter } from '@/api/admin';
import { SYSTEM } from '@/live/installation';
import { control, expectToSayRefusals } from '@/testing/forms';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { anAdmin, anEvent, aProgram, aRequest, aUser, mara, tom } from '@/testing/things';
import { AuditView } from './AuditView';

const user = userEvent.setup();
const onFilter = vi.fn<(filter: AuditFilter) => void>();
let server: TestingServer;
let stored: AuditEntry[];

const entry = (seq: number, with_: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `e${seq}`,
  seq,
  event: 'program:updated',
  program: { id: 'p1', key: 'OPS', name: 'Operations' },
  request: null,
  actor: tom,
  subject: null,
  changes: [],
  data: {},
  timestamp: '2026-11-24T10:00:00Z',
  ...with_,
});

beforeEach(() => {
  onFilter.mockClear();
  server = new TestingServer();
  stored = [entry(1)];
  server.on('GET /programs', () => pageOf([aProgram()]));
  server.on('GET /users/u-tom', () => aUser(tom.id, { name: tom.name }));
  server.on('GET /audit', () => ({ data: stored, next: null }));
});

async function open(filter: AuditFilter = {}) {
  const view = await renderLinked(<AuditView filter={filter} onFilter={onFilter} />, anAdmin());
  await screen.findByRole('list', { name: 'Audit' });
  await waitFor(() => expect(screen.queryAllByRole('listitem')).toHaveLength(stored.length));
  return view;
}
const rows = () => screen.getAllByRole('listitem');

describe('the audit', () => {
  it.each([
    ['of people and settings', anEvent(7, 'user:created', { user: aUser('n1') }, { programId: SYSTEM })],
    ['of a program', anEvent(7, 'request:created', { request: aRequest(1) })],
  ])('shows at once what is written by others: %s', async (_, event) => {
    const { tell } = await open();
    stored = [entry(7, { event: event.event }), ...stored];
    await tell(event);
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it('is looked at again by hand, too', async () => {
    await open();
    stored = [];
    await user.click(screen.getByRole('button', { name: 'Look for newer entries' }));
    expect(await screen.findByText('No entry fits these filters.')).toBeVisible();
  });

  it('names the installation, whom it is about, and a request that is gone', async () => {
    stored = [
      entry(1, { event: 'user:updated', program: null, subject: mara }),
      entry(2, { event: 'user:updated', program: null, subject: tom }),
      entry(3, { event: 'request:deleted', request: { id: 'r9', key: null } }),
    ];
    await open();
    const [about, byThemselves, gone] = rows().map((row) => within(row));
    expect(about?.getByText('Installation')).toBeVisible();
    expect(about?.getByRole('link', { name: mara.name })).toHaveAttribute('href', `/admin/people/${mara.id}`);
    expect(byThemselves?.queryByRole('link')).toBeNull();
    expect(gone?.getByRole('link', { name: 'a deleted request' })).toBeVisible();
  });

  it('cuts what is long, and has the whole of it in the details', async () => {
    const long = 'word '.repeat(60).trim();
    const changes = [{ field: 'description', label: 'Description', before: null, after: long }];
    stored = [entry(1, { changes, data: { description: long } })];
    await open();
    const row = within(screen.getByRole('listitem'));
    expect(row.getByText(/^(word )+word…$/)).toBeVisible();
    await user.click(row.getByText('Details'));
    expect(row.getByText(/Entry 1 of its stream/)).toBeVisible();
    expect(row.getByText((text) => text.includes(long))).toBeVisible();
  });

  it('says why it could not be read, and is asked for again', async () => {
    server.on('GET /audit', () => problem(400, 'validation', 'request: x (expected: a key such as OPS-12)'));
    await renderLinked(<AuditView filter={{ request: 'x' }} onFilter={onFilter} />, anAdmin());
    expect(await screen.findByText(/expected: a key such as OPS-12/)).toBeVisible();
    server.on('GET /audit', () => ({ data: stored, next: null }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('listitem')).toBeVisible();
  });
});

describe('a filter', () => {
  it('is cleared by itself', async () => {
    await open({ actor: tom.id, from: '2026-11-01' });
    await user.click(screen.getByRole('button', { name: 'Clear Done by' }));
    expect(onFilter).toHaveBeenLastCalledWith({ actor: undefined, from: '2026-11-01' });
  });

  it('of time is two days that can not cross', async () => {
    await open({ from: '2026-11-01', to: '2026-11-30' });
    expect(control('From')).toHaveAttribute('max', '2026-11-30');
    expect(control('to')).toHaveAttribute('min', '2026-11-01');
    fireEvent.change(control('to'), { target: { value: '' } });
    expect(onFilter).toHaveBeenLastCalledWith({ from: '2026-11-01', to: undefined });
  });

  it('by request is asked for when one leaves it, and not when it says the same', async () => {
    await open({ request: 'OPS-1' });
    const input = screen.getByLabelText('Request, as OPS-12');
    await user.click(input);
    await user.tab();
    expect(onFilter).not.toHaveBeenCalled();
    await user.clear(input);
    await user.tab();
    expect(onFilter).toHaveBeenCalledWith({ request: undefined });
  });

  it('is offered to be cleared only where there is one', async () => {
    await open();
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });
});

describe('the export', () => {
  const openExport = async (filter: AuditFilter = {}) => {
    await open(filter);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    return within(screen.getByRole('dialog'));
  };

  beforeEach(() => {
    vi.stubGlobal('showSaveFilePicker', undefined);
  });

  it.each([
    [{}, 'You take the whole journal of this installation.'],
    [{ program: 'p1' }, 'You take: one program.'],
    [{ to: '2026-11-24' }, 'You take: … – Nov 24, 2026.'],
    [{ actor: tom.id }, 'You take the whole journal of this installation.'],
  ])('of %j says what one takes', async (filter, text) => {
    const dialog = await openExport(filter);
    expect(dialog.getByText(text)).toBeVisible();
  });

  it('says why there is none, whatever is refused, and makes no file', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL');
    const dialog = await openExport();
    const download = () => user.click(dialog.getByRole('button', { name: 'Download' }));
    await expectToSayRefusals(server, 'GET /audit/export', download, dialog);
    expect(saved).not.toHaveBeenCalled();
  });

  it('that breaks off says that the server is out of reach', async () => {
    const dialog = await openExport();
    const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    await user.click(dialog.getByRole('button', { name: 'Download' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The server cannot be reached');
  });

  it('can be stopped on the way, without a word of blame', async () => {
    const dialog = await openExport();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      const body = new ReadableStream({
        start: (stream) => signal?.addEventListener('abort', () => stream.error(new DOMException('', 'AbortError'))),
      });
      return Promise.resolve(new Response(body));
    });
    await user.click(dialog.getByRole('button', { name: 'Download' }));
    await user.click(await dialog.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(dialog.queryByRole('button', { name: 'Cancel' })).toBeNull());
    expect(dialog.queryByRole('alert')).toBeNull();
  });
});
