import type { Mentions } from '@/api/dashboard';
import type { Mention } from '@/api/types';
import type { LiveEvent } from '@/live/events';

/** What is not to be read any more goes at once, and titles change in place. What is new, the server says soon after. */
export function applyToMentions(mentions: Mentions, event: LiveEvent, meId: string): Mentions {
  const data = mentions.data.flatMap((mention) => {
    const after = changed(mention, event, meId);
    return after === undefined ? [] : [after];
  });
  const same = data.length === mentions.data.length && data.every((mention, index) => mention === mentions.data[index]);
  return same ? mentions : { ...mentions, data };
}

function changed(mention: Mention, event: LiveEvent, meId: string): Mention | undefined {
  switch (event.event) {
    case 'comment:deleted':
      return mention.commentId === event.data.commentId ? undefined : mention;
    case 'comment:updated': {
      const { id, mentions } = event.data.comment;
      return mention.commentId === id && !mentions.some((person) => person.id === meId) ? undefined : mention;
    }
    case 'request:deleted':
      return mention.request.requestId === event.data.request.id ? undefined : mention;
    case 'request:updated': {
      const { id, title } = event.data.request;
      return mention.request.requestId === id && mention.request.title !== title
        ? { ...mention, request: { ...mention.request, title } }
        : mention;
    }
    case 'member:removed':
      return event.data.userId === meId && mention.request.programId === event.programId ? undefined : mention;
    default:
      return mention;
  }
}
