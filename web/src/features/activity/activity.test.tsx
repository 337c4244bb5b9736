import { renderHook, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { HistoryEntry } from '@/api/types';
import { answer, pageOf, session as aSession, TestingServer } from '@/testing/TestingServer';
import { renderApp } from '@/testing/renderPage';
import { aField, aMe, aProgram, clara, mara, tom } from '@/testing/things';
import { useEntryText } from './useEntryText';

const anEntry = (event: string, data: object = {}, with_: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `h-${event}`,
  seq: 1,
  event,
  requestId: 'r1',
  requestKey: 'OPS-1',
  actor: tom,
  changes: [],
  data: { ...data },
  timestamp: '2026-11-23T10:00:00.000Z',
  ...with_,
});

const changed = (field: string, label: string, before: unknown, after: unknown) =>
  anEntry('request:updated', {}, { changes: [{ field, label, before, after }] });

const ofProgram = (field: string, label: string, before: unknown, after: unknown): HistoryEntry => ({
  ...changed(field, label, before, after),
  event: 'program:updated',
  requestId: null,
  requestKey: null,
});

describe('an entry reads as a sentence', () => {
  const { textOf } = { textOf: (entry: HistoryEntry) => renderHook(() => useEntryText()).result.current(entry) };

  it.each<[HistoryEntry, string]>([
    [anEntry('request:created'), 'created the request'],
    [changed('fields.cost', 'Cost', 40, 55), 'changed Cost from 40 to 55'],
    [changed('fields.cost', 'Cost', null, 55), 'set Cost to 55'],
    [changed('fields.cost', 'Cost', 40, null), 'cleared Cost, which was 40'],
    [changed('fields.cost', 'Cost', undefined, 55), 'changed Cost to 55'],
    [changed('fields.cost', 'Cost', undefined, null), 'cleared Cost'],
    [changed('fields.ok', 'Checked', false, true), 'changed Checked from No to Yes'],
    [changed('dueDate', 'Due date', null, '2026-12-24'), 'set the due date to Dec 24, 2026'],
    [changed('priority', 'Priority', 'low', 'urgent'), 'changed the priority from Low to Urgent'],
    [changed('description', 'Description', 'a', 'b'), 'changed the description'],
    [anEntry('request:status_changed', { from: 'submitted', to: 'approved' }), 'approved the request'],
    [anEntry('request:status_changed', { to: 'rejected', reason: 'No budget' }), 'rejected the request: No budget'],
    [anEntry('request:assigned', { assignedTo: mara }), 'assigned Mara Lindqvist'],
    [anEntry('request:assigned', { assignedTo: tom }), 'took over'],
    [anEntry('request:assigned', { assignedTo: null }), 'removed the assignee'],
    [anEntry('request:deleted'), 'deleted the request'],
    [anEntry('comment:added', { comment: { internal: false } }), 'commented'],
    [anEntry('comment:added', { comment: { internal: true } }), 'commented internally'],
    [anEntry('comment:deleted'), 'deleted a comment'],
    [anEntry('attachment:uploaded', { attachment: { name: 'plan.pdf' } }), 'added the file plan.pdf'],
    [anEntry('attachment:deleted'), 'deleted a file'],
    [anEntry('member:added', { member: { user: clara, role: 'client' } }), 'added Clara Client as Client'],
    [anEntry('member:updated', { member: { user: mara, role: 'manager' } }), 'made Mara Lindqvist Manager'],
    [anEntry('member:removed', { userId: 'x' }), 'removed a member'],
    [anEntry('program:updated'), 'changed the program'],
    [changed('fields.cost', 'Cost', null, aField('cost')), 'added the field Cost'],
    [changed('fields.cost', 'Cost', aField('cost'), aField('cost')), 'changed the field Cost'],
    [changed('fields.cost', 'Cost', aField('cost'), null), 'removed the field Cost'],
    [{ ...changed('role', 'Tom Okafor', 'client', null), event: 'member:removed' }, 'removed Tom Okafor'],
    [changed('fields.safety', 'Safety', [], ['helmet', 'vest']), 'changed Safety from nothing to helmet and vest'],
    [changed('participants', 'Shared with', [], [clara]), 'changed Shared with from nothing to Clara Client'],
    [changed('deleted', 'Deleted', true, false), 'restored the request'],
    [anEntry('comment:updated'), 'edited a comment'],
    [ofProgram('requireApproval', 'x', false, true), 'changed the rule “requests need approval” from No to Yes'],
    [ofProgram('maxActiveRequests', 'x', null, 5), 'set the limit of active requests to 5'],
    [ofProgram('status', 'Status', 'active', 'archived'), 'archived the program'],
    [ofProgram('status', 'Status', 'archived', 'active'), 'made the program active again'],
    [ofProgram('fieldOrder', 'x', ['a'], ['b']), 'put the fields into another order'],
    [ofProgram('templates.t1', 'Lamps', null, {}), 'added the template Lamps'],
    [ofProgram('templates.t1', 'Lamps', {}, {}), 'changed the template Lamps'],
    [ofProgram('templates.t1', 'Lamps', {}, null), 'removed the template Lamps'],
    [ofProgram('storageQuotaBytes', 'x', 1, 2), 'changed how much room files have'],
    [anEntry('chain:step_advanced'), 'changed something (chain:step_advanced)'],
  ])('%#: %o', (entry, text) => {
    expect(textOf(entry)).toEqual([text]);
  });
});

