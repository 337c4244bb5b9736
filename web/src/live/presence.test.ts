import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clara, tom } from '@/testing/things';
import { LivePresence, NOBODY } from './presence';

const ref = { programId: 'p1', requestId: 'r1' };
const toms = { userId: tom.id, name: tom.name, typing: false };
const claras = { userId: clara.id, name: clara.name, typing: true };

let sent: unknown[][];
let answers: ((answer: { ok: boolean }) => void)[];
let presence: LivePresence;
const onChange = vi.fn();

beforeEach(() => {
  sent = [];
  answers = [];
  onChange.mockReset();
  presence = new LivePresence((event, message, answer) => {
    sent.push([event, message]);
    answers.push(answer as (typeof answers)[number]);
  });
});

const changed = (people = [claras], requestId = 'r1') =>
  presence.changed({ programId: 'p1', requestId, people, total: people.length });

describe('looking at a request', () => {
  it('is said when there is a connection, and again after each new one', () => {
    presence.watch(ref, onChange);
    expect(sent).toEqual([]);
    presence.connected();
    expect(sent).toEqual([['presence:view', ref]]);
    presence.disconnected();
    presence.connected();
    expect(sent).toEqual([
      ['presence:view', ref],
      ['presence:view', ref],
    ]);
  });

  it('is said once for all who watch it, and ended with the last of them', () => {
    presence.connected();
    const first = presence.watch(ref, onChange);
    const second = presence.watch(ref, onChange);
    first();
    expect(sent).toHaveLength(1);
    second();
    expect(sent.at(-1)).toEqual(['presence:leave', { requestId: 'r1' }]);
  });

  it('shows who was there, and who comes and goes', () => {
    presence.connected();
    presence.watch(ref, onChange);
    const there = { people: [toms], total: 1 };
    answers[0]?.({ ok: true, ...there });
    expect(presence.at('r1')).toEqual(there);
    changed();
    expect(presence.at('r1').people).toEqual([claras]);
    expect(onChange).toHaveBeenCalledTimes(2);
    changed([toms], 'r2');
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('shows nobody where it was refused, and after the connection was lost', () => {
    presence.connected();
    presence.watch(ref, onChange);
    answers[0]?.({ ok: false });
    expect(presence.at('r1')).toBe(NOBODY);
    changed();
    presence.disconnected();
    expect(presence.at('r1')).toBe(NOBODY);
  });

  it('pays no heed to an answer that comes after it has ended', () => {
    presence.connected();
    presence.watch(ref, onChange)();
    presence.watch(ref, onChange);
    answers[0]?.({ ok: true, people: [toms], total: 1 } as { ok: boolean });
    expect(presence.at('r1')).toBe(NOBODY);
  });
});

describe('typing', () => {
  beforeEach(() => {
    presence.connected();
    presence.watch(ref, onChange);
    sent = [];
  });

  it('is said at most every three seconds', () => {
    for (let at = 0; at <= 3500; at += 500) presence.type('r1', false, at);
    expect(sent).toEqual([
      ['presence:typing', { requestId: 'r1', internal: false }],
      ['presence:typing', { requestId: 'r1', internal: false }],
    ]);
  });

  it('is said at once when it is for other readers', () => {
    presence.type('r1', false, 0);
    presence.type('r1', true, 100);
    expect(sent.at(-1)).toEqual(['presence:typing', { requestId: 'r1', internal: true }]);
  });

  it('is ended once, and can begin again at once', () => {
    presence.stopTyping('r1');
    expect(sent).toEqual([]);
    presence.type('r1', true, 0);
    presence.stopTyping('r1');
    presence.stopTyping('r1');
    expect(sent.slice(1)).toEqual([['presence:typing', { requestId: 'r1', internal: true, typing: false }]]);
    presence.type('r1', true, 200);
    expect(sent).toHaveLength(3);
  });

  it('is not said without a connection, nor where one does not look', () => {
    presence.type('r2', false, 0);
    presence.disconnected();
    presence.type('r1', false, 0);
    expect(sent).toEqual([]);
  });
});
