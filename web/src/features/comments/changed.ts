import type { Loaded } from '@/api/queries';
import type { Comment } from '@/api/types';

type Held = Loaded<Comment[]> | undefined;

/** The comments with this one, which came as an answer: its event may have been faster. */
export function withComment(old: Held, comment: Comment): Held {
  if (old === undefined) return old;
  const known = old.value.find(({ id }) => id === comment.id);
  if (known === undefined) return { ...old, value: [...old.value, comment] };
  if (known.version >= comment.version) return old;
  return { ...old, value: old.value.map((other) => (other === known ? comment : other)) };
}

export function withoutComment(old: Held, id: string): Held {
  return old && { ...old, value: old.value.filter((comment) => comment.id !== id) };
}
