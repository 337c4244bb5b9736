import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { commentsQuery } from '@/api/queries';
import type { Comment } from '@/api/types';
import { answer, lost, pageOf, problem, serverFor, type TestingServer } from '@/testing/TestingServer';
import { pressInNotice } from '@/testing/notices';
import { renderLive } from '@/testing/renderPage';
import { aComment, aDetail, aMe, anEvent, aRequest, mara, tom } from '@/testing/things';
import { withComment, withoutComment } from './changed';
import { CommentItem } from './CommentItem';
import { Composer } from './Composer';

const ref = { programId: 'p1', requestId: 'r1' };
const path = '/programs/p1/requests/r1/comments';
const user = userEvent.setup();
let server: TestingServer;
let stored: Comment[];

beforeEach(async () => {
  server = await serverFor();
  stored = [aComment('c1', { author: mara, version: 3, can: { edit: true, delete: true } })];
  server.on(`GET ${path}`, () => answer(200, pageOf(stored), { 'Docket-Position': 'e:10' }));
  let made = 1;
  server.on(`POST ${path}`, ({ body }) => answer(201, aComment(`c${++made}`, { author: mara, ...(body as object) })));
});

function Conversation() {
  const { data = [] } = useQuery(commentsQuery(ref));
  return (
    <>
      <ol>
        {data.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} requestRef={ref} mayDeleteAll={false} mayWrite />
          </li>
        ))}
      </ol>
      <Composer request={aDetail(aRequest(1))} readers="All." />
    </>
  );
}

async function open(me = aMe()) {
  const view = renderLive(<Conversation />, me);
  await screen.findAllByRole('article');
  return view;
}
const box = () => screen.getByRole('textbox', { name: /^Write/ });
const send = (text: string) => user.type(box(), `${text}{Control>}{Enter}{/Control}`);
const sent = () => server.callsTo(`POST ${path}`);
const keys = () => sent().map(({ headers }) => headers.get('Idempotency-Key'));
const choose = async (action: string) => {
  await user.click((await screen.findAllByRole('button', { name: /^Actions/ }))[0] ?? document.body);
  await user.click(screen.getByRole('menuitem', { name: action }));
};

