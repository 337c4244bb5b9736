import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serverFor } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { anAttachment } from '@/testing/things';
import { Problem, Unreachable } from './problem';
import { session } from './session';
import { uploadAttachment } from './upload';

const file = new File(['plan'], 'plan.pdf', { type: 'application/pdf' });
const path = '/programs/p1/requests/r1';
const onProgress = vi.fn();
let stop: AbortController;

beforeEach(async () => {
  await serverFor();
  TestingUpload.install();
  onProgress.mockClear();
  stop = new AbortController();
});

const begin = (internal = false) => uploadAttachment(path, { file, internal, signal: stop.signal, onProgress });
const sent = async (which = 0) => {
  await vi.waitFor(() => expect(TestingUpload.all.length).toBeGreaterThan(which));
  return TestingUpload.all[which] ?? expect.fail('nothing was sent');
};
const document = (slug: string, more: object = {}) => ({ type: `/problems/${slug}`, title: slug, ...more });

describe('a file on its way up', () => {
  it('says who sends it, tells how far it is, and becomes what the server made of it', async () => {
    const upload = begin(true);
    const call = await sent();
    expect(call.url).toBe(`/api/v1${path}/attachments?internal=true`);
    expect(call.headers).toMatchObject({ Authorization: `Bearer ${session.token}`, Accept: 'application/json' });
    expect(call.file?.name).toBe('plan.pdf');
    call.progress(0.25);
    expect(onProgress).toHaveBeenLastCalledWith(0.25);
    call.answer(201, anAttachment('a1'));
    expect(await upload).toEqual(anAttachment('a1'));
  });

  it('tells nothing of a way whose length is not known', async () => {
    void begin().catch(() => undefined);
    (await sent()).upload.onprogress?.({ lengthComputable: false, loaded: 1, total: 0 });
    expect(onProgress).not.toHaveBeenCalled();
  });

  it('is sent again with a new token when the old one expired on the way', async () => {
    const upload = begin();
    const before = session.token;
    (await sent()).answer(401, document('unauthenticated', { code: 'token_expired' }));
    const again = await sent(1);
    expect(again.headers.Authorization).not.toBe(`Bearer ${before}`);
    again.answer(201, anAttachment('a1'));
    expect((await upload).id).toBe('a1');
  });

  it('of somebody who was deactivated ends the session and is not sent again', async () => {
    const upload = begin();
    (await sent()).answer(401, document('unauthenticated', { code: 'user_inactive' }));
    await expect(upload).rejects.toBeInstanceOf(Problem);
    expect(session.state).toEqual({ status: 'out', reason: 'inactive' });
    expect(TestingUpload.all).toHaveLength(1);
  });

  it.each([
    [413, 'quota-reached'],
    [415, 'unsupported-type'],
    [507, 'storage-full'],
  ])('may be refused by %d', async (status, slug) => {
    const upload = begin();
    (await sent()).answer(status, document(slug, { detail: 'In words.' }));
    await expect(upload).rejects.toMatchObject({ status, slug, message: 'In words.' });
  });

  it('may meet a proxy behind which there is no server, or that lets no such file through', async () => {
    const answered = async (status: number, text: string) => {
      TestingUpload.install();
      const upload = begin().catch((error: unknown) => error);
      const call = await sent();
      call.status = status;
      call.responseText = text;
      call.onload?.();
      return upload;
    };
    expect(await answered(502, '<h1>Bad gateway</h1>')).toBeInstanceOf(Unreachable);
    expect(await answered(413, '<h1>Too large</h1>')).toMatchObject({ status: 413, hasWords: false });
    expect(await answered(201, 'no JSON')).toBeInstanceOf(Unreachable);
  });

  it('may lose the network', async () => {
    const upload = begin();
    (await sent()).onerror?.();
    await expect(upload).rejects.toBeInstanceOf(Unreachable);
  });

  it('can be stopped, and then does not begin anew', async () => {
    const upload = begin();
    const call = await sent();
    stop.abort();
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' });
    expect(call.aborted).toBe(true);
    await expect(begin()).rejects.toMatchObject({ name: 'AbortError' });
    expect(TestingUpload.all[1]?.url ?? '').toBe('');
  });
});
