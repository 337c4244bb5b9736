import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys, type Loaded } from '@/api/queries';
import { session } from '@/api/session';
import type { Comment, Program } from '@/api/types';
import { answer, pageOf, session as aSession, TestingServer } from '@/testing/TestingServer';
import { TestingUpload } from '@/testing/TestingUpload';
import { pressInNotice } from '@/testing/notices';
import { renderApp } from '@/testing/renderPage';
import { aComment, aDetail, aMe, aMember, aProgram, aRequest, clara, mara } from '@/testing/things';

const user = userEvent.setup();
const path = '/programs/p1/requests/r2';
const ref = { programId: 'p1', requestId: 'r2' };
let server: TestingServer;
let program: Program;

beforeEach(async () => {
  server = new TestingServer();
  program = aProgram();
  sessionStorage.clear();
  server.on('POST /auth/session/refresh', () => aSession(aMe()));
  server.on('GET /programs', () => pageOf([program]));
  server.on('GET /programs/p1', () => answer(200, program, { 'Docket-Position': 'e:10' }));
  server.on('GET /programs/p1/members', () => ({ data: [aMember(clara, { role: 'client' })] }));
  server.on('GET /programs/p1/requests', () => pageOf([1, 2, 3].map((number) => aRequest(number))));
  for (const number of [1, 2, 3]) {
    const at = `/programs/p1/requests/r${number}`;
    server.on(`GET ${at}`, () => aDetail(aRequest(number, { status: 'draft', creator: clara })));
    server.on(`GET ${at}/comments`, () => pageOf([aComment('c1', { body: 'Any news?' })]));
    server.on(`GET ${at}/attachments`, () => ({ data: [], next: null }));
    server.on(`GET ${at}/history`, () => ({ data: [], next: null }));
    server.on(`GET ${at}/watchers`, () => pageOf([]));
  }
  TestingUpload.install();
  session.end();
  await session.renew();
});

const title = (name: string) => screen.findByRole('heading', { name, level: 1 });

async function open(address = path) {
  const app = await renderApp(address);
  await title('Request 2');
  await screen.findByText('Any news?');
  return app;
}

describe('on the way through a list', () => {
  it('J and K go on in its order, and the focus goes along', async () => {
    sessionStorage.setItem('docket.list.p1', JSON.stringify({ sort: 'number' }));
    const { router } = await open();
    expect(await screen.findByText('2 of 3')).toBeVisible();
    await user.keyboard('j');
    await title('Request 3');
    expect(router.state.location.pathname).toBe('/programs/p1/requests/r3');
    expect(screen.getByRole('button', { name: 'Next in the list' })).toHaveAttribute('aria-disabled', 'true');
    await user.keyboard('k');
    await title('Request 2');
    expect(document.activeElement).not.toBe(document.body);
    expect(server.callsTo('GET /programs/p1/requests')[0]?.query.get('sort')).toBe('number');
  });

  it('an edit that moves the request leaves its neighbours where they were', async () => {
    sessionStorage.setItem('docket.list.p1', '{}');
    const { cache } = await open();
    await screen.findByText('2 of 3');
    server.on('GET /programs/p1/requests', () => pageOf([2, 1, 3].map((number) => aRequest(number))));
    await act(() => cache.refetchQueries({ queryKey: keys.lists('p1') }));
    expect(screen.getByText('2 of 3')).toBeVisible();
  });

  it('nothing is offered to those who did not come from one', async () => {
    await open();
    expect(screen.queryByRole('button', { name: 'Next in the list' })).toBeNull();
  });
});

describe('a comment that comes while one is elsewhere in the stream', () => {
  const arrive = (cache: Awaited<ReturnType<typeof renderApp>>['cache'], comment: Comment) =>
    act(async () => {
      cache.setQueryData(
        keys.comments(ref),
        (old: Loaded<Comment[]> | undefined) => old && { ...old, value: [...old.value, comment] },
      );
      await Promise.resolve();
    });
  const later = '2026-11-20T10:00:00.000Z';

  it('waits behind a word, and is reached by it', async () => {
    const { cache } = await open();
    await arrive(cache, aComment('c2', { body: 'Here it is', createdAt: later }));
    await user.click(await screen.findByRole('button', { name: '1 new comment, by Tom Okafor' }));
    expect(document.activeElement).toBe(document.getElementById('comment-c2'));
  });

  it('is not announced to its author, nor when it was brought back', async () => {
    const { cache } = await open();
    await arrive(cache, aComment('c2', { author: mara, createdAt: later }));
    await arrive(cache, aComment('c0', { createdAt: '2026-11-01T10:00:00.000Z' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3));
    expect(screen.queryByRole('button', { name: /new comment/ })).toBeNull();
  });
});

describe('the page', () => {
  it('leads to the comment that its address names', async () => {
    await open(`${path}#comment-c1`);
    await waitFor(() => expect(screen.getByRole('article')).toHaveFocus());
  });

  it('tells staff which clients will read a comment', async () => {
    await open();
    expect(await screen.findByText('Read by all staff and by Clara Client.')).toBeVisible();
  });

  it('tells clients of the team, and nothing of what is internal', async () => {
    program = aProgram({ myRole: 'client' });
    server.on(`GET ${path}`, () => aDetail(aRequest(2, { creator: clara }), ['comment', 'attach', 'withdraw']));
    await open();
    expect(screen.getByText(/^The team reads it/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/internal|staff|approve|reject|review/i);
    expect(server.callsTo(`GET ${path}/watchers`)).toEqual([]);
  });

  it('takes files anywhere, and lets staff choose for whom', async () => {
    await open();
    const file = new File(['x'], 'a.txt');
    const dataTransfer = { types: ['Files'], files: [file] };
    fireEvent.dragEnter(screen.getByText('Any news?'), { dataTransfer });
    fireEvent.drop(screen.getByText('Drop here for staff only'), { dataTransfer });
    await waitFor(() => expect(TestingUpload.all).toHaveLength(1));
    expect(TestingUpload.all[0]?.url).toBe(`/api/v1${path}/attachments?internal=true`);
    expect(screen.queryByText('Drop here for staff only')).toBeNull();
  });

  it('takes what is pasted where nothing is being written', async () => {
    await open();
    const files = [new File(['x'], 'image.png', { type: 'image/png' })];
    fireEvent.paste(document.body, { clipboardData: { files } });
    await waitFor(() => expect(TestingUpload.all[0]?.url).toBe(`/api/v1${path}/attachments`));
  });

  it('brings a deleted draft back', async () => {
    server.on(`DELETE ${path}`, () => answer(204));
    server.on(`POST ${path}/restoration`, () => aDetail(aRequest(2)));
    const { router } = await open();
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/programs/p1'));
    await pressInNotice('Undo');
    await title('Request 2');
    expect(server.callsTo(`POST ${path}/restoration`)).toHaveLength(1);
  });
});
