import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilterX, Inbox, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestListQuery, type RequestFilter } from '@/api/queries';
import type { Program, Request } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Button } from '@/ui/Button';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { useShortcut } from '@/ui/useShortcut';
import { CreateRequestDialog } from './CreateRequestDialog';
import { RequestFilters } from './RequestFilters';
import { RequestRows } from './RequestRows';

interface Props {
  program: Program;
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}

/** The requests of a program, live. What changes with every event is apart from what people type into. */
export function RequestList({ program, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const mayCreate = program.can.createRequest;
  useShortcut('n', () => setCreating(true), mayCreate);

  const open = (requestId: string) =>
    void navigate({ to: '/programs/$programId/requests/$requestId', params: { programId: program.id, requestId } });

  return (
    <div className="flex h-full flex-col">
      <RequestFilters
        program={program}
        filter={filter}
        onFilter={onFilter}
        total={<Total program={program} filter={filter} />}
      >
        {(mayCreate || program.cannot.createRequest !== undefined) && (
          <Button
            variant="primary"
            icon={<Plus size={16} aria-hidden />}
            reason={mayCreate ? undefined : program.cannot.createRequest}
            shortcut="N"
            className="pointer-coarse:h-10"
            onClick={() => setCreating(true)}
          >
            <span className="max-sm:sr-only">{t('requests.create')}</span>
          </Button>
        )}
      </RequestFilters>
      <Rows key={JSON.stringify(filter)} program={program} filter={filter} onFilter={onFilter} />
      {creating && (
        <CreateRequestDialog
          program={program}
          onClose={() => setCreating(false)}
          onCreated={(request) => open(request.id)}
        />
      )}
    </div>
  );
}

function Total({ program, filter }: Pick<Props, 'program' | 'filter'>) {
  const { t } = useTranslation();
  const { data: total } = useInfiniteQuery({
    ...requestListQuery(program.id, filter),
    select: ({ pages }) => pages.at(-1)?.value.pagination.total,
  });
  return total !== undefined && t('list.total', { count: total });
}

function Rows({ program, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(requestListQuery(program.id, filter));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const pages = list.data?.pages;
  const rows = useMemo(() => distinct(pages?.flatMap((page) => page.value.data) ?? []), [pages]);
  // Whoever types goes before what others change; the first rows wait for nobody.
  const deferred = useDeferredValue(rows);
  const shown = deferred.length === 0 ? rows : deferred;
  const loadMore = useMemo(
    () => (hasNextPage && !isFetchingNextPage && !isFetchNextPageError ? () => void fetchNextPage() : undefined),
    [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage],
  );
  const narrowed = Boolean(filter.status ?? filter.priority ?? filter.assignee ?? filter.q);
  const mayCreate = program.can.createRequest;

  if (list.isPending) return <SkeletonRows label={t('common.loading')} rows={12} />;
  if (list.data === undefined) return <LoadError error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Inbox size={28} strokeWidth={1.5} aria-hidden />}
        title={narrowed ? t('list.noMatchTitle') : t('list.emptyTitle')}
        text={narrowed ? t('list.noMatchText') : mayCreate ? t('list.emptyText') : t('list.emptyReadOnly')}
      >
        {narrowed && (
          <Button icon={<FilterX size={16} aria-hidden />} onClick={() => onFilter({ sort: filter.sort })}>
            {t('list.clear')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <RequestRows rows={shown} loadMore={loadMore} loading={isFetchingNextPage} />
      {isFetchNextPageError && (
        <p role="alert" className="flex items-center justify-center gap-3 border-t border-line px-4 py-2 text-danger">
          {t('list.moreFailed')}
          <Button onClick={() => void fetchNextPage()}>{t('common.retry')}</Button>
        </p>
      )}
    </>
  );
}

function distinct(rows: Request[]): Request[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}
