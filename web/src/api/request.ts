import { queryOptions } from '@tanstack/react-query';
import { requestPath, type RequestRef } from './calls';
import { ask, askRaw } from './http';
import { valueOf, type Loaded } from './queries';
import type { Attachment, Comment, CommentVersion, Page, Person, RenderedText, RequestDetail } from './types';

/** What belongs to the page of one request alone: not in events, so that it is read again when one comes for the request. */
export const requestKeys = {
  watchers: ({ programId, requestId }: RequestRef) => ['program', programId, 'watchers', requestId] as const,
  mentionable: ({ programId, requestId }: RequestRef, internal: boolean, q: string) =>
    ['program', programId, 'mentionable', requestId, internal, q] as const,
  versions: ({ programId, requestId }: RequestRef, commentId: string) =>
    ['program', programId, 'versions', requestId, commentId] as const,
  /** The bytes of a file never change, whatever happens in its program. */
  bytes: (attachmentId: string, which: 'content' | 'thumbnail') => ['bytes', attachmentId, which] as const,
};

const commentPath = (ref: RequestRef, commentId: string) => `${requestPath(ref)}/comments/${commentId}`;
const filePath = (ref: RequestRef, attachmentId: string) => `${requestPath(ref)}/attachments/${attachmentId}`;

async function bodyOf<T>(answer: Promise<{ body: T }>): Promise<T> {
  return (await answer).body;
}

export const editComment = (ref: RequestRef, commentId: string, body: string, version: number) =>
  bodyOf(ask<Comment>(commentPath(ref, commentId), { method: 'PATCH', body: { body, version } }));

export const restoreComment = (ref: RequestRef, commentId: string) =>
  bodyOf(ask<Comment>(`${commentPath(ref, commentId)}/restoration`, { method: 'POST' }));

export const restoreAttachment = (ref: RequestRef, attachmentId: string) =>
  bodyOf(ask<Attachment>(`${filePath(ref, attachmentId)}/restoration`, { method: 'POST' }));

export const restoreRequest = (ref: RequestRef) =>
  bodyOf(ask<RequestDetail>(`${requestPath(ref)}/restoration`, { method: 'POST' }));

export const share = (ref: RequestRef, userId: string) =>
  bodyOf(ask<RequestDetail>(`${requestPath(ref)}/participants/${userId}`, { method: 'PUT' }));

export const stopSharing = (ref: RequestRef, userId: string) =>
  bodyOf(ask<undefined>(`${requestPath(ref)}/participants/${userId}`, { method: 'DELETE' }));

export const watch = (ref: RequestRef, on: boolean) =>
  bodyOf(ask<undefined>(`${requestPath(ref)}/watch`, { method: on ? 'PUT' : 'DELETE' }));

const unplaced = <T>(value: T): Loaded<T> => ({ at: null, value });

export const watchersQuery = (ref: RequestRef) =>
  queryOptions({
    queryKey: requestKeys.watchers(ref),
    queryFn: async ({ signal }) =>
      unplaced((await ask<Page<Person>>(`${requestPath(ref)}/watchers`, { query: { limit: 100 }, signal })).body),
    select: valueOf<Page<Person>>,
  });

/** Who can be mentioned: exactly those who will read the comment. */
export const mentionableQuery = (ref: RequestRef, internal: boolean, q: string) =>
  queryOptions({
    queryKey: requestKeys.mentionable(ref, internal, q),
    queryFn: async ({ signal }) => {
      const query = { q, internal: internal ? 'true' : undefined };
      return unplaced((await ask<{ data: Person[] }>(`${requestPath(ref)}/mentionable`, { query, signal })).body.data);
    },
    select: valueOf<Person[]>,
    staleTime: 60_000,
  });

/** What a comment said before each edit, newest first. */
export const versionsQuery = (ref: RequestRef, commentId: string) =>
  queryOptions({
    queryKey: requestKeys.versions(ref, commentId),
    queryFn: async ({ signal }) => {
      const path = `${commentPath(ref, commentId)}/versions`;
      const all: CommentVersion[] = [];
      for (let before: number | null | undefined; before !== null;) {
        const { body } = await ask<{ data: CommentVersion[]; next: number | null }>(path, {
          query: { before, limit: 100 },
          signal,
        });
        all.push(...body.data);
        before = body.next;
      }
      return unplaced(all);
    },
    select: valueOf<CommentVersion[]>,
    staleTime: 0,
  });

/** A small picture of a file, or the file itself: the browser can't send the token along with an address. */
export const bytesQuery = (ref: RequestRef, attachmentId: string, which: 'content' | 'thumbnail') =>
  queryOptions({
    queryKey: requestKeys.bytes(attachmentId, which),
    queryFn: async ({ signal }) =>
      (await askRaw(`${filePath(ref, attachmentId)}/${which}`, { accept: '*/*', signal })).blob(),
    staleTime: Infinity,
    // Whole files are not kept for long once nobody looks at them.
    gcTime: which === 'content' ? 30_000 : 600_000,
    structuralSharing: false,
  });

/** Markdown as HTML that is safe to show, made where all of it is made. */
export const renderMarkdown = (text: string) =>
  bodyOf(ask<RenderedText>('/markdown', { method: 'POST', body: { text } }));