describe('a comment that is sent', () => {
  it('again after its answer got lost is the same one', async () => {
    server.on(`POST ${path}`, lost);
    await open();
    await send('Hello');
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.');
    server.on(`POST ${path}`, () => answer(201, aComment('c2', { author: mara, body: 'Hello' })));
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    expect(await screen.findByText('Hello')).toBeVisible();
    expect(keys()[1]).toBe(keys()[0]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('in the same words as the one before is another one', async () => {
    await open();
    await send('Yes');
    await screen.findByText('Yes');
    await send('Yes');
    await waitFor(() => expect(screen.getAllByText('Yes')).toHaveLength(2));
    expect(new Set(keys()).size).toBe(2);
  });

  it('is not sent twice by keys that are held down', async () => {
    await open();
    await user.type(box(), 'Hello');
    for (let times = 0; times < 3; times++) {
      fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
      await Promise.resolve();
    }
    await screen.findByText('Hello');
    expect(new Set(keys()).size).toBe(1);
  });

  it('is nothing when it is only blank', async () => {
    await open();
    await send('   ');
    expect(sent()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Comment' })).toBeDisabled();
  });

  it.each([
    [403, 'forbidden', 'The program is archived.'],
    [422, 'not-mentionable', 'Clara Client could not read it.'],
    [429, 'too-many', 'Too many tries. Wait a moment, then try again.'],
  ])('and refused by %d stays, and says why', async (status, slug, detail) => {
    server.on(`POST ${path}`, () => problem(status, slug, detail));
    await open();
    await send('Hello');
    expect(await screen.findByRole('alert')).toHaveTextContent(detail);
    expect(box()).toHaveValue('Hello');
  });

  it('by another person of this browser begins empty', async () => {
    const { unmount } = await open();
    await user.type(box(), 'A secret');
    unmount();
    await open(aMe({ ...tom }));
    expect(box()).toHaveValue('');
  });
});

describe('a comment that others change', () => {
  it('is shown as it is now, with a way to what it was', async () => {
    const { tell } = await open();
    const edited = aComment('c1', { author: mara, body: 'New', version: 4, editedAt: '2026-11-20T10:00:00Z' });
    await tell(anEvent(11, 'comment:updated', { comment: edited }, ref));
    expect(await screen.findByText('New')).toBeVisible();
    expect(screen.getByRole('button', { name: 'edited' })).toBeVisible();
  });

  it('does not touch what one writes into it, and is told on saving', async () => {
    server.on(`PATCH ${path}/c1`, ({ body }) =>
      (body as { version: number }).version < 4
        ? problem(409, 'stale-version', 'It was edited elsewhere.')
        : aComment('c1', { author: mara, body: 'Mine', version: 5 }),
    );
    const { tell } = await open();
    await choose('Edit');
    const editor = screen.getByRole('textbox', { name: 'Edit comment' });
    await user.clear(editor);
    await user.type(editor, 'Mine');
    await tell(
      anEvent(11, 'comment:updated', { comment: aComment('c1', { author: mara, body: 'Theirs', version: 4 }) }, ref),
    );
    expect(editor).toHaveValue('Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('It was edited elsewhere.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Mine')).toBeVisible();
  });

  it('by an older event stays as it is', () => {
    const newer = aComment('c1', { body: 'New', version: 4 });
    const held = { at: null, value: [newer] };
    expect(withComment(held, aComment('c1', { body: 'Old', version: 3 }))).toBe(held);
    expect(withComment(undefined, newer)).toBeUndefined();
    expect(withoutComment(undefined, 'c1')).toBeUndefined();
  });
});

describe('a deletion', () => {
  it('that is refused leaves the comment, and says why', async () => {
    server.on(`DELETE ${path}/c1`, () => problem(403, 'forbidden', 'The program is archived.'));
    await open();
    await choose('Delete');
    const comment = within(screen.getByRole('article'));
    expect(await comment.findByRole('alert')).toHaveTextContent('The program is archived.');
    expect(comment.getByText('Comment c1')).toBeVisible();
  });

  it('that can not be undone any more says so', async () => {
    // The menu has closed and given the focus back before the answer comes.
    server.on(`DELETE ${path}/c1`, async () => {
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
      return answer(204);
    });
    server.on(`POST ${path}/c1/restoration`, () => problem(409, 'conflict', 'It was deleted for good.'));
    await open();
    await choose('Delete');
    await waitFor(() => expect(screen.queryByText('Comment c1')).toBeNull());
    await pressInNotice('Undo');
    expect(await screen.findByText('It was deleted for good.')).toBeVisible();
    expect(screen.queryByText('Comment c1')).toBeNull();
  });
});

describe('editing', () => {
  const editor = () => screen.getByRole('textbox', { name: 'Edit comment' });

  it('is left by Escape only while nothing was changed', async () => {
    await open();
    await choose('Edit');
    await user.type(editor(), '!{Escape}');
    expect(editor()).toHaveValue('Comment c1!');
    await user.type(editor(), '{Backspace}{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Edit comment' })).toBeNull();
  });

  it('to the same words asks nobody', async () => {
    await open();
    await choose('Edit');
    await user.type(editor(), '{Control>}{Enter}{/Control}');
    expect(screen.getByText('Comment c1')).toBeVisible();
    expect(server.callsTo(`PATCH ${path}/c1`)).toEqual([]);
  });

  it('says why the earlier texts can not be shown, and shows them then', async () => {
    stored = [aComment('c1', { version: 2, editedAt: '2026-11-20T10:00:00Z' })];
    server.on(`GET ${path}/c1/versions`, () => problem(500, 'internal', 'Resting.'));
    await open();
    await user.click(screen.getByRole('button', { name: 'edited' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Earlier texts' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Resting.');
    const version = { version: 1, body: 'x', html: '<p>First words</p>', writtenAt: '2026-11-20T09:00:00Z' };
    server.on(`GET ${path}/c1/versions`, () => ({ data: [version], next: null }));
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await dialog.findByText('First words')).toBeVisible();
  });
});
