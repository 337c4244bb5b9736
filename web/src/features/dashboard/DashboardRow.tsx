import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Request } from '@/api/types';
import { DueDate } from '@/domain/DueDate';
import { StatusBadge } from '@/domain/StatusBadge';
import { useGlow } from '@/domain/useGlow';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { cx } from '@/ui/cx';
import { WHOLE_ROW } from './row';

interface Props {
  request: Request;
  /** Its name; undefined while the programs are loading. */
  program: string | undefined;
  /** Narrow: time instead of due date and assignee. */
  brief: boolean;
}

export const DashboardRow = memo(function DashboardRow({ request, program, brief }: Props) {
  const glow = useGlow(request.id);
  return (
    <li className={cx('relative flex items-center gap-3 border-b border-line px-2 py-2 hover:bg-hover', glow)}>
      <div className="min-w-0 flex-1">
        <Link
          data-step
          to="/programs/$programId/requests/$requestId"
          params={{ programId: request.programId, requestId: request.id }}
          className={`block truncate ${WHOLE_ROW}`}
        >
          {request.title}
        </Link>
        <p className="flex min-w-0 items-center gap-1.5 text-xs text-ink-3">
          <span className="shrink-0 font-mono">{request.key}</span>
          {program !== undefined && <span className="truncate">{program}</span>}
          <span className="ml-auto shrink-0 sm:hidden">
            {brief ? <When at={request.updatedAt} /> : <DueDate request={request} />}
          </span>
        </p>
      </div>
      {!brief && (
        <span className="hidden w-28 shrink-0 text-right text-xs text-ink-2 sm:block">
          <DueDate request={request} />
        </span>
      )}
      <span className="flex w-24 shrink-0 justify-end sm:w-26">
        <StatusBadge status={request.status} />
      </span>
      {brief ? (
        <When
          at={request.updatedAt}
          className="w-20 max-sm:hidden shrink-0 text-right text-xs whitespace-nowrap text-ink-3"
        />
      ) : (
        <span className="hidden w-5 shrink-0 sm:block" title={request.assignee?.name}>
          {request.assignee && (
            <>
              <Avatar id={request.assignee.id} name={request.assignee.name} />
              <span className="sr-only">{request.assignee.name}</span>
            </>
          )}
        </span>
      )}
    </li>
  );
});
