import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditFilter } from '@/api/admin';
import { exportAudit, type Sink } from '@/api/auditExport';
import { changeLanguage } from '@/testing/language';
import { expectAccessible } from '@/testing/axe';
import { renderLinked } from '@/testing/renderPage';
import { pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { aProgram, mara, tom } from '@/testing/things';
import { AuditView } from './AuditView';
import { openSink } from './sink';

const user = userEvent.setup();
const onFilter = vi.fn<(filter: AuditFilter) => void>();
let server: TestingServer;

const entry = (seq: number, with_: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `e${seq}`,
  seq,
  event: 'request:updated',
  program: { id: 'p1', key: 'OPS', name: 'Operations' },
  request: { id: 'r1', key: 'OPS-1' },
  actor: tom,
  subject: null,
  changes: [{ field: 'title', label: 'Title', before: 'Old lamp', after: 'New lamp' }],
  data: { secret: false },
  timestamp: '2026-11-24T10:00:00Z',
  ...with_,
});

beforeEach(() => {
  onFilter.mockClear();
  server = new TestingServer();
  server.on('GET /programs', () => pageOf([aProgram()]));
  server.on('GET /users', () => pageOf([{ ...mara, email: 'm@x.test' }]));
  server.on('GET /users/u-tom', () => ({ ...tom, email: 't@x.test' }));
  server.on('GET /audit', ({ query }) =>
    query.get('before') === null
      ? { data: [entry(9)], next: 'more' }
      : { data: [entry(8, { event: 'user:updated', program: null, request: null, subject: mara })], next: null },
  );
});

async function open(filter: AuditFilter = {}) {
  const view = await renderLinked(<AuditView filter={filter} onFilter={onFilter} />);
  await screen.findByRole('listitem');
  return view;
}

describe('the audit', () => {
  it('says who did what, where, before and after', async () => {
    const { container } = await open();
    const row = screen.getByRole('listitem');
    expect(row).toHaveTextContent('Tom Okafor');
    expect(row).toHaveTextContent('changed a request');
    expect(within(row).getByText('Old lamp')).toBeVisible();
    expect(within(row).getByText('New lamp')).toBeVisible();
    expect(within(row).getByRole('link', { name: 'OPS-1' })).toHaveAttribute('href', '/programs/p1/requests/r1');
    await expectAccessible(container);
  });

  it('says Docket’s own words in the reader’s language, and leaves what people wrote', async () => {
    const change = (field: string, before: unknown, after: unknown) => ({ field, label: field, before, after });
    const changes = [change('status', 'in_review', 'approved'), change('role', null, 'team_member')];
    server.on('GET /audit', () => ({
      data: [entry(1, { changes: [...changes, change('title', 'low', '')] })],
      next: null,
    }));
    await open();
    const row = within(screen.getByRole('listitem'));
    for (const word of ['In review', 'Approved', 'Team member', 'low', 'nothing'])
      expect(row.getByText(word)).toBeVisible();
  });

  it('names Docket’s own fields in the reader’s language, and those of a program as they were written', async () => {
    const change = (field: string, label: string) => ({ field, label, before: null, after: 'x' });
    const changes = [change('dueDate', 'Due date'), change('fields.dueDate', 'Needed by')];
    const ofMember = { event: 'member:added', request: null, changes: [change('role', 'Ann Berg')] };
    server.on('GET /audit', () => ({ data: [entry(2, { changes }), entry(1, ofMember)], next: null }));
    await act(() => changeLanguage('de'));
    await renderLinked(<AuditView filter={{}} onFilter={onFilter} />);
    const terms = (await screen.findAllByRole('term')).map(({ textContent }) => textContent);
    expect(terms).toEqual(['Frist', 'Needed by', 'Ann Berg']);
    await act(() => changeLanguage('en'));
  });

  it('goes on by the cursor, without asking for a number of pages', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Earlier entries' }));
    expect(await screen.findByRole('link', { name: 'Mara Lindqvist' })).toHaveAttribute('href', '/admin/people/u-mara');
    expect(server.callsTo('GET /audit').at(-1)?.query.get('before')).toBe('more');
    expect(screen.queryByRole('button', { name: 'Earlier entries' })).toBeNull();
  });

  it('shows an event of a newer server by its name', async () => {
    server.on('GET /audit', () => ({ data: [entry(1, { event: 'chain:created', changes: [] })], next: null }));
    await open();
    expect(screen.getByText('chain:created', { selector: 'p > span:not(.font-mono)' })).toBeVisible();
  });

  it('is asked with all filters, days as instants', async () => {
    await open({ actor: 'u-tom', event: 'request:updated', program: 'p1', request: 'OPS-1', from: '2026-11-24' });
    const query = server.callsTo('GET /audit')[0]?.query;
    expect(query?.get('actor')).toBe('u-tom');
    expect(query?.get('from')).toBe(new Date(2026, 10, 24).toISOString());
    expect(query?.has('to')).toBe(false);
    expect(await screen.findByRole('button', { name: 'Done by: Tom Okafor' })).toBeVisible();
  });

  it('is filtered by choosing', async () => {
    await open({ actor: 'u-tom' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'What happened' }), 'changed an account');
    expect(onFilter).toHaveBeenLastCalledWith({ actor: 'u-tom', event: 'user:updated' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Where' }), 'Installation');
    expect(onFilter).toHaveBeenLastCalledWith({ actor: 'u-tom', program: 'system' });
    await user.click(screen.getByRole('button', { name: /^About:/ }));
    await user.click(await screen.findByRole('option', { name: /Mara/ }));
    expect(onFilter).toHaveBeenLastCalledWith({ actor: 'u-tom', subject: 'u-mara' });
    await user.type(screen.getByLabelText('Request, as OPS-12'), 'OPS-7{Enter}');
    expect(onFilter).toHaveBeenLastCalledWith({ actor: 'u-tom', request: 'OPS-7' });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(onFilter).toHaveBeenLastCalledWith({});
  });

  it('says when nothing fits', async () => {
    server.on('GET /audit', () => ({ data: [], next: null }));
    await renderLinked(<AuditView filter={{ event: 'x' }} onFilter={onFilter} />);
    expect(await screen.findByText('No entry fits these filters.')).toBeVisible();
  });
});

