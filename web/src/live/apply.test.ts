import { describe, expect, it } from 'vitest';
import type { Loaded } from '@/api/queries';
import type { Page, Program, ProgramFacts, ProgramRole, Request, RequestStatus } from '@/api/types';
import {
  aComment,
  aDetail,
  aField,
  aMember,
  anAttachment,
  anEvent,
  aProgram,
  aRequest,
  clara,
  mara,
  tom,
} from '@/testing/things';
import { apply } from './apply';
import { entryOf } from './applyHistory';
import type { LiveEvent } from './events';
import { NOTHING, type ProgramState } from './state';

const at = (seq: number) => ({ epoch: 'e', seq });
const loaded = <T>(value: T, seq = 10): Loaded<T> => ({ at: at(seq), value });

/** A page that shows request 1 with everything around it, read at position 10. */
const open = (with_: Partial<ProgramState> = {}): ProgramState => ({
  ...NOTHING,
  program: loaded(aProgram()),
  members: loaded([aMember(mara, { role: 'manager' }), aMember(tom)]),
  requests: { r1: loaded(aDetail(aRequest(1, { commentCount: 1, attachmentCount: 1 }))) },
  comments: { r1: loaded([aComment('c1')]) },
  attachments: { r1: loaded([anAttachment('a1')]) },
  histories: { r1: [loaded({ data: [], next: null })] },
  activity: [loaded({ data: [], next: null })],
  ...with_,
});

const aPage = (data: Request[]): Page<Request> => ({
  data,
  pagination: { page: 1, limit: 100, total: data.length, pages: 1 },
});

function factsOf({ can: _can, cannot: _cannot, myRole: _role, openRequests: _open, ...facts }: Program): ProgramFacts {
  return facts;
}

const shown = (state: ProgramState) => state.requests.r1?.value;
const entries = (state: ProgramState) => state.histories.r1?.[0]?.value.data ?? [];

