import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { programQuery, requestQuery } from '@/api/queries';
import type { Program, RequestDetail } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { StatusBadge } from '@/domain/StatusBadge';
import { useGlow } from '@/domain/useGlow';
import { Attachments } from '@/features/attachments/Attachments';
import { LifeCycle } from '@/features/requests/LifeCycle';
import { RequestDescription } from '@/features/requests/RequestDescription';
import { RequestFields } from '@/features/requests/RequestFields';
import { RequestProperties } from '@/features/requests/RequestProperties';
import { RequestTitle } from '@/features/requests/RequestTitle';
import { RequestViewers } from '@/features/requests/RequestViewers';
import { usePulse } from '@/live/react';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/states';
import { useMediaQuery } from '@/ui/useMediaQuery';
import { Stream } from './Stream';

const route = getRouteApi('/inside/programs/$programId/requests/$requestId');

export function RequestPage() {
  const ref = route.useParams();
  const request = useQuery(requestQuery(ref));
  const program = useQuery(programQuery(ref.programId));
  const error = request.error ?? program.error;
  if (request.data && program.data)
    return <LoadedRequest key={request.data.id} request={request.data} program={program.data} />;
  if (error !== null) {
    const retry = () => {
      void request.refetch();
      void program.refetch();
    };
    return <LoadError error={error} onRetry={retry} />;
  }
  return <Loading />;
}

function LoadedRequest({ request, program }: { request: RequestDetail; program: Program }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wide = useMediaQuery('(width >= 64rem)');
  const by = usePulse(request.id);
  const titleGlow = useGlow(request.id, 'title');
  const statusGlow = useGlow(request.id, 'status');
  const mayDeleteAll = program.myRole === 'manager';
  const leave = () => void navigate({ to: '/programs/$programId', params: { programId: program.id } });

  return (
    <div className="flex h-full flex-col lg:flex-row">
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 pt-5 pb-10 sm:px-8">
          <header className={cx('-mx-2 flex flex-col gap-1 rounded-md px-2', titleGlow ?? statusGlow)}>
            <div className="flex min-h-6 items-center gap-2">
              <span className="font-mono text-xs text-ink-3">{request.key}</span>
              <StatusBadge status={request.status} />
              {by !== null && (
                <span role="status" className="truncate text-xs text-ink-3">
                  {t('list.changedBy', { name: by.name })}
                </span>
              )}
              {program.myRole !== 'client' && (
                <RequestViewers requestRef={{ programId: program.id, requestId: request.id }} />
              )}
            </div>
            <RequestTitle request={request} />
          </header>
          {request.status === 'rejected' && request.rejectionReason !== null && (
            <section className="rounded-md border-l-4 border-red bg-red-soft px-3 py-2">
              <h2 className="text-xs font-medium text-red">{t('requests.rejectedBecause')}</h2>
              <p className="whitespace-pre-wrap">{request.rejectionReason}</p>
            </section>
          )}
          {!wide && (
            <section aria-label={t('requests.state')} className="border-y border-line py-3">
              <RequestProperties request={request} />
            </section>
          )}
          <RequestDescription request={request} />
          <RequestFields request={request} program={program} />
          <Attachments request={request} mayDeleteAll={mayDeleteAll} />
          <Stream request={request} mayDeleteAll={mayDeleteAll} />
        </div>
      </div>
      {wide ? (
        <aside
          aria-label={t('requests.state')}
          className="w-72 shrink-0 overflow-y-auto border-l border-line px-5 py-5"
        >
          <div className="mb-5 border-b border-line pb-5">
            <LifeCycle request={request} program={program} look="panel" onDeleted={leave} />
          </div>
          <RequestProperties request={request} />
        </aside>
      ) : (
        request.status !== 'completed' && (
          <div className="shrink-0 border-t border-line bg-surface px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
            <LifeCycle request={request} program={program} look="bar" onDeleted={leave} />
          </div>
        )
      )}
    </div>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      aria-label={t('common.loading')}
      className="mx-auto flex max-w-3xl flex-col gap-5 px-4 pt-6 sm:px-8"
    >
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
