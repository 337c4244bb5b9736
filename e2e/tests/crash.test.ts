import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api, RequestView } from '../src/api.ts';
import { found, type Company } from '../src/company.ts';
import { checkDelivery } from '../src/delivery.ts';
import { eventually } from '../src/eventually.ts';
import { Listener } from '../src/listener.ts';
import { DocketServer } from '../src/server.ts';

const WRITERS = 8;
const LISTENERS_PER_ROLE = 5;

let server: DocketServer;
let company: Company;

beforeAll(async () => {
  server = await DocketServer.start();
  company = await found(server);
});
afterAll(() => server.close());

/** Writes until told to stop, also through a crash; what was not answered may or may not have happened. */
async function write(author: Api, programId: string, stopped: () => boolean): Promise<number> {
  const requests = `/programs/${programId}/requests`;
  let answered = 0;
  while (!stopped()) {
    try {
      const request = await author.post<RequestView>(requests, { title: 'Paper for the printer' });
      await author.patch(`${requests}/${request.id}`, { fields: { cost: answered } });
      await author.post(`${requests}/${request.id}/submission`);
      await author.post(`${requests}/${request.id}/comments`, { body: 'A4, please.' });
      answered += 4;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return answered;
}

describe('kill -9 of the server in the middle of the load', () => {
  it('loses, doubles and reorders nothing for anybody', async () => {
    const roles = [company.manager, company.member, company.client];
    const listeners = roles.flatMap((api) =>
      Array.from({ length: LISTENERS_PER_ROLE }, () => ({ api, listener: new Listener(server.url, api) })),
    );
    await eventually('all sockets to be live', 20_000, () => listeners.every(({ listener }) => listener.ready > 0));
    const starts = listeners.map(({ listener }) => listener.positions[company.programId]?.seq ?? -1);

    let stopped = false;
    const authors = Array.from({ length: WRITERS }, (_, i) => roles[i % roles.length] ?? company.manager);
    const writers = authors.map((author) => write(author, company.programId, () => stopped));
    const seen = (count: number) => () => (listeners[0]?.listener.received.length ?? 0) > count;
    await eventually('a good load', 30_000, seen(200));
    await server.kill();
    await server.start();
    await eventually('as much again', 60_000, seen(600));
    stopped = true;
    const answered = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);

    const journals = new Map(
      await Promise.all(roles.map(async (api) => [api, await api.activity(company.programId)] as const)),
    );
    expect(journals.get(company.manager)?.length).toBeGreaterThanOrEqual(answered);
    for (const [index, { api, listener }] of listeners.entries()) {
      const journal = journals.get(api) ?? [];
      const last = journal.at(-1)?.id;
      await eventually('the last entry', 20_000, () => listener.received.some(({ id }) => id === last));
      listener.close();
      const delivery = checkDelivery(listener.received, journal, starts[index] ?? 0);
      expect(delivery).toEqual({ checked: delivery.checked, lost: 0, doubled: 0, reordered: 0, leaked: 0 });
      expect(delivery.checked).toBeGreaterThan(50);
      expect(listener.resyncs).toEqual([]);
    }
  });
});