describe('the proof', () => {
  it('explains the chain and how to check it, and hands out the heads', async () => {
    const saved = vi.fn<(blob: Blob) => string>(() => 'blob:x');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined }));
    server.on('GET /audit/heads', () => ({ at: '2026-11-24T10:00:00Z', heads: [] }));
    await open();
    await user.click(screen.getByRole('button', { name: 'Can it be trusted?' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/audit-verify docket-audit/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save heads' }));
    expect(await dialog.findByText(/Keep the file in another place/)).toBeVisible();
    expect(await saved.mock.calls[0]?.[0].text()).toContain('"heads": []');
  });
});

describe('the export', () => {
  class TestingSink implements Sink {
    text = '';
    end: 'finished' | 'abandoned' | undefined;
    write = (chunk: Uint8Array) => Promise.resolve((this.text += new TextDecoder().decode(chunk)));
    finish = () => Promise.resolve((this.end = 'finished'));
    abandon = () => Promise.resolve((this.end = 'abandoned'));
  }

  it('is written part by part as it comes', async () => {
    server.on('GET /audit/export', () => ({ kind: 'begin' }));
    const sink = new TestingSink();
    const told: number[] = [];
    const signal = new AbortController().signal;
    await exportAudit({ program: 'system' }, sink, (bytes) => told.push(bytes), signal);
    expect(sink).toMatchObject({ text: '{"kind":"begin"}', end: 'finished' });
    expect(told.at(-1)).toBe(16);
    expect(server.callsTo('GET /audit/export')[0]?.query.get('program')).toBe('system');
  });

  it('leaves no half file behind', async () => {
    server.on('GET /audit/export', () => problem(403, 'forbidden', 'Only an admin can.'));
    const sink = new TestingSink();
    await expect(exportAudit({}, sink, () => undefined, new AbortController().signal)).rejects.toThrow('Only an admin');
    expect(sink.end).toBe('abandoned');
  });

  it('says what one takes, goes into a file that one chooses, and says how much it was', async () => {
    server.on('GET /audit/export', () => ({ kind: 'begin' }));
    const sink = new TestingSink();
    const picker = () =>
      Promise.resolve({ createWritable: () => Promise.resolve({ write: sink.write, close: sink.finish }) });
    vi.stubGlobal('showSaveFilePicker', picker);
    await open({ program: 'system', actor: 'u-tom', from: '2026-11-24' });
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/people and settings of the installation, Nov 24, 2026/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Download' }));
    expect(await dialog.findByText('Done: 16 bytes.')).toBeVisible();
    expect(sink.end).toBe('finished');
  });

  it('is not begun when no file was chosen', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
    await open();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(server.callsTo('GET /audit/export')).toEqual([]));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('without a place to write to, an export is put together and handed to the browser', async () => {
  vi.stubGlobal('showSaveFilePicker', undefined);
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const sink = await openSink('audit.ndjson');
  await sink?.write(new TextEncoder().encode('{"a":1}\n'));
  await sink?.write(new TextEncoder().encode('{"b":2}\n'));
  await sink?.finish();
  expect(await saved[0]?.text()).toBe('{"a":1}\n{"b":2}\n');
});
