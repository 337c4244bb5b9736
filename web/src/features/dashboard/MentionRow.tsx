import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mention } from '@/api/types';
import { commentAnchor } from '@/domain/commentAnchor';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { WHOLE_ROW } from './row';

/** Leads to the comment. */
export const MentionRow = memo(function MentionRow({ mention }: { mention: Mention }) {
  const { t } = useTranslation();
  const { author, request, internal } = mention;
  return (
    <li className="relative flex gap-3 border-b border-line px-2 py-2 hover:bg-hover">
      <Avatar id={author.id} name={author.name} />
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="truncate font-medium">{author.name}</span>
          {internal && (
            <span className="flex shrink-0 items-center gap-1 text-xs font-medium text-amber">
              <Lock size={12} aria-hidden />
              {t('comments.internal')}
            </span>
          )}
          <When at={mention.createdAt} className="ml-auto shrink-0 text-xs whitespace-nowrap text-ink-3" />
        </p>
        <Link
          data-step
          to="/programs/$programId/requests/$requestId"
          params={{ programId: request.programId, requestId: request.requestId }}
          hash={commentAnchor(mention.commentId)}
          className={`line-clamp-2 wrap-anywhere ${WHOLE_ROW}`}
        >
          {mention.excerpt}
        </Link>
        <p className="flex min-w-0 items-center gap-1.5 text-xs text-ink-3">
          <span className="shrink-0 font-mono">{request.key}</span>
          <span className="truncate">{request.title}</span>
        </p>
      </div>
    </li>
  );
});
