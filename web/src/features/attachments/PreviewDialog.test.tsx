import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import type { Attachment } from '@/api/types';
import { expectAccessible } from '@/testing/axe';
import { renderLive } from '@/testing/renderPage';
import { answer, problem, TestingServer } from '@/testing/TestingServer';
import { anAttachment } from '@/testing/things';
import type { OpenPdf } from './pdfDocument';
import { PreviewDialog } from './PreviewDialog';
import { LARGEST_PDF } from './showable';

const path = '/programs/p1/requests/r1/attachments';
const user = userEvent.setup();
let server: TestingServer;
let saved: string[];

beforeEach(async () => {
  server = new TestingServer();
  saved = [];
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  session.end();
  await session.renew();
});

const picture = (id: string) => anAttachment(id, { name: `${id}.png`, type: 'image/png' });
const aPdfFile = (id: string, size = 1000) => anAttachment(id, { name: `${id}.pdf`, type: 'application/pdf', size });

/** What was opened, and whether it has been given up. */
const read: { content: string; signal: AbortSignal }[] = [];
const openPdf: OpenPdf = async (bytes, signal) => {
  read.push({ content: await bytes.text(), signal });
  const element = document.createElement('p');
  element.textContent = 'words';
  return { pages: 1, draw: () => Promise.resolve({ element, hasText: true }) };
};

function Part({ files, first }: { files: Attachment[]; first: string }) {
  const [shownId, setShownId] = useState<string | null>(null);
  return (
    <main>
      <h1>Files</h1>
      <button onClick={() => setShownId(first)}>Open</button>
      {shownId !== null && (
        <PreviewDialog
          requestRef={{ programId: 'p1', requestId: 'r1' }}
          files={files}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(null)}
          openPdf={openPdf}
        />
      )}
    </main>
  );
}

async function opened(files: Attachment[], first = files[0]?.id ?? ''): Promise<void> {
  read.length = 0;
  renderLive(<Part files={files} first={first} />);
  await user.tab();
  await user.keyboard('{Enter}');
}
const holds = (...files: Attachment[]) => {
  for (const { id } of files) server.on(`GET ${path}/${id}/content`, () => answer(200, id));
};

describe('the window of a file', () => {
  it('has the name of the file, and gives the focus back when it is closed', async () => {
    holds(aPdfFile('offer'));
    await opened([aPdfFile('offer')]);
    expect(screen.getByRole('dialog', { name: 'offer.pdf' })).toHaveFocus();
    expect(await screen.findByText('words')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Next file' })).toBeNull();
    await expectAccessible(screen.getByRole('dialog'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus());
    expect(read[0]?.signal.aborted).toBe(true);
  });

  it('goes round through pictures and documents, by keys and by buttons', async () => {
    const files = [picture('door'), aPdfFile('offer'), picture('wall')];
    holds(...files);
    await opened(files);
    expect(await screen.findByRole('img', { name: 'door.png' })).toBeVisible();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByText('words')).toBeVisible();
    expect(screen.getByText('2 of 3')).toHaveAttribute('aria-live', 'polite');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(await screen.findByRole('img', { name: 'wall.png' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next file' }));
    expect(await screen.findByRole('dialog', { name: 'door.png' })).toBeVisible();
  });

  it('opens each document by itself, and gives up the one before', async () => {
    const files = [aPdfFile('offer'), aPdfFile('terms')];
    holds(...files);
    await opened(files);
    await waitFor(() => expect(read).toHaveLength(1));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(read.map(({ content }) => content)).toEqual(['"offer"', '"terms"']));
    expect(read.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('saves what it has without asking for it again', async () => {
    holds(aPdfFile('offer'));
    await opened([aPdfFile('offer')]);
    await screen.findByText('words');
    await user.click(screen.getByRole('button', { name: 'Download offer.pdf' }));
    expect(saved).toEqual(['offer.pdf']);
    expect(server.callsTo(`GET ${path}/offer/content`)).toHaveLength(1);
  });

  it('says when the file does not come', async () => {
    server.on(`GET ${path}/offer/content`, () => problem(403, 'forbidden', 'It is not shared with you any more.'));
    await opened([aPdfFile('offer')]);
    expect(await screen.findByRole('alert')).toHaveTextContent('It is not shared with you any more.');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('shows a sheet of paper while a document comes, and stops asking when it is closed', async () => {
    let stopped = false;
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      if (!input.includes('/content')) return Promise.reject(new TypeError(input));
      return new Promise((_, fail) => {
        init?.signal?.addEventListener('abort', () => {
          stopped = true;
          fail(new DOMException('aborted', 'AbortError'));
        });
      });
    });
    await opened([aPdfFile('offer')]);
    expect(screen.getByRole('status', { name: 'Opening offer.pdf' })).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(stopped).toBe(true));
  });
});

describe('a document that is too large', () => {
  it('is not fetched before somebody asks for it', async () => {
    const plan = aPdfFile('plan', LARGEST_PDF + 1);
    holds(plan);
    await opened([plan]);
    expect(screen.getByRole('alert')).toHaveTextContent('Documents of more than 15 MB are opened on your device.');
    expect(server.callsTo(`GET ${path}/plan/content`)).toEqual([]);
    await expectAccessible(screen.getByRole('dialog'));
    const [, beside] = screen.getAllByRole('button', { name: 'Download plan.pdf' });
    if (beside !== undefined) await user.click(beside);
    await waitFor(() => expect(saved).toEqual(['plan.pdf']));
    expect(read).toEqual([]);
  });

  it('begins above the limit', async () => {
    const plan = aPdfFile('plan', LARGEST_PDF);
    holds(plan);
    await opened([plan]);
    expect(await screen.findByText('words')).toBeVisible();
  });

  it('says when it can not be downloaded either', async () => {
    const plan = aPdfFile('plan', LARGEST_PDF + 1);
    server.on(`GET ${path}/plan/content`, () => problem(503, 'unavailable', 'The storage does not answer.'));
    await opened([plan]);
    const [first] = screen.getAllByRole('button', { name: 'Download plan.pdf' });
    if (first !== undefined) await user.click(first);
    expect(await screen.findByText('The storage does not answer.')).toBeVisible();
  });
});