describe('the eight mutations', () => {
  it('adds a created request to the activity', () => {
    const after = apply(open(), anEvent(11, 'request:created', { request: aRequest(2) }));
    expect(after.activity?.[0]?.value.data).toMatchObject([
      { event: 'request:created', requestKey: 'OPS-2', seq: 11, actor: tom },
    ]);
  });

  it('shows an update with custom fields and keeps what REST alone tells', () => {
    const request = aRequest(1, { version: 2, title: 'New', fields: { cost: 55 } });
    const after = apply(open(), anEvent(11, 'request:updated', { request, changedFields: ['title', 'fields.cost'] }));
    expect(shown(after)).toMatchObject({ title: 'New', fields: { cost: 55 }, version: 2 });
    expect(shown(after)?.can.approve).toBe(true);
  });

  it('tells the value before and after of each changed field', () => {
    const before = aDetail(aRequest(1, { fields: { cost: 40 } }));
    const request = aRequest(1, { version: 2, fields: { cost: 55 }, title: 'New' });
    const state = open({ requests: { r1: loaded(before) } });
    const after = apply(state, anEvent(11, 'request:updated', { request, changedFields: ['title', 'fields.cost'] }));
    expect(entries(after)[0]?.changes).toEqual([
      { field: 'title', label: 'Title', before: 'Request 1', after: 'New' },
      { field: 'fields.cost', label: 'cost', before: 40, after: 55 },
    ]);
  });

  it('leaves the value before open where it is not known', () => {
    const request = aRequest(7, { version: 2, title: 'New' });
    const after = apply(open(), anEvent(11, 'request:updated', { request, changedFields: ['title'] }));
    expect(after.activity?.[0]?.value.data[0]?.changes[0]).toMatchObject({ before: undefined, after: 'New' });
  });

  it('moves a request on and counts the open ones', () => {
    const request = aRequest(1, { version: 2, status: 'completed' });
    const after = apply(open(), anEvent(11, 'request:status_changed', { request, from: 'approved', to: 'completed' }));
    expect(shown(after)?.status).toBe('completed');
    expect(after.program?.value.openRequests).toBe(2);
    expect(entries(after)[0]?.changes[0]).toMatchObject({ field: 'status', before: 'approved', after: 'completed' });
  });

  it('assigns a request', () => {
    const request = aRequest(1, { version: 2, assignee: mara });
    const event = anEvent(11, 'request:assigned', { request, assignedTo: mara, previousAssignee: null });
    expect(shown(apply(open(), event))?.assignee).toEqual(mara);
  });

  it('adds a comment and counts it', () => {
    const event = anEvent(11, 'comment:added', { comment: aComment('c2') }, { requestId: 'r1' });
    const after = apply(open(), event);
    expect(after.comments.r1?.value.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(shown(after)).toMatchObject({ commentCount: 2, version: 1 });
    expect(entries(after)[0]).toMatchObject({ event: 'comment:added', requestKey: 'OPS-1' });
  });

  it('shows a comment once that its author has put there already', () => {
    const event = anEvent(11, 'comment:added', { comment: aComment('c1') }, { requestId: 'r1' });
    expect(apply(open(), event).comments.r1?.value).toHaveLength(1);
  });

  it('deletes a comment', () => {
    const after = apply(open(), anEvent(11, 'comment:deleted', { commentId: 'c1' }, { requestId: 'r1' }));
    expect(after.comments.r1?.value).toEqual([]);
    expect(shown(after)?.commentCount).toBe(0);
  });

  it('adds and deletes an attachment', () => {
    const added = anEvent(11, 'attachment:uploaded', { attachment: anAttachment('a2') }, { requestId: 'r1' });
    const deleted = anEvent(12, 'attachment:deleted', { attachmentId: 'a1' }, { requestId: 'r1' });
    const after = [added, deleted].reduce(apply, open());
    expect(after.attachments.r1?.value.map(({ id }) => id)).toEqual(['a2']);
    expect(shown(after)?.attachmentCount).toBe(1);
  });

  it('forgets a deleted request and all that hangs on it', () => {
    const after = apply(open(), anEvent(11, 'request:deleted', { request: { id: 'r1' } }));
    expect([after.requests, after.comments, after.attachments, after.histories]).toEqual([{}, {}, {}, {}]);
  });
});

describe('programs and members', () => {
  it('changes a program and keeps the rights of the viewer', () => {
    const { can: _can, cannot: _cannot, myRole: _role, ...facts } = aProgram({ name: 'New name', version: 2 });
    const after = apply(open(), anEvent(11, 'program:updated', { program: facts }));
    expect(after.program?.value).toMatchObject({ name: 'New name', myRole: 'manager', can: { edit: true } });
  });

  it('adds, changes and removes members, who stand in the order of their names', () => {
    const events: LiveEvent[] = [
      anEvent(11, 'member:added', { member: aMember(clara, { role: 'client' }) }),
      anEvent(12, 'member:updated', { member: aMember(tom, { role: 'manager' }) }),
      anEvent(13, 'member:removed', { userId: mara.id }),
    ];
    const after = events.reduce(apply, open());
    expect(after.members?.value.map(({ user, role }) => [user.id, role])).toEqual([
      ['u-clara', 'client'],
      ['u-tom', 'manager'],
    ]);
  });
});

describe('what an event does not tell', () => {
  const stale = (state: ProgramState) => ({
    program: state.program?.stale,
    lists: state.lists.some((list) => list.pages.some((page) => page.stale)) || undefined,
    request: state.requests.r1?.stale,
    comments: state.comments.r1?.stale,
    attachments: state.attachments.r1?.stale,
    history: state.histories.r1?.[0]?.stale,
    activity: state.activity?.[0]?.stale,
  });
  const listed = () =>
    open({ lists: [{ filter: {}, pages: [loaded(aPage([aRequest(1, { fields: { cost: 5, old: 1 } })]))] }] });
  const settings = (with_: Partial<ProgramFacts>) =>
    anEvent(11, 'program:updated', { program: { ...factsOf(aProgram({ version: 2 })), ...with_ } });

  it('is read again: after a change, what may be done with the request', () => {
    const request = aRequest(1, { version: 2, title: 'New' });
    const after = apply(open(), anEvent(11, 'request:updated', { request, changedFields: ['title'] }));
    expect(stale(after)).toEqual({ request: true });
  });

  it('is not read again for what the viewer changed and was answered already', () => {
    const request = aRequest(1, { version: 2, title: 'New' });
    const state = open({ requests: { r1: loaded(aDetail(request)) }, replaced: { r1: aRequest(1) } });
    const after = apply(state, anEvent(11, 'request:updated', { request, changedFields: ['title'] }));
    expect(stale(after)).toEqual({});
  });

  it('is nothing for comments and files', () => {
    const events = [
      anEvent(11, 'comment:added', { comment: aComment('c2') }, { requestId: 'r1' }),
      anEvent(12, 'comment:updated', { comment: aComment('c1', { version: 2, body: 'Better' }) }, { requestId: 'r1' }),
      anEvent(13, 'attachment:deleted', { attachmentId: 'a1' }, { requestId: 'r1' }),
    ];
    const after = events.reduce(apply, listed());
    expect(stale(after)).toEqual({});
    expect(after.comments.r1?.value.map(({ body }) => body)).toEqual(['Better', 'Comment c2']);
  });

  it('is everything on which a right depends, when a program is archived', () => {
    expect(stale(apply(listed(), settings({ status: 'archived' })))).toEqual({
      program: true,
      request: true,
      comments: true,
      attachments: true,
      activity: true,
    });
  });

  it('are the values, when fields change; what is not shown any more is gone at once', () => {
    const after = apply(listed(), settings({ fields: [aField('cost', { type: 'number' })] }));
    expect(stale(after)).toEqual({ program: true, lists: true, request: true, history: true, activity: true });
    expect(after.lists[0]?.pages[0]?.value.data[0]?.fields).toEqual({ cost: 5 });
  });

  it('counts checklists against the items of now', () => {
    const row = aRequest(1, { fields: { steps: ['a', 'b'] }, checklists: { steps: { checked: 2, total: 2 } } });
    const state = open({ requests: { r1: loaded(aDetail(row)) } });
    const items = ['b', 'c', 'd'].map((key) => ({ key, label: key }));
    const after = apply(state, settings({ fields: [aField('steps', { type: 'checklist', items })] }));
    expect(shown(after)?.checklists).toEqual({ steps: { checked: 1, total: 3 } });
  });

  it('is whether one may create, where there may be a limit', () => {
    const event = anEvent(11, 'request:status_changed', {
      request: aRequest(2, { version: 2 }),
      from: 'draft',
      to: 'submitted',
    });
    expect(apply(open(), event).program?.stale).toBeUndefined();
    expect(apply(open({ program: loaded(aProgram({ maxActiveRequests: 4 })) }), event).program?.stale).toBe(true);
    expect(apply(open({ program: loaded(aProgram({ myRole: 'client' })) }), event).program?.stale).toBe(true);
  });

  it('is told for watching, to oneself alone', () => {
    const event = anEvent(11, 'request:watched', { requestId: 'r1', watching: true }, { requestId: null });
    const after = apply(open(), event);
    expect(shown(after)?.watching).toBe(true);
    expect(stale(after)).toEqual({});
  });

  it('stays so until it was read again, however many events come', () => {
    const update = (seq: number, version: number) =>
      anEvent(seq, 'request:updated', { request: aRequest(1, { version }), changedFields: [] });
    const after = apply(apply(open(), update(11, 2)), update(12, 3));
    expect(after.requests.r1).toMatchObject({ stale: true, at: { seq: 12 } });
  });
});

describe('what is restored', () => {
  it('stands where it stood, and not at the end', () => {
    const comments = [aComment('c1'), aComment('c3', { createdAt: '2026-11-20T11:00:00.000Z' })];
    const comment = aComment('c2', { createdAt: '2026-11-20T10:00:00.000Z' });
    const event = anEvent(11, 'comment:added', { comment, restored: true }, { requestId: 'r1' });
    const after = apply(open({ comments: { r1: loaded(comments) } }), event);
    expect(after.comments.r1?.value.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });
});

describe('a request that goes out of sight', () => {
  const forget = anEvent(11, 'request:deleted', { request: { id: 'r1' } });
  const entry = entryOf(anEvent(9, 'request:created', { request: aRequest(1) }), undefined, undefined);
  const knowing = (role: ProgramRole) =>
    open({
      program: loaded(aProgram({ myRole: role })),
      activity: [loaded({ data: [entry], next: null })],
    });

  it("leaves a client's activity, but not that of staff, who may know", () => {
    expect(apply(knowing('client'), forget).activity?.[0]?.value.data).toEqual([]);
    expect(apply(knowing('team_member'), forget).activity?.[0]?.value.data).toEqual([entry]);
  });
});

describe('events that are late, double or foreign', () => {
  const comment = anEvent(11, 'comment:added', { comment: aComment('c2') }, { requestId: 'r1' });

  it('changes nothing the second time', () => {
    const once = apply(open(), comment);
    const twice = apply(once, comment);
    expect(twice).toEqual(once);
    expect(shown(twice)?.commentCount).toBe(2);
  });

  it('changes nothing that was read after the event', () => {
    const state = open();
    const after = apply(state, { ...comment, seq: 10 });
    expect(after.requests).toBe(state.requests);
    expect(after.comments).toBe(state.comments);
  });

  it('brings each part up to date from where that part was read', () => {
    const state = open({ comments: { r1: loaded([aComment('c1'), aComment('c2')], 11) } });
    const after = apply(state, comment);
    expect(after.comments).toBe(state.comments);
    expect(shown(after)?.commentCount).toBe(2);
  });

  it('does not turn a request back to a lower version', () => {
    const state = open({ requests: { r1: loaded(aDetail(aRequest(1, { version: 5, title: 'Newest' }))) } });
    const request = aRequest(1, { version: 4, title: 'Older' });
    expect(shown(apply(state, anEvent(11, 'request:updated', { request, changedFields: ['title'] })))?.title).toBe(
      'Newest',
    );
  });

  it('leaves everything as it is for a request that nobody looks at', () => {
    const state = open({ activity: undefined });
    const after = apply(state, anEvent(11, 'comment:deleted', { commentId: 'x' }, { requestId: 'r99' }));
    for (const part of ['program', 'members', 'lists', 'requests', 'comments', 'attachments', 'histories'] as const)
      expect(after[part]).toBe(state[part]);
  });

  it('finds the value before, although its author saw the answer before the event', () => {
    const request = aRequest(1, { version: 2, title: 'New' });
    const state = open({ requests: { r1: loaded(aDetail(request)) }, replaced: { r1: aRequest(1) } });
    const after = apply(state, anEvent(11, 'request:updated', { request, changedFields: ['title'] }, { by: mara }));
    expect(entries(after)[0]?.changes[0]).toMatchObject({ before: 'Request 1', after: 'New' });
  });
});

describe('a whole story', () => {
  it('ends where the server stands', () => {
    const step = (seq: number, version: number, from: RequestStatus, to: RequestStatus) =>
      anEvent(seq, 'request:status_changed', { request: aRequest(1, { version, status: to }), from, to });
    const story = [
      step(11, 2, 'submitted', 'in_review'),
      step(12, 3, 'in_review', 'approved'),
      step(13, 4, 'approved', 'completed'),
    ];
    const after = story.reduce(apply, open());
    expect(shown(after)).toMatchObject({ status: 'completed', version: 4 });
    expect(entries(after).map(({ seq }) => seq)).toEqual([13, 12, 11]);
    expect(after.program?.value.openRequests).toBe(2);
  });
});
