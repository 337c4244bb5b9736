import { describe, expect, it } from 'vitest';
import type { Loaded } from '@/api/queries';
import type { RequestStatus } from '@/api/types';
import {
  aComment,
  aDetail,
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

  it('adds, changes and removes members', () => {
    const events: LiveEvent[] = [
      anEvent(11, 'member:added', { member: aMember(clara, { role: 'client' }) }),
      anEvent(12, 'member:updated', { member: aMember(tom, { role: 'manager' }) }),
      anEvent(13, 'member:removed', { userId: mara.id }),
    ];
    const after = events.reduce(apply, open());
    expect(after.members?.value.map(({ user, role }) => [user.id, role])).toEqual([
      ['u-tom', 'manager'],
      ['u-clara', 'client'],
    ]);
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
