import { beforeEach, describe, expect, it } from 'vitest';
import { answer, serverFor, type TestingServer } from '@/testing/TestingServer';
import * as calls from './calls';
import * as ofRequest from './request';

const ref = { programId: 'p1', requestId: 'r1' };
const program = '/programs/p1';
const path = `${program}/requests/r1`;
let server: TestingServer;

beforeEach(async () => {
  server = await serverFor();
});

/** What somebody does, and the one call that it is. */
const CALLS: [string, () => Promise<unknown>, string, unknown?][] = [
  ['creates a program', () => calls.createProgram({ name: 'New' }), 'POST /programs', { name: 'New' }],
  ['adds a field', () => calls.addField('p1', { key: 'cost' }), `POST ${program}/fields`, { key: 'cost' }],
  [
    'changes a field',
    () => calls.updateField('p1', 'f1', { label: 'x' }),
    `PATCH ${program}/fields/f1`,
    { label: 'x' },
  ],
  ['removes a field', () => calls.removeField('p1', 'f1'), `DELETE ${program}/fields/f1`],
  [
    'adds a member',
    () => calls.addMember('p1', 'u1', 'client'),
    `POST ${program}/members`,
    { userId: 'u1', role: 'client' },
  ],
  [
    'changes a role',
    () => calls.changeMember('p1', 'u1', 'manager'),
    `PATCH ${program}/members/u1`,
    { role: 'manager' },
  ],
  ['removes a member', () => calls.removeMember('p1', 'u1'), `DELETE ${program}/members/u1`],
  [
    'creates a request',
    () => calls.createRequest('p1', { title: 'New' }),
    `POST ${program}/requests`,
    { title: 'New' },
  ],
  ['edits one', () => calls.updateRequest(ref, { title: 'x' }, 3), `PATCH ${path}`, { title: 'x', version: 3 }],
  [
    'empties a field',
    () => calls.updateRequest(ref, { dueDate: null }, 3),
    `PATCH ${path}`,
    { dueDate: null, version: 3 },
  ],
  ['deletes a draft', () => calls.deleteRequest(ref), `DELETE ${path}`],
  ['brings it back', () => ofRequest.restoreRequest(ref), `POST ${path}/restoration`],
  ['submits', () => calls.takeStep(ref, 'submit', 4), `POST ${path}/submission`, { version: 4 }],
  ['withdraws', () => calls.takeStep(ref, 'withdraw', 4), `DELETE ${path}/submission`, { version: 4 }],
  ['reviews', () => calls.takeStep(ref, 'review', 4), `POST ${path}/review`, { version: 4 }],
  ['approves', () => calls.takeStep(ref, 'approve', 4), `POST ${path}/approval`, { version: 4 }],
  ['rejects', () => calls.takeStep(ref, 'reject', 4, 'No'), `POST ${path}/rejection`, { version: 4, reason: 'No' }],
  ['completes', () => calls.takeStep(ref, 'complete', 4), `POST ${path}/completion`, { version: 4 }],
  ['assigns', () => calls.assign(ref, 'u1', 4), `PUT ${path}/assignee`, { userId: 'u1', version: 4 }],
  ['unassigns', () => calls.assign(ref, null, 4), `PUT ${path}/assignee`, { userId: null, version: 4 }],
  ['comments', () => calls.addComment(ref, 'Hi', true), `POST ${path}/comments`, { body: 'Hi', internal: true }],
  [
    'edits a comment',
    () => ofRequest.editComment(ref, 'c1', 'x', 2),
    `PATCH ${path}/comments/c1`,
    { body: 'x', version: 2 },
  ],
  ['deletes a comment', () => calls.deleteComment(ref, 'c1'), `DELETE ${path}/comments/c1`],
  ['restores a comment', () => ofRequest.restoreComment(ref, 'c1'), `POST ${path}/comments/c1/restoration`],
  ['deletes a file', () => calls.deleteAttachment(ref, 'a1'), `DELETE ${path}/attachments/a1`],
  ['restores a file', () => ofRequest.restoreAttachment(ref, 'a1'), `POST ${path}/attachments/a1/restoration`],
  ['shares', () => ofRequest.share(ref, 'u1'), `PUT ${path}/participants/u1`],
  ['stops sharing', () => ofRequest.stopSharing(ref, 'u1'), `DELETE ${path}/participants/u1`],
  ['watches', () => ofRequest.watch(ref, true), `PUT ${path}/watch`],
  ['stops watching', () => ofRequest.watch(ref, false), `DELETE ${path}/watch`],
  ['shows Markdown', () => ofRequest.renderMarkdown('*x*'), 'POST /markdown', { text: '*x*' }],
];

describe('one call each', () => {
  it.each(CALLS)('%s', async (_, call, route, body) => {
    server.on(route, () => answer(200, { done: true }));
    expect(await call()).toEqual({ done: true });
    expect(server.calls.map(({ method, path: asked }) => `${method} ${asked}`)).toEqual([route]);
    expect(server.calls[0]?.body).toEqual(body);
  });

  it('names what must not be done twice, where it is asked to', async () => {
    server.on(`POST ${program}/requests`, () => answer(201, {})).on(`POST ${path}/comments`, () => answer(201, {}));
    await calls.createRequest('p1', { title: 'New' }, 'k1');
    await calls.addComment(ref, 'Hi', false, 'k2');
    expect(server.calls.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['k1', 'k2']);
  });

  it('brings the bytes of a file', async () => {
    server.on(`GET ${path}/attachments/a1/content`, () => ({ bytes: 1 }));
    expect(await (await calls.attachmentContent(ref, 'a1')).text()).toBe('{"bytes":1}');
  });
});
