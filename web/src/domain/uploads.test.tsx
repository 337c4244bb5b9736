import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import type { Attachment } from '@/api/types';
import { expectAccessible } from '@/testing/axe';
import { renderLive } from '@/testing/renderPage';
import { TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { anAttachment } from '@/testing/things';
import { UploadItem } from './UploadItem';
import { useUploads, withFile, type Uploads } from './useUploads';

const user = userEvent.setup();
/** As the page has them now. */
let latest: Uploads;

beforeEach(async () => {
  new TestingServer();
  TestingUpload.install();
  session.end();
  await session.renew();
});

function Part() {
  const uploads = useUploads({ programId: 'p1', requestId: 'r1' });
  useEffect(() => {
    latest = uploads;
  });
  return (
    <main>
      <h1>Files</h1>
      <ul>
        {uploads.uploads.map((upload) => (
          <UploadItem key={upload.id} upload={upload} of={uploads} />
        ))}
      </ul>
    </main>
  );
}

const file = (name: string, size = 1) => {
  const made = new File(['x'], name);
  Object.defineProperty(made, 'size', { value: size });
  return made;
};

/** What has been stored when all are through. */
async function begin(files: File[], internal = false): Promise<{ stored: Promise<Attachment[]> }> {
  let stored: Promise<Attachment[]> = Promise.resolve([]);
  await act(async () => {
    stored = latest.add(files, internal);
    await Promise.resolve();
  });
  return { stored };
}
const settle = (what: () => void) =>
  act(async () => {
    what();
    await Promise.resolve();
  });
function sent(name: string): TestingUpload {
  const found = TestingUpload.all.findLast((upload) => upload.file?.name === name);
  if (found === undefined) throw new Error(`${name} is not sent`);
  return found;
}
const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);

describe('several files at once', () => {
  it('go up side by side, each with its own progress', async () => {
    renderLive(<Part />);
    await begin([file('a.txt'), file('b.txt')]);
    await settle(() => sent('a.txt').progress(0.25));
    await settle(() => sent('b.txt').progress(0.999));
    expect(screen.getByRole('progressbar', { name: 'Uploading a.txt' })).toHaveValue(0.25);
    expect(rows()).toEqual(['a.txt25 %', 'b.txt100 %']);
    await expectAccessible();
  });

  it('succeed and fail each for itself, and who waits learns what is stored', async () => {
    renderLive(<Part />);
    const { stored } = await begin([file('a.txt'), file('b.txt'), file('c.txt', 26_214_401)]);
    await settle(() => sent('b.txt').answer(415, { type: '/problems/unsupported-type', title: 'x', status: 415 }));
    await settle(() => sent('a.txt').answer(201, anAttachment('a')));
    expect((await stored).map(({ id }) => id)).toEqual(['a']);
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      expect.stringContaining('Files of this type are not taken.'),
      'c.txt is larger than 25 MB.',
    ]);
    await expectAccessible();
  });

  it('are cancelled one by one', async () => {
    renderLive(<Part />);
    const { stored } = await begin([file('a.txt'), file('b.txt')]);
    await user.click(screen.getByRole('button', { name: 'Cancel upload of a.txt' }));
    expect(sent('a.txt').aborted).toBe(true);
    expect(sent('b.txt').aborted).toBe(false);
    expect(rows()).toEqual(['b.txt0 %']);
    await settle(() => sent('b.txt').answer(201, anAttachment('b')));
    expect(await stored).toHaveLength(1);
  });
});

describe('a file', () => {
  it('of exactly 25 MB is sent', async () => {
    renderLive(<Part />);
    await begin([file('film.zip', 25 * 1024 * 1024)]);
    expect(sent('film.zip').aborted).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('for staff is marked as such while it is on its way', async () => {
    renderLive(<Part />);
    await begin([file('costs.xlsx')], true);
    expect(screen.getByRole('img', { name: 'Internal' })).toBeInTheDocument();
    expect(sent('costs.xlsx').url).toMatch(/\?internal=true$/);
  });

  it('that failed begins anew when it is tried again, and can fail again', async () => {
    renderLive(<Part />);
    await begin([file('a.txt')]);
    await settle(() => sent('a.txt').progress(0.8));
    await settle(() => sent('a.txt').onerror?.());
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(TestingUpload.all).toHaveLength(2));
    expect(screen.getByRole('progressbar')).toHaveValue(0);
    await settle(() => sent('a.txt').answer(503, {}));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('that failed is dismissed without being asked about', async () => {
    renderLive(<Part />);
    await begin([file('a.txt', 30_000_000)]);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(rows()).toEqual([]);
  });
});

describe('the list of files', () => {
  const loaded = { at: null, value: [anAttachment('a')] };

  it('takes what was stored, once', () => {
    expect(withFile(loaded, anAttachment('b'))?.value.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(withFile(loaded, anAttachment('a'))).toBe(loaded);
  });

  it('that is not loaded yet will have it by itself', () => {
    expect(withFile(undefined, anAttachment('b'))).toBeUndefined();
  });
});
