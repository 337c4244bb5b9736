import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { commentsQuery } from '@/api/queries';
import type { Comment, RequestAction } from '@/api/types';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aComment, aDetail, anEvent, aRequest, mara } from '@/testing/things';
import { CommentItem } from './CommentItem';
import { Composer } from './Composer';
import { TypingLine } from './TypingLine';

const ref = { programId: 'p1', requestId: 'r1' };
const path = '/programs/p1/requests/r1/comments';
let server: TestingServer;
let stored: Comment[];
const user = userEvent.setup();

beforeEach(() => {
  server = new TestingServer();
  stored = [aComment('c1', { body: 'First <b>words</b>\nsecond line' })];
  server.on(`GET ${path}`, () => answer(200, pageOf(stored), { 'Docket-Position': 'e:10' }));
  server.on(`POST ${path}`, ({ body }) => answer(201, aComment('c2', { author: mara, ...(body as object) })));
});

function Conversation({ allowed }: { allowed: RequestAction[] }) {
  const { data = [] } = useQuery(commentsQuery(ref));
  return (
    <>
      {data.map((comment) => (
        <CommentItem key={comment.id} comment={comment} requestRef={ref} mayDeleteAll={false} />
      ))}
      <TypingLine requestRef={ref} />
      <Composer request={aDetail(aRequest(1), allowed)} />
    </>
  );
}

async function open(allowed: RequestAction[] = ['comment', 'commentInternally']) {
  const view = renderLive(<Conversation allowed={allowed} />);
  await screen.findByRole('article', { name: 'Comment by Tom Okafor' });
  return view;
}

describe('a comment', () => {
  it('is shown as it was written, never as markup', async () => {
    await open();
    expect(screen.getByText(/First <b>words<\/b>/)).toBeVisible();
    expect(document.querySelector('b')).toBeNull();
  });

  it('is sent by Ctrl+Enter and shown once, although its event comes too', async () => {
    const { tell } = await open();
    await user.keyboard('c');
    await user.keyboard('  Hello{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Hello')).toBeVisible();
    await tell(
      anEvent(11, 'comment:added', { comment: aComment('c2', { body: 'Hello', author: mara }) }, { ...ref, by: mara }),
    );
    expect(screen.getAllByText('Hello')).toHaveLength(1);
    expect(server.callsTo(`POST ${path}`)[0]?.body).toEqual({ body: 'Hello', internal: false });
    expect(screen.getByRole('textbox', { name: 'Write a comment' })).toHaveValue('');
  });

  it('that is internal says so while it is written and afterwards', async () => {
    await open();
    await user.click(screen.getByRole('checkbox', { name: 'Internal: only staff see it' }));
    await user.type(screen.getByRole('textbox', { name: 'Write an internal comment' }), 'Psst');
    expect(screen.getByText('Clients never see this comment.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Comment internally' }));
    const comment = await screen.findByRole('article', { name: 'Internal comment by Mara Lindqvist' });
    expect(within(comment).getByText(/^Internal/)).toBeVisible();
    expect(server.callsTo(`POST ${path}`)[0]?.body).toEqual({ body: 'Psst', internal: true });
  });

  it('can not be internal for a client', async () => {
    await open(['comment']);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('is replaced by the reason for those who may not write', async () => {
    await open([]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Only a program manager can comment.')).toBeVisible();
  });

  it('that could not be sent stays, also over a reload', async () => {
    server.on(`POST ${path}`, () => problem(500, 'internal', 'Not now.'));
    const { unmount } = await open();
    await user.type(screen.getByRole('textbox'), 'Precious');
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now.');
    unmount();
    await open();
    expect(screen.getByRole('textbox')).toHaveValue('Precious');
  });

  it('by somebody else appears and goes', async () => {
    const { tell } = await open();
    await tell(anEvent(11, 'comment:added', { comment: aComment('c9', { body: 'From afar' }) }, ref));
    expect(await screen.findByText('From afar')).toBeVisible();
    await tell(anEvent(12, 'comment:deleted', { commentId: 'c9' }, ref));
    await waitFor(() => expect(screen.queryByText('From afar')).toBeNull());
  });

  it('is deleted after asking, by those who may', async () => {
    stored = [
      aComment('c1', { can: { edit: true, delete: true } }),
      aComment('c3', { can: { edit: false, delete: false } }),
    ];
    server.on(`DELETE ${path}/c1`, () => answer(204));
    renderLive(<Conversation allowed={['comment']} />);
    await user.click(await screen.findByRole('button', { name: 'Delete comment' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete comment' }));
    expect(server.callsTo(`DELETE ${path}/c1`)).toHaveLength(1);
  });
});

describe('while somebody writes', () => {
  async function live() {
    const view = await open();
    act(() => {
      view.socket.accept();
      view.socket.tell('live:ready', { positions: {} });
    });
    const typing = () =>
      view.socket.sent.filter(([event]) => event === 'presence:typing').map(([, message]) => message);
    const show = (...names: string[]) =>
      act(() =>
        view.socket.tell('presence:changed', {
          ...ref,
          people: names.map((name) => ({ userId: name, name, typing: true })),
          total: names.length,
        }),
      );
    return { typing, show };
  }

  it('the others are told, and when the comment is sent', async () => {
    const { typing } = await live();
    await user.type(screen.getByRole('textbox'), 'H');
    expect(typing()).toEqual([{ requestId: 'r1', internal: false }]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(typing().at(-1)).toEqual({ requestId: 'r1', internal: false, typing: false });
  });

  it('the others are told that it is not for clients any more', async () => {
    const { typing } = await live();
    await user.type(screen.getByRole('textbox'), 'Hel');
    await user.click(screen.getByRole('checkbox'));
    expect(typing().at(-1)).toEqual({ requestId: 'r1', internal: false, typing: false });
    await user.type(screen.getByRole('textbox'), 'lo');
    expect(typing().at(-1)).toEqual({ requestId: 'r1', internal: true });
  });

  it('the others are told when it is given up', async () => {
    const { typing } = await live();
    await user.type(screen.getByRole('textbox'), 'H{Backspace}');
    expect(typing().at(-1)).toMatchObject({ typing: false });
  });

  it('one sees who it is, and that it is over', async () => {
    const { show } = await live();
    show('Tom');
    expect(screen.getByText('Tom is typing …')).toBeVisible();
    expect(screen.getByText('Tom is typing …').closest('[aria-live]')).toHaveAttribute('aria-live', 'polite');
    show('Tom', 'Clara');
    expect(screen.getByText('Tom and Clara are typing …')).toBeVisible();
    show('Tom', 'Clara', 'Mike');
    expect(screen.getByText('3 people are typing …')).toBeVisible();
    show();
    expect(screen.queryByText(/typing/)).toBeNull();
  });
});
