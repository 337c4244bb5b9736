import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import type { Attachment, RequestAction, RequestDetail } from '@/api/types';
import { useUploads } from '@/domain/useUploads';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { aDetail, anAttachment, anEvent, aRequest } from '@/testing/things';
import { Attachments } from './Attachments';

const path = '/programs/p1/requests/r1/attachments';
let server: TestingServer;
let stored: Attachment[];
const user = userEvent.setup();
const file = (name: string, content = 'x') => new File([content], name, { type: 'text/plain' });

beforeEach(async () => {
  server = new TestingServer();
  stored = [anAttachment('offer', { can: { delete: true } })];
  server.on(`GET ${path}`, () => answer(200, { data: stored, next: null }, { 'Docket-Position': 'e:10' }));
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  TestingUpload.install();
  session.end();
  await session.renew();
});

function Part({ request }: { request: RequestDetail }) {
  const uploads = useUploads({ programId: 'p1', requestId: 'r1' });
  const [internal, setInternal] = useState(false);
  return (
    <Attachments
      request={request}
      mayDeleteAll={false}
      uploads={uploads}
      internal={internal}
      onInternal={setInternal}
    />
  );
}

async function open(allowed: RequestAction[] = ['attach', 'commentInternally']) {
  const view = renderLive(<Part request={aDetail(aRequest(1), allowed)} />);
  await screen.findByText('offer.txt');
  return view;
}

const pick = (...files: File[]) =>
  act(async () => {
    fireEvent.change(screen.getByLabelText('Add files', { selector: 'input' }), { target: { files } });
    await Promise.resolve();
  });
const happens = (what: () => void) =>
  act(async () => {
    what();
    await Promise.resolve();
  });

function upload(index = 0): TestingUpload {
  const found = TestingUpload.all[index];
  if (found === undefined) throw new Error(`no upload ${index}`);
  return found;
}

