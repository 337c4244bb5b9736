import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionState } from '@/api/session';
import { TestingSchedule } from '@/testing/TestingSchedule';
import { TestingSocket } from '@/testing/TestingSocket';
import { anEvent, aMe, aRequest } from '@/testing/things';
import { Emitter } from './emitter';
import { LiveConnection, type ConnectionState, type SessionPort } from './connection';
import { LivePrograms } from './programs';

/** A session whose renewals the test answers. */
class TestingSession implements SessionPort {
  token: string | null = 'token-1';
  renewals: (string | null | undefined)[] = [];
  ended: string | undefined;
  next: string | null | Error = 'token-2';
  private readonly changes = new Emitter<SessionState>();
  readonly subscribe = this.changes.subscribe;

  renew(stale?: string | null): Promise<string | null> {
    this.renewals.push(stale);
    if (this.next instanceof Error) return Promise.reject(this.next);
    this.become(this.next);
    return Promise.resolve(this.next);
  }

  end(reason: 'inactive'): void {
    this.ended = reason;
  }

  become(token: string | null): void {
    this.token = token;
    if (token !== null) this.changes.emit({ status: 'in', user: aMe(), token });
  }
}

let socket: TestingSocket;
let session: TestingSession;
let time: TestingSchedule;
let programs: LivePrograms;
let connection: LiveConnection;
let states: ConnectionState[];

beforeEach(() => {
  socket = new TestingSocket();
  session = new TestingSession();
  time = new TestingSchedule();
  programs = new LivePrograms(new QueryClient(), 'u-mara', time.schedule);
  connection = new LiveConnection(socket.open, session, programs, time.schedule);
  states = [];
  connection.subscribe((state) => states.push(state));
  connection.start();
});
afterEach(() => connection.stop());

const settle = () => new Promise((resolve) => setImmediate(resolve));
const ready = () => socket.tell('live:ready', { positions: { p1: { epoch: 'e', seq: 5 } } });

describe('connecting', () => {
  it('goes from offline over catching up to live', () => {
    socket.accept();
    ready();
    expect(states).toEqual(['catching-up', 'live']);
  });

  it('says who one is and, coming back, where one was', () => {
    expect(socket.auth).toEqual({ token: 'token-1', positions: {} });
    socket.accept();
    ready();
    socket.tell('request:created', anEvent(6, 'request:created', { request: aRequest(1) }));
    socket.lose();
    socket.connect();
    expect(socket.auth.positions).toEqual({ p1: { epoch: 'e', seq: 6 } });
  });

  it('hands on events, positions and resyncs, and nothing that it does not know', () => {
    const take = vi.spyOn(programs, 'take');
    const resync = vi.spyOn(programs, 'resync');
    socket.accept();
    ready();
    socket.tell('request:created', anEvent(6, 'request:created', { request: aRequest(1) }));
    socket.tell('something:new', { seq: 7 });
    socket.tell('live:position', { programId: 'p1', position: { epoch: 'e', seq: 9 } });
    socket.tell('live:resync', { programId: 'p2', position: { epoch: 'e', seq: 1 } });
    expect(take).toHaveBeenCalledOnce();
    expect(resync).toHaveBeenCalledWith('p2', { epoch: 'e', seq: 1 });
    expect(programs.handshake()).toMatchObject({ p1: { seq: 9 }, p2: { seq: 1 } });
  });
});

describe('a refused handshake', () => {
  it.each(['token_expired', 'token_missing', 'token_invalid'])(
    'for %s renews the token and connects again',
    async (code) => {
      socket.refuse(code);
      await settle();
      time.pass();
      expect(session.renewals).toEqual(['token-1']);
      expect(socket.auth.token).toBe('token-2');
      expect(socket.connects).toBe(2);
    },
  );

  it('ends the session of somebody who was deactivated', async () => {
    socket.refuse('user_inactive');
    await settle();
    time.pass();
    expect(session.ended).toBe('inactive');
    expect(socket.connects).toBe(1);
  });

  it('gives up when there is no session any more', async () => {
    session.next = null;
    socket.refuse('token_expired');
    await settle();
    time.pass();
    expect(socket.connects).toBe(1);
  });

  it('tries on when the server could not be asked for a token', async () => {
    session.next = new Error('offline');
    socket.refuse('token_expired');
    await settle();
    time.pass();
    expect(socket.connects).toBe(2);
  });
});

describe('a connection that ends', () => {
  beforeEach(() => {
    socket.accept();
    ready();
  });

  it('is shown as offline, and left to the client, which comes back by itself', async () => {
    socket.lose();
    await settle();
    time.pass();
    expect(connection.state).toBe('offline');
    expect(socket.connects).toBe(1);
  });

  it.each([
    ['token_expired', 1],
    ['slow', 0],
  ])('because of %s is opened again', async (reason, renewals) => {
    socket.tell('live:closing', { reason });
    socket.lose(true);
    await settle();
    time.pass();
    expect(session.renewals).toHaveLength(renewals);
    expect(socket.connects).toBe(2);
  });

  it('because of a deactivation ends the session', async () => {
    socket.tell('live:closing', { reason: 'user_inactive' });
    socket.lose(true);
    await settle();
    expect(session.ended).toBe('inactive');
  });

  it('is tried at once when the network is back', () => {
    socket.lose();
    connection.retryNow();
    expect(socket.connects).toBe(2);
  });

  it('stays closed after the log-out', async () => {
    connection.stop();
    socket.lose(true);
    connection.retryNow();
    await settle();
    time.pass();
    expect(socket.connects).toBe(1);
  });
});

describe('a renewed token', () => {
  it('is told over the open socket, once', () => {
    socket.accept();
    session.become('token-2');
    session.become('token-2');
    expect(socket.sent.map((sent) => sent.slice(0, 2))).toEqual([['auth:refresh', { token: 'token-2' }]]);
  });

  it('is kept for the next handshake while there is no connection', () => {
    session.become('token-2');
    expect(socket.sent).toEqual([]);
    socket.connect();
    expect(socket.auth.token).toBe('token-2');
  });
});