describe('the activity of a program', () => {
  let server: TestingServer;
  const entries = [
    anEntry('request:created', {}, { id: 'b', seq: 12, timestamp: '2026-11-23T10:00:00.000Z' }),
    anEntry('request:deleted', {}, { id: 'a', seq: 11, timestamp: '2026-11-21T10:00:00.000Z', requestKey: 'OPS-2' }),
  ];

  beforeEach(async () => {
    server = new TestingServer();
    server.on('POST /auth/session/refresh', () => aSession(aMe()));
    server.on('GET /programs', () => pageOf([aProgram()]));
    server.on('GET /programs/p1', () => answer(200, aProgram(), { 'Docket-Position': 'e:12' }));
    session.end();
    await session.renew();
  });

  it('stands by day, newest first, and leads to what still exists', async () => {
    server.on('GET /programs/p1/activity', () => ({ data: entries, next: null }));
    await renderApp('/programs/p1/activity');
    const feed = await screen.findByRole('region', { name: 'Activity of the program' });
    const days = await within(feed).findAllByRole('heading');
    expect(days.map((day) => day.textContent)).toEqual(['Monday, November 23', 'Saturday, November 21']);
    expect(within(feed).getByRole('link', { name: 'OPS-1' })).toHaveAttribute('href', '/programs/p1/requests/r1');
    expect(within(feed).queryByRole('link', { name: 'OPS-2' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Load earlier' })).toBeNull();
  });

  it('loads what was earlier', async () => {
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === '12' ? { data: entries.slice(1), next: null } : { data: entries.slice(0, 1), next: 12 },
    );
    await renderApp('/programs/p1/activity');
    (await screen.findByRole('button', { name: 'Load earlier' })).click();
    expect(await screen.findByText('OPS-2')).toBeVisible();
    expect(screen.getAllByText('OPS-1')).toHaveLength(1);
  });

  it('is narrowed to what was said, and looks for it in what was earlier', async () => {
    const comment = anEntry('comment:added', {}, { id: 'c', seq: 10, requestKey: 'OPS-3' });
    server.on('GET /programs/p1/activity', ({ query }) =>
      query.get('before') === null ? { data: entries, next: 11 } : { data: [comment], next: null },
    );
    await renderApp('/programs/p1/activity');
    await screen.findByText('OPS-1');
    expect(server.callsTo('GET /programs/p1/activity')).toHaveLength(1);
    await userEvent.click(screen.getByRole('radio', { name: 'Conversation' }));
    expect(await screen.findByText('OPS-3')).toBeVisible();
    expect(screen.queryByText('OPS-1')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Members' }));
    expect(await screen.findByText('Nothing of this kind')).toBeVisible();
  });
});
