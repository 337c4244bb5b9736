import { useMutation } from '@tanstack/react-query';
import { Lock, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteComment, type RequestRef } from '@/api/calls';
import type { Comment } from '@/api/types';
import { useMe } from '@/domain/me';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Confirm } from '@/ui/Dialog';

interface Props {
  comment: Comment;
  requestRef: RequestRef;
  /** Managers delete anybody's. Events don't tell what may be done, so that the page does. */
  mayDeleteAll: boolean;
}

export function CommentItem({ comment, requestRef, mayDeleteAll }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({ mutationFn: () => deleteComment(requestRef, comment.id) });
  const { author, internal } = comment;
  const mayDelete = comment.can?.delete ?? (mayDeleteAll || author.id === me.id);

  return (
    <article
      aria-label={t(internal ? 'comments.internalBy' : 'comments.by', { name: author.name })}
      className={cx(
        'group rounded-md border px-3 py-2',
        internal ? 'border-amber/40 border-l-4 border-l-amber bg-amber-soft' : 'border-line bg-surface',
      )}
    >
      <div className="flex min-h-8 items-center gap-2">
        <Avatar id={author.id} name={author.name} />
        <span className="truncate font-medium">{author.name}</span>
        <When at={comment.createdAt} className="shrink-0 text-xs text-ink-3" />
        {internal && (
          <span className="flex items-center gap-1 truncate text-xs font-medium text-amber">
            <Lock size={12} aria-hidden />
            {t('comments.internal')}
            <span className="truncate font-normal max-sm:hidden"> · {t('comments.internalText')}</span>
          </span>
        )}
        {mayDelete && (
          <IconButton
            label={t('comments.delete')}
            className="ml-auto opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
            onClick={() => setAsking(true)}
          >
            <Trash2 size={14} />
          </IconButton>
        )}
      </div>
      <p className="max-w-[72ch] pt-0.5 pb-1 text-[0.9375rem] leading-relaxed whitespace-pre-wrap">{comment.body}</p>
      {remove.error !== null && (
        <p role="alert" className="text-xs text-danger">
          {textOf(remove.error)}
        </p>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('comments.deleteTitle')}
        text={t('comments.deleteText')}
        action={t('comments.delete')}
        cancel={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      />
    </article>
  );
}
