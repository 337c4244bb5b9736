import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import type { RequestAction } from '@/api/types';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { renderLive } from '@/testing/renderPage';
import { aDetail, anAttachment, anEvent, aRequest } from '@/testing/things';
import { Attachments } from './Attachments';

const path = '/programs/p1/requests/r1/attachments';
let server: TestingServer;
const user = userEvent.setup();
const file = (name: string, content = 'x') => new File([content], name, { type: 'text/plain' });

beforeEach(async () => {
  server = new TestingServer();
  server.on(`GET ${path}`, () =>
    answer(200, { data: [anAttachment('offer', { can: { delete: true } })] }, { 'Docket-Position': 'e:10' }),
  );
  TestingUpload.install();
  session.end();
  await session.renew();
});

async function open(allowed: RequestAction[] = ['attach', 'commentInternally']) {
  const view = renderLive(<Attachments request={aDetail(aRequest(1), allowed)} mayDeleteAll={false} />);
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

  it('that is refused says why, until it is dismissed', async () => {
    await open();
    await pick(file('virus.exe'));
    await happens(() =>
      upload().answer(415, { type: '/problems/unsupported-type', title: 'x', detail: 'Not this type.' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Not this type.');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('virus.exe')).toBeNull();
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

  it('begins by dropping files', async () => {
    await open();
    const area = screen.getByRole('region', { name: 'Files' });
    const dataTransfer = { types: ['Files'], files: [file('a.txt'), file('b.txt')] };
    fireEvent.dragOver(area, { dataTransfer });
    await happens(() => fireEvent.drop(area, { dataTransfer }));
    expect(TestingUpload.all.map((each) => each.file?.name)).toEqual(['a.txt', 'b.txt']);
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
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    await open();
    await user.click(screen.getByText('offer.txt'));
    await waitFor(() => expect(saved).toEqual(['offer.txt']));
    expect(server.callsTo(`GET ${path}/offer/content`)[0]?.headers.get('Authorization')).toMatch(/^Bearer /);
  });

  it('is deleted after asking, and says when that failed', async () => {
    server.on(`DELETE ${path}/offer`, () => problem(403, 'forbidden', 'Only its author can delete it.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'Delete offer.txt' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only its author can delete it.');
  });
});