describe('an upload', () => {
  it('shows how far it is, and then the file', async () => {
    await open();
    await pick(file('plan.txt'));
    expect(upload()).toMatchObject({ url: `/api/v1${path}`, headers: { Authorization: `Bearer ${session.token}` } });
    expect(upload().file?.name).toBe('plan.txt');
    await happens(() => upload().progress(0.4));
    expect(screen.getByRole('progressbar', { name: 'Uploading plan.txt' })).toHaveValue(0.4);
    expect(screen.getByText('40 %')).toBeVisible();
    await happens(() => upload().answer(201, anAttachment('plan')));
    expect(await screen.findByText('plan.txt')).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is shown once, although its event comes too', async () => {
    const { tell } = await open();
    await pick(file('plan.txt'));
    await tell(anEvent(11, 'attachment:uploaded', { attachment: anAttachment('plan') }, { requestId: 'r1' }));
    await happens(() => upload().answer(201, anAttachment('plan')));
    expect(await screen.findAllByText('plan.txt')).toHaveLength(1);
  });

  it('can be internal', async () => {
    await open();
    await user.click(screen.getByRole('checkbox', { name: 'Internal: only staff see new files' }));
    await pick(file('plan.txt'));
    expect(upload().url).toBe(`/api/v1${path}?internal=true`);
  });

  it('can be cancelled', async () => {
    await open();
    await pick(file('plan.txt'));
    await user.click(screen.getByRole('button', { name: 'Cancel upload of plan.txt' }));
    expect(upload().aborted).toBe(true);
    expect(screen.queryByText('plan.txt')).toBeNull();
  });

  it.each([
    [413, 'quota-reached', 'There is no room left for files in this program.', true],
    [413, 'too-large', 'virus.exe is larger than 25 MB.', false],
    [415, 'unsupported-type', 'Files of this type are not taken.', false],
    [507, 'storage-full', 'Nothing was stored; try again later.', true],
    [403, 'forbidden', 'Not you.', false],
  ])('that is refused (%d %s) says why beside the file, until it is dismissed', async (status, slug, text, again) => {
    await open();
    await pick(file('virus.exe'));
    await happens(() => upload().answer(status, { type: `/problems/${slug}`, title: 'x', status, detail: 'Not you.' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(screen.queryByRole('button', { name: 'Try again' }) !== null).toBe(again);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('virus.exe')).toBeNull();
  });

  it('that was cut off can be tried again, for the same readers', async () => {
    await open();
    await user.click(screen.getByRole('checkbox', { name: 'Internal: only staff see new files' }));
    await pick(file('plan.txt'));
    await happens(() => upload().onerror?.());
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(TestingUpload.all).toHaveLength(2));
    expect(upload(1).url).toBe(`/api/v1${path}?internal=true`);
    await happens(() => upload(1).answer(201, anAttachment('plan', { internal: true })));
    expect(await screen.findByText('plan.txt')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that is too large is not sent at all', async () => {
    await open();
    const large = file('film.mp4');
    Object.defineProperty(large, 'size', { value: 26 * 1024 * 1024 });
    await pick(large);
    expect(screen.getByRole('alert')).toHaveTextContent('larger than 25 MB');
    expect(TestingUpload.all).toEqual([]);
  });

  it('renews an expired token and goes on', async () => {
    await open();
    await pick(file('plan.txt'));
    await happens(() =>
      upload().answer(401, { type: '/problems/unauthenticated', title: 'x', status: 401, code: 'token_expired' }),
    );
    await waitFor(() => expect(TestingUpload.all).toHaveLength(2));
    expect(upload(1).headers.Authorization).not.toBe(upload(0).headers.Authorization);
  });

  it('is not there for those who may not', async () => {
    await open([]);
    expect(screen.queryByRole('button', { name: 'Add files' })).toBeNull();
  });
});

describe('a file', () => {
  it('is downloaded with the token and saved under its name', async () => {
    server.on(`GET ${path}/offer/content`, () => answer(200, 'content'));
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    await open();
    await user.click(screen.getByText('offer.txt'));
    await waitFor(() => expect(saved).toEqual(['offer.txt']));
    expect(server.callsTo(`GET ${path}/offer/content`)[0]?.headers.get('Authorization')).toMatch(/^Bearer /);
  });

  it('is deleted at once, and brought back by Undo', async () => {
    server.on(`DELETE ${path}/offer`, () => answer(204));
    server.on(`POST ${path}/offer/restoration`, () => anAttachment('offer'));
    await open();
    await user.click(screen.getByRole('button', { name: 'Delete offer.txt' }));
    await waitFor(() => expect(screen.queryByText('offer.txt')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Files' })).toHaveFocus();
    await pressInNotice('Undo');
    expect(await screen.findByText('offer.txt')).toBeVisible();
  });

  it('says when it could not be deleted', async () => {
    server.on(`DELETE ${path}/offer`, () => problem(403, 'forbidden', 'Only its author can delete it.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'Delete offer.txt' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only its author can delete it.');
  });

  it('that is one of more than a hundred is there too', async () => {
    server.on(`GET ${path}`, ({ query }) =>
      query.get('after') === null
        ? { data: stored, next: 'offer' }
        : { data: [anAttachment('last', { createdAt: '2026-11-21T09:00:00.000Z' })], next: null },
    );
    await open();
    expect(screen.getByText('last.txt')).toBeVisible();
  });

  it('that is a picture is shown, and the next one by an arrow key', async () => {
    const picture = { type: 'image/png', thumbnail: true } as const;
    stored = [anAttachment('one', picture), anAttachment('offer'), anAttachment('two', picture)];
    for (const id of ['one', 'two']) {
      server.on(`GET ${path}/${id}/content`, () => answer(200, id));
      server.on(`GET ${path}/${id}/thumbnail`, () => answer(200, id));
    }
    await open();
    await user.click(screen.getByRole('button', { name: 'Show one.txt' }));
    expect(await screen.findByRole('img', { name: 'one.txt' })).toBeVisible();
    expect(screen.getByText('1 of 2')).toBeVisible();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('img', { name: 'two.txt' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.callsTo(`GET ${path}/one/thumbnail`)[0]?.headers.get('Accept')).toBe('*/*');
  });
});
