import { describe, expect, it } from 'vitest';
import type { RequestFilter } from '@/api/queries';
import type { Request } from '@/api/types';
import { aComment, anEvent, aRequest, mara } from '@/testing/things';
import { applyToList, matches } from './applyList';
import type { LiveEvent } from './events';
import type { RequestList } from './state';

function listOf(rows: Request[], filter: RequestFilter = {}, total = rows.length): RequestList {
  const pagination = { page: 1, limit: 100, total, pages: 1 };
  return { filter, pages: [{ at: { epoch: 'e', seq: 10 }, value: { data: rows, pagination } }] };
}

const ids = (list: RequestList) => list.pages.flatMap((page) => page.value.data.map((row) => row.id));
const totalOf = (list: RequestList) => list.pages.at(-1)?.value.pagination.total;
const updated = (seq: number, request: Request): LiveEvent =>
  anEvent(seq, 'request:updated', { request, changedFields: ['title'] });
const created = (seq: number, request: Request): LiveEvent => anEvent(seq, 'request:created', { request });
const newest = [aRequest(3), aRequest(2), aRequest(1)];

describe('a list', () => {
  it('changes a row in place, wherever the order would put it', () => {
    const request = aRequest(1, { version: 2, title: 'New', updatedAt: '2026-11-23T00:00:00.000Z' });
    const after = applyToList(listOf(newest), updated(11, request));
    expect(ids(after)).toEqual(['r3', 'r2', 'r1']);
    expect(after.pages[0]?.value.data[2]?.title).toBe('New');
  });

  it('keeps rows that did not change as they are', () => {
    const list = listOf(newest);
    const after = applyToList(list, updated(11, aRequest(1, { version: 2 })));
    expect(after.pages[0]?.value.data[0]).toBe(list.pages[0]?.value.data[0]);
  });

  it('counts a comment on its row', () => {
    const event = anEvent(11, 'comment:added', { comment: aComment('c1') }, { requestId: 'r2' });
    expect(applyToList(listOf(newest), event).pages[0]?.value.data[1]?.commentCount).toBe(1);
  });

  it('takes in a new request where its order wants it', () => {
    expect(ids(applyToList(listOf(newest), created(11, aRequest(4))))).toEqual(['r4', 'r3', 'r2', 'r1']);
    const byTitle = listOf([aRequest(1, { title: 'a' }), aRequest(2, { title: 'c' })], { sort: 'title' });
    expect(ids(applyToList(byTitle, created(11, aRequest(3, { title: 'B' }))))).toEqual(['r1', 'r3', 'r2']);
  });

  it('puts requests without a due date last, in both directions', () => {
    const dated = listOf([aRequest(1, { dueDate: '2026-12-01' })], { sort: 'dueDate' });
    expect(ids(applyToList(dated, created(11, aRequest(2))))).toEqual(['r1', 'r2']);
    const turned = listOf([aRequest(1, { dueDate: '2026-12-01' })], { sort: '-dueDate' });
    expect(ids(applyToList(turned, created(11, aRequest(2))))).toEqual(['r1', 'r2']);
  });

  it('only counts a new request that lies below what is loaded', () => {
    const after = applyToList(listOf(newest, { sort: 'number' }, 250), created(11, aRequest(400)));
    expect(ids(after)).toHaveLength(3);
    expect(totalOf(after)).toBe(251);
  });

  it('does not count a request twice that comes up from below', () => {
    const request = aRequest(200, { version: 2, updatedAt: '2026-11-23T00:00:00.000Z' });
    const after = applyToList(listOf(newest, {}, 250), updated(11, request));
    expect(ids(after)[0]).toBe('r200');
    expect(totalOf(after)).toBe(250);
  });

  it('lets a row go that no longer fits, and one that was deleted', () => {
    const approved = aRequest(2, { version: 2, status: 'approved' });
    const event = anEvent(11, 'request:status_changed', { request: approved, from: 'submitted', to: 'approved' });
    const after = applyToList(listOf(newest, { status: ['submitted'] }), event);
    expect(ids(after)).toEqual(['r3', 'r1']);
    expect(totalOf(after)).toBe(2);
    expect(ids(applyToList(after, anEvent(12, 'request:deleted', { request: { id: 'r3' } })))).toEqual(['r1']);
  });

  it('takes in a row that begins to fit', () => {
    const request = aRequest(9, { version: 2, assignee: mara });
    const event = anEvent(11, 'request:assigned', { request, assignedTo: mara, previousAssignee: null });
    const after = applyToList(listOf(newest, { assignee: mara.id }, 90), event);
    expect(ids(after)).toContain('r9');
    expect(totalOf(after)).toBe(91);
  });

  it('ignores what the page had when it was read', () => {
    const list = listOf(newest);
    expect(applyToList(list, created(9, aRequest(4)))).toBe(list);
    expect(applyToList(list, updated(10, aRequest(1, { version: 2 })))).toBe(list);
  });

  it('is not touched by what is not about a request', () => {
    const list = listOf(newest);
    expect(applyToList(list, anEvent(11, 'member:removed', { userId: 'x' }))).toBe(list);
  });
});

describe('a filter', () => {
  it.each<[string, RequestFilter, boolean]>([
    ['nothing', {}, true],
    ['its status', { status: ['draft', 'submitted'] }, true],
    ['another status', { status: ['draft'] }, false],
    ['another priority', { priority: ['urgent'] }, false],
    ['nobody', { assignee: 'none' }, true],
    ['somebody', { assignee: mara.id }, false],
    ['its words', { q: 'REQUEST 1' }, true],
    ['its key', { q: 'ops-1' }, true],
    ['other words', { q: 'projector' }, false],
  ])('for %s', (_name, filter, fits) => {
    expect(matches(aRequest(1), filter)).toBe(fits);
  });

  it('keeps what the server has found, however it found it', () => {
    expect(matches(aRequest(1), { q: 'synonym' }, aRequest(1))).toBe(true);
  });
});
