import { Link } from '@tanstack/react-router';
import { ListChecks, MessageSquare, Paperclip } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, Request } from '@/api/types';
import { DueDate } from '@/domain/DueDate';
import { PersonName } from '@/domain/PersonName';
import { PriorityMark, StatusBadge } from '@/domain/StatusBadge';
import { When } from '@/domain/When';
import { usePulse } from '@/live/react';
import { Avatar, hueOf } from '@/ui/Avatar';
import { cx } from '@/ui/cx';

const LINK =
  'truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent';

export const RequestRow = memo(function RequestRow({ request }: { request: Request }) {
  const { t } = useTranslation();
  const by = usePulse(request.id);
  return (
    <article className={rowLook(by, 'h-full items-center gap-3 sm:px-6')}>
      <span className="w-20 shrink-0 truncate font-mono text-xs text-ink-3">{request.key}</span>
      <span className="w-24 shrink-0">
        <StatusBadge status={request.status} />
      </span>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <Title request={request} />
        <Counts request={request} />
        {by !== null && <span className="sr-only">{t('list.changedBy', { name: by.name })}</span>}
      </span>
      <span className="flex w-20 shrink-0">
        <PriorityMark priority={request.priority} />
      </span>
      <span className="hidden w-36 shrink-0 text-ink-2 lg:flex">
        {request.assignee && <PersonName person={request.assignee} />}
      </span>
      <span className="hidden w-30 shrink-0 text-ink-2 lg:flex">
        <DueDate request={request} />
      </span>
      <When at={request.updatedAt} className="w-24 shrink-0 text-right whitespace-nowrap text-ink-3" />
    </article>
  );
});

export const RequestCard = memo(function RequestCard({ request }: { request: Request }) {
  const { t } = useTranslation();
  const by = usePulse(request.id);
  return (
    <article className={rowLook(by, 'h-full flex-col justify-center gap-1.5')}>
      <div className="flex items-center gap-2 text-xs text-ink-3">
        <span className="font-mono">{request.key}</span>
        <StatusBadge status={request.status} />
        <span className="ml-auto">
          <When at={request.updatedAt} />
        </span>
      </div>
      <div className="flex min-w-0 text-[0.9375rem]">
        <Title request={request} />
        {by !== null && <span className="sr-only">{t('list.changedBy', { name: by.name })}</span>}
      </div>
      <div className="flex items-center gap-3 text-xs text-ink-2">
        <PriorityMark priority={request.priority} />
        <DueDate request={request} />
        <Counts request={request} />
        {request.assignee && (
          <span className="ml-auto">
            <Avatar id={request.assignee.id} name={request.assignee.name} />
            <span className="sr-only">{request.assignee.name}</span>
          </span>
        )}
      </div>
    </article>
  );
});

const rowLook = (by: Person | null, look: string) =>
  cx('relative flex border-b border-line px-4 hover:bg-hover', look, by && `glow ${hueOf(by.id)}`);

const Title = ({ request }: { request: Request }) => (
  <Link
    to="/programs/$programId/requests/$requestId"
    params={{ programId: request.programId, requestId: request.id }}
    className={LINK}
    title={request.title}
  >
    {request.title}
  </Link>
);

function Counts({ request }: { request: Request }) {
  const { t } = useTranslation();
  return (
    <span className="flex shrink-0 items-center gap-2 text-xs text-ink-3 tabular-nums">
      <Progress request={request} />
      {request.commentCount > 0 && (
        <span className="flex items-center gap-0.5" title={t('list.comments', { count: request.commentCount })}>
          <MessageSquare size={12} aria-hidden />
          {request.commentCount}
        </span>
      )}
      {request.attachmentCount > 0 && (
        <span className="flex items-center gap-0.5" title={t('list.files', { count: request.attachmentCount })}>
          <Paperclip size={12} aria-hidden />
          {request.attachmentCount}
        </span>
      )}
    </span>
  );
}

/** How far all checklists of a request are, together. */
function Progress({ request }: { request: Request }) {
  const { t } = useTranslation();
  const lists = Object.values(request.checklists);
  const total = lists.reduce((sum, list) => sum + list.total, 0);
  const checked = lists.reduce((sum, list) => sum + list.checked, 0);
  if (total === 0) return null;
  return (
    <span
      className={cx('flex items-center gap-0.5', checked === total && 'text-green')}
      title={t('list.checked', { checked, total })}
    >
      <ListChecks size={12} aria-hidden />
      <span aria-hidden>
        {checked}/{total}
      </span>
      <span className="sr-only">{t('list.checked', { checked, total })}</span>
    </span>
  );
}
