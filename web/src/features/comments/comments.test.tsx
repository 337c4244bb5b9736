import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commentsQuery } from '@/api/queries';
import type { Comment, RequestAction } from '@/api/types';
import { answer, pageOf, problem, TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { aComment, aDetail, anEvent, aRequest, clara, mara, tom } from '@/testing/things';
import { CommentItem } from './CommentItem';
import { Composer } from './Composer';
import { TypingLine } from './TypingLine';

const ref = { programId: 'p1', requestId: 'r1' };
const path = '/programs/p1/requests/r1/comments';
let server: TestingServer;
let stored: Comment[];
const onFiles = vi.fn();
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
      <ol>
        {data.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              comment={comment}
              requestRef={ref}
              mayDeleteAll={false}
              mayWrite={allowed.includes('comment')}
            />
          </li>
        ))}
      </ol>
      <TypingLine requestRef={ref} />
      <Composer request={aDetail(aRequest(1), allowed)} readers="Read by Clara." onFiles={onFiles} />
    </>
  );
}

async function open(allowed: RequestAction[] = ['comment', 'commentInternally']) {
  const view = renderLive(<Conversation allowed={allowed} />);
  await screen.findByRole('article', { name: 'Comment by Tom Okafor' });
  return view;
}

describe('a comment', () => {
  it('is shown by the markup of the server, never by its own', async () => {
    stored = [aComment('c1', { body: '<i>typed</i>', html: '<p><strong>made</strong></p>' })];
    await open();
    expect(screen.getByText('made').tagName).toBe('STRONG');
    expect(screen.queryByText('typed')).toBeNull();
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

  it('is deleted at once by those who may, and brought back by Undo', async () => {
    stored = [
      aComment('c1', { can: { edit: true, delete: true } }),
      aComment('c3', { can: { edit: false, delete: false } }),
    ];
    // The menu has closed and given the focus back before the answer comes.
    server.on(`DELETE ${path}/c1`, async () => {
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
      return answer(204);
    });
    server.on(`POST ${path}/c1/restoration`, () => aComment('c1'));
    renderLive(<Conversation allowed={['comment']} />);
    await choose('Delete');
    await waitFor(() => expect(screen.queryByText('Comment c1')).toBeNull());
    expect(screen.getByRole('article')).toHaveFocus();
    await pressInNotice('Undo');
    expect(await screen.findByText('Comment c1')).toBeVisible();
  });

  it('offers no change to those who may make none', async () => {
    await open([]);
    await user.click(screen.getByRole('button', { name: /^Actions/ }));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Copy link']);
  });

  it('is linked to by its address', async () => {
    await open();
    await choose('Copy link');
    expect(await navigator.clipboard.readText()).toBe(`${location.origin}/#comment-c1`);
  });
});

/** Chooses from what can be done with the first comment. */
async function choose(action: string) {
  const [first] = await screen.findAllByRole('button', { name: /^Actions/ });
  await user.click(first ?? document.body);
  await user.click(screen.getByRole('menuitem', { name: action }));
}

describe("one's own comment", () => {
  const box = () => screen.getByRole('textbox', { name: 'Edit comment' });

  async function edit() {
    stored = [aComment('c1', { body: 'Old **text**', version: 3, can: { edit: true, delete: true } })];
    const view = renderLive(<Conversation allowed={['comment']} />);
    await choose('Edit');
    return view;
  }

  it('is edited with the version that was seen, and keeps the focus', async () => {
    server.on(`PATCH ${path}/c1`, () => aComment('c1', { body: 'New', version: 4, editedAt: '2026-11-20T10:00:00Z' }));
    await edit();
    expect(box()).toHaveValue('Old **text**');
    await user.clear(box());
    await user.type(box(), 'New{Control>}{Enter}{/Control}');
    expect(await screen.findByText('New')).toBeVisible();
    expect(server.callsTo(`PATCH ${path}/c1`)[0]?.body).toEqual({ body: 'New', version: 3 });
    expect(screen.getByRole('article')).toHaveFocus();
  });

  it('shows what it said before', async () => {
    stored = [aComment('c1', { version: 2, editedAt: '2026-11-20T10:00:00Z' })];
    server.on(`GET ${path}/c1/versions`, () => ({
      data: [{ version: 1, body: 'x', html: '<p>The first words</p>', writtenAt: '2026-11-20T09:00:00Z' }],
      next: null,
    }));
    await open();
    await user.click(screen.getByRole('button', { name: 'edited' }));
    expect(await screen.findByText('The first words')).toBeVisible();
  });

  it('that could not be saved stays, also over a reload', async () => {
    server.on(`PATCH ${path}/c1`, () => problem(409, 'stale-version', 'It was edited elsewhere.'));
    const { unmount } = await edit();
    await user.type(box(), '!');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('It was edited elsewhere.');
    unmount();
    await edit();
    expect(box()).toHaveValue('Old **text**!');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('textbox', { name: 'Edit comment' })).toBeNull();
  });
});

describe('a mention', () => {
  beforeEach(() => {
    server.on('GET /programs/p1/requests/r1/mentionable', ({ query }) => ({
      data: query.get('internal') === 'true' ? [mara, tom] : [mara, tom, clara],
    }));
  });
  const names = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

  it('is chosen by a few letters and sent as a link', async () => {
    await open();
    await user.type(screen.getByRole('textbox'), 'Ask @to');
    expect(await screen.findByRole('listbox', { name: 'People' })).toBeVisible();
    await user.keyboard('{ArrowDown}{Enter}please{Control>}{Enter}{/Control}');
    expect(server.callsTo(`POST ${path}`)[0]?.body).toEqual({
      body: `Ask [@${tom.name}](user:${tom.id}) please`,
      internal: false,
    });
  });

  it('in an internal comment is of staff alone', async () => {
    await open();
    await user.click(screen.getByRole('checkbox'));
    await user.type(screen.getByRole('textbox'), '@');
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    expect(names().join()).not.toContain(clara.name);
  });

  it('that was begun by mistake is left by Escape, and the text stays', async () => {
    await open();
    await user.type(screen.getByRole('textbox'), 'a @');
    await screen.findByRole('listbox');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(screen.getByRole('textbox')).toHaveValue('a @');
  });
});

describe('a comment that is written', () => {
  it('can be looked at before, as the server makes it', async () => {
    server.on('POST /markdown', ({ body }) => ({ html: `<p>made of ${(body as { text: string }).text}</p>` }));
    await open();
    await user.type(screen.getByRole('textbox'), '*x*');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('made of *x*')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Write' }));
    expect(screen.getByRole('textbox')).toHaveValue('*x*');
  });

  it('for staff comes back after a reload for staff, not for all', async () => {
    const { unmount } = await open();
    await user.click(screen.getByRole('checkbox'));
    await user.type(screen.getByRole('textbox'), 'Secret');
    unmount();
    await open();
    expect(screen.getByRole('textbox', { name: 'Write an internal comment' })).toHaveValue('Secret');
  });

  it('takes pasted pictures for the same readers', async () => {
    await open();
    await user.click(screen.getByRole('checkbox'));
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { files: [picture] } });
    expect(onFiles).toHaveBeenCalledWith([picture], true);
  });

  it('that is too long is not cut but can not be sent', async () => {
    await open();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'x'.repeat(5001) } });
    expect(screen.getByText('5001 of 5000 characters')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Comment' })).toBeDisabled();
  });

  it('says who will read it', async () => {
    await open();
    expect(screen.getByText('Read by Clara.')).toBeVisible();
    await user.click(screen.getByRole('checkbox'));
    expect(screen.queryByText('Read by Clara.')).toBeNull();
    expect(screen.getByText('Clients never see this comment.')).toBeVisible();
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
