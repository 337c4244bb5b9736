import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io as io40 } from 'socket.io-client-4-0';
import { io as io45 } from 'socket.io-client-4-5';
import { found, type Company } from '../src/company.ts';
import { eventually } from '../src/eventually.ts';
import { eightEvents, eightMutations } from '../src/journey.ts';
import { Listener } from '../src/listener.ts';
import { DocketServer } from '../src/server.ts';

let server: DocketServer;
let company: Company;

beforeAll(async () => {
  server = await DocketServer.start();
  company = await found(server);
});
afterAll(() => server.close());

const modes = [['websocket'], ['polling'], ['polling', 'websocket']];

describe.each(modes.map((transports) => ({ transports })))('a stock client by $transports', ({ transports }) => {
  it('sees the eight mutations of somebody else, in order, each once', async () => {
    const listener = new Listener(server.url, { token: company.member.token }, { transports });
    await eventually('the socket to be live', 10_000, () => listener.ready === 1);
    const requestId = await eightMutations(company.manager, company.programId, company.member.userId);
    // The member sees the request from its submission on: the draft is its creator's and the managers'.
    const visible = eightEvents.slice(2);
    await eventually('the last event', 10_000, () => listener.eventsOf(requestId).length >= visible.length);
    listener.close();
    expect(listener.eventsOf(requestId)).toEqual(visible);
  });

  it('is sent after a cut exactly what it missed', async () => {
    const listener = new Listener(server.url, { token: company.manager.token }, { transports });
    await eventually('the socket to be live', 10_000, () => listener.ready === 1);
    listener.socket.io.engine.close();
    const requestId = await eightMutations(company.manager, company.programId, company.member.userId);
    await eventually('the socket to be live again', 10_000, () => listener.ready === 2);
    await eventually('the last event', 10_000, () => listener.eventsOf(requestId).length >= eightEvents.length);
    listener.close();
    expect(listener.eventsOf(requestId)).toEqual(eightEvents);
  });
});

describe('a stock client without any code of ours', () => {
  it.each(modes.map((transports) => ({ transports })))(
    'recovers by $transports and misses nothing',
    async (options) => {
      const listener = new Listener(server.url, { token: company.manager.token }, options, false);
      await eventually('the socket to be live', 10_000, () => listener.ready === 1);
      // The client knows an offset once it has had an event.
      const first = await eightMutations(company.manager, company.programId, company.member.userId);
      await eventually('the first events', 10_000, () => listener.eventsOf(first).length >= eightEvents.length);
      listener.socket.io.engine.close();
      const second = await eightMutations(company.manager, company.programId, company.member.userId);
      await eventually('the missed events', 10_000, () => listener.eventsOf(second).length >= eightEvents.length);
      listener.close();
      expect(listener.recoveries).toEqual([false, true]);
      expect(listener.eventsOf(second)).toEqual(eightEvents);
    },
  );
});

const olderClients = [
  { version: '4.0', connect: io40 },
  { version: '4.5', connect: io45 as unknown as typeof io40 },
];

describe.each(olderClients)('a stock client of version $version', ({ connect }) => {
  it.each(modes.map((transports) => ({ transports })))('receives events by $transports', async ({ transports }) => {
    const socket = connect(server.url, { auth: { token: company.manager.token }, forceNew: true, transports });
    const events: string[] = [];
    socket.onAny((event: string) => events.push(event));
    await eventually('the socket to be live', 10_000, () => events.includes('live:ready'));
    await eightMutations(company.manager, company.programId, company.member.userId);
    await eventually('the events', 10_000, () => events.length > eightEvents.length);
    socket.close();
    expect(events.slice(1)).toEqual(eightEvents);
  });
});

describe('the handshake', () => {
  it.each([
    { auth: {}, code: 'token_missing' },
    { auth: { token: 'nonsense' }, code: 'token_invalid' },
  ])('refuses $auth with $code', async ({ auth, code }) => {
    const listener = new Listener(server.url, auth as { token: string }, { transports: ['websocket'] });
    await eventually('the refusal', 10_000, () => listener.refusals.length > 0);
    listener.close();
    expect(listener.refusals[0]?.code).toBe(code);
    expect(listener.refusals[0]?.message).not.toBe('');
  });
});

describe('a client of the program', () => {
  it('receives its own request and nothing of others', async () => {
    const listener = new Listener(server.url, { token: company.client.token });
    await eventually('the socket to be live', 10_000, () => listener.ready === 1);
    await eightMutations(company.manager, company.programId, company.member.userId);
    const requests = `/programs/${company.programId}/requests`;
    const own = await company.client.post<{ id: string }>(requests, { title: 'New chairs' });
    await company.client.post(`${requests}/${own.id}/submission`);
    await company.member.post(`${requests}/${own.id}/comments`, { body: 'They always want chairs.', internal: true });
    await company.member.post(`${requests}/${own.id}/comments`, { body: 'Which colour?' });
    await eventually('the comment', 10_000, () => listener.eventsOf(own.id).includes('comment:added'));
    listener.close();
    expect(listener.received.filter((envelope) => envelope.requestId !== own.id)).toEqual([]);
    expect(listener.eventsOf(own.id)).toEqual(['request:created', 'request:status_changed', 'comment:added']);
    expect(JSON.stringify(listener.received)).not.toContain('always');
  });
});
