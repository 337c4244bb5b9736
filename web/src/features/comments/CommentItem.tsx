import { Link2, Lock, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import type { Comment } from '@/api/types';
import { commentAnchor } from '@/domain/commentAnchor';
import { useMe } from '@/domain/me';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Menu, MenuItem } from '@/ui/Menu';
import { Prose } from '@/ui/Prose';
import { useToast } from '@/ui/Toast';
import { focusNeighbour } from './focusNeighbour';
import { CommentEditor } from './CommentEditor';
import { CommentVersions } from './CommentVersions';
import { useCommentDeletion } from './useCommentDeletion';

interface Props {
  comment: Comment;
  requestRef: RequestRef;
  /** Managers delete anybody's. Events don't tell what may be done, so that the page does. */
  mayDeleteAll: boolean;
  /** Whether comments can be written here at all. */
  mayWrite: boolean;
  /** The one that the address names. */
  marked?: boolean;
}

export function CommentItem({ comment, requestRef, mayDeleteAll, mayWrite, marked = false }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const toast = useToast();
  const me = useMe();
  const article = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState(false);
  const [versions, setVersions] = useState(false);
  const remove = useCommentDeletion(requestRef, comment.id);
  const { author, internal } = comment;
  const own = author.id === me.id;
  const mayEdit = comment.can?.edit ?? (mayWrite && own);
  const mayDelete = comment.can?.delete ?? (mayWrite && (mayDeleteAll || own));

  useLayoutEffect(() => {
    const element = article.current;
    return () => focusNeighbour(element);
  }, []);

  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}#${commentAnchor(comment.id)}`);
    toast(t('comments.linkCopied'));
  };
  const close = () => {
    setEditing(false);
    article.current?.focus();
  };

  return (
    <article
      ref={article}
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      aria-label={t(internal ? 'comments.internalBy' : 'comments.by', { name: author.name })}
      className={cx(
        'group scroll-mt-4 rounded-md border px-3 py-2',
        internal ? 'border-amber/40 border-l-4 border-l-amber bg-amber-soft' : 'border-line bg-surface',
        marked && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      <div className="flex min-h-8 items-center gap-2">
        <Avatar id={author.id} name={author.name} />
        <span className="truncate font-medium">{author.name}</span>
        <When at={comment.createdAt} className="shrink-0 text-xs text-ink-3" />
        {comment.editedAt !== null && (
          <button
            type="button"
            className="shrink-0 rounded text-xs text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink"
            onClick={() => setVersions(true)}
          >
            {t('comments.edited')}
          </button>
        )}
        {internal && (
          <span className="flex min-w-0 items-center gap-1 truncate text-xs font-medium text-amber">
            <Lock size={12} aria-hidden className="shrink-0" />
            {t('comments.internal')}
            <span className="truncate font-normal max-sm:hidden"> · {t('comments.internalText')}</span>
          </span>
        )}
        {!editing && (
          <Menu
            align="end"
            trigger={
              <IconButton
                label={t('comments.actions', { name: author.name })}
                className="-mr-1.5 ml-auto opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
              >
                <MoreHorizontal size={16} />
              </IconButton>
            }
          >
            <MenuItem icon={<Link2 size={14} aria-hidden />} onSelect={() => void copyLink()}>
              {t('comments.copyLink')}
            </MenuItem>
            {mayEdit && (
              <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => setEditing(true)}>
                {t('common.edit')}
              </MenuItem>
            )}
            {mayDelete && (
              <MenuItem danger icon={<Trash2 size={14} aria-hidden />} onSelect={() => remove.mutate()}>
                {t('common.delete')}
              </MenuItem>
            )}
          </Menu>
        )}
      </div>
      {editing ? (
        <CommentEditor comment={comment} requestRef={requestRef} onClose={close} />
      ) : (
        <Prose html={comment.html} className="pt-0.5 pb-1" />
      )}
      {remove.error !== null && (
        <p role="alert" className="text-xs text-danger">
          {textOf(remove.error)}
        </p>
      )}
      {versions && <CommentVersions comment={comment} requestRef={requestRef} onClose={() => setVersions(false)} />}
    </article>
  );
}
