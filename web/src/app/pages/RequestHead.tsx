import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program, RequestDetail } from '@/api/types';
import { StatusBadge } from '@/domain/StatusBadge';
import { useGlow } from '@/domain/useGlow';
import { RequestTitle } from '@/features/requests/RequestTitle';
import { RequestViewers } from '@/features/requests/RequestViewers';
import { SaveAsTemplate } from '@/features/requests/SaveAsTemplate';
import { cx } from '@/ui/cx';
import { isFocusLost } from '@/ui/focus';
import { LiveNote } from './LiveNote';
import { NeighbourLinks } from './NeighbourLinks';
import type { Neighbours } from './useNeighbours';

interface Props {
  request: RequestDetail;
  program: Program;
  neighbours: Neighbours | null;
}

/** Which request it is, how it stands, and who else is here. */
export function RequestHead({ request, program, neighbours }: Props) {
  const { t } = useTranslation();
  const head = useRef<HTMLElement>(null);
  const titleGlow = useGlow(request.id, 'title');
  const statusGlow = useGlow(request.id, 'status');
  // Who goes on by keys through a list is at the request then, and nowhere else.
  useEffect(() => {
    if (isFocusLost()) head.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header
      ref={head}
      tabIndex={-1}
      aria-label={t('request.head', { key: request.key, title: request.title })}
      className={cx('-mx-2 flex flex-col gap-1 rounded-md px-2 outline-none', titleGlow ?? statusGlow)}
    >
      <div className="flex min-h-8 items-center gap-2">
        <span className="shrink-0 font-mono text-xs text-ink-3">{request.key}</span>
        <StatusBadge status={request.status} />
        <LiveNote requestId={request.id} program={program} />
        <span className="ml-auto flex shrink-0 items-center gap-2">
          {program.myRole !== 'client' && (
            <RequestViewers requestRef={{ programId: program.id, requestId: request.id }} />
          )}
          <SaveAsTemplate request={request} program={program} />
          {neighbours !== null && <NeighbourLinks programId={program.id} neighbours={neighbours} />}
        </span>
      </div>
      <RequestTitle request={request} />
    </header>
  );
}
