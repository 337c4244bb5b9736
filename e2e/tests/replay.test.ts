import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api, Named, RequestView } from '../src/api.ts';
import { found, type Company } from '../src/company.ts';
import { eventually } from '../src/eventually.ts';
import { type Envelope, Listener } from '../src/listener.ts';
import { comparable, fetchState, type ScreenState } from '../src/replay.ts';
import { DocketServer } from '../src/server.ts';

type Apply = (state: ScreenState, event: Envelope) => ScreenState;

let server: DocketServer;
let company: Company;
let apply: Apply;

beforeAll(async () => {
  server = await DocketServer.start();
  company = await found(server);
  // By a name that the compiler does not follow: the web app is checked by its own build.
  const reducer = '@/live/apply';
  apply = ((await import(/* @vite-ignore */ reducer)) as { apply: Apply }).apply;
});
afterAll(() => server.close());

interface Step {
  name: string;
  act: (author: Company, path: string, ids: Ids) => Promise<unknown>;
}

interface Ids {
  comment: string;
  attachment: string;
}

/** Each mutation of a request's life, by whoever may do it, in an order in which they are possible. */
const steps: Step[] = [
  { name: 'update of fields', act: ({ client }, path) => client.patch(path, { title: 'Larger', fields: { cost: 7 } }) },
  { name: 'submission', act: ({ client }, path) => client.post(`${path}/submission`) },
  { name: 'withdrawal', act: ({ client }, path) => client.delete(`${path}/submission`) },
  { name: 'submission again', act: ({ client }, path) => client.post(`${path}/submission`) },
  { name: 'assignment', act: (all, path) => all.manager.put(`${path}/assignee`, { userId: all.member.userId }) },
  {
    name: 'comment',
    act: async ({ member }, path, ids) => {
      ids.comment = (await member.post<Named>(`${path}/comments`, { body: 'Which size?' })).id;
    },
  },
  {
    name: 'internal comment',
    act: ({ member }, path) => member.post(`${path}/comments`, { body: 'Again?', internal: true }),
  },
  { name: 'comment deleted', act: ({ member }, path, ids) => member.delete(`${path}/comments/${ids.comment}`) },
  {
    name: 'attachment',
    act: async ({ client }, path, ids) => {
      ids.attachment = (await client.upload<Named>(`${path}/attachments`, 'desk.txt', '180 x 80 cm')).id;
    },
  },
  {
    name: 'attachment deleted',
    act: ({ client }, path, ids) => client.delete(`${path}/attachments/${ids.attachment}`),
  },
  { name: 'review', act: ({ manager }, path) => manager.post(`${path}/review`) },
  { name: 'rejection', act: ({ manager }, path) => manager.post(`${path}/rejection`, { reason: 'Too large.' }) },
  { name: 'resubmission', act: ({ client }, path) => client.post(`${path}/submission`) },
  { name: 'second review', act: ({ manager }, path) => manager.post(`${path}/review`) },
  { name: 'edit by the assignee', act: ({ member }, path) => member.patch(path, { priority: 'urgent' }) },
  { name: 'approval', act: ({ manager }, path) => manager.post(`${path}/approval`) },
  { name: 'completion', act: ({ manager }, path) => manager.post(`${path}/completion`) },
];

async function sees(viewer: Api, path: string): Promise<boolean> {
  return viewer.load(path).then(
    () => true,
    () => false,
  );
}

describe.each(['manager', 'member', 'client'] as const)('the screen of the %s', (role) => {
  it('is after each mutation what the server would answer', async () => {
    const viewer = company[role];
    const listener = new Listener(server.url, viewer);
    await eventually('the socket to be live', 10_000, () => listener.ready === 1);
    const requests = `/programs/${company.programId}/requests`;
    const request = await company.client.post<RequestView>(requests, { title: 'A larger desk' });
    const path = `${requests}/${request.id}`;
    const ids: Ids = { comment: '', attachment: '' };
    for (const step of steps) {
      const open = await sees(viewer, path);
      const before = await fetchState(viewer, company.programId, open ? request.id : null);
      const from = before.program.at?.seq ?? 0;
      await step.act(company, path, ids);
      const after = await fetchState(viewer, company.programId, (await sees(viewer, path)) && open ? request.id : null);
      const last = after.activity[0]?.value.data[0]?.seq ?? 0;
      await eventually(
        `the event of "${step.name}"`,
        5_000,
        () => last <= from || listener.received.some(({ seq }) => seq === last),
      );
      const events = listener.received.filter(({ seq, programId }) => programId === company.programId && seq > from);
      const replayed = events.reduce(apply, before);
      expect(comparable(replayed), `after "${step.name}"`).toEqual(comparable(after));
    }
    listener.close();
  });
});
