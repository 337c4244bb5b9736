import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilterX, Inbox, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
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

/** The requests of a program, live. */
export function RequestList({ program, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useInfiniteQuery(requestListQuery(program.id, filter));
  const [creating, setCreating] = useState(false);
  const mayCreate = program.can.createRequest;
  useShortcut('n', () => setCreating(true), mayCreate);

  const pages = list.data?.pages;
  const rows = useMemo(() => distinct(pages?.flatMap((page) => page.value.data) ?? []), [pages]);
  const total = pages?.at(-1)?.value.pagination.total;
  const narrowed = Boolean(filter.status ?? filter.priority ?? filter.assignee ?? filter.q);

  const open = (requestId: string) =>
    void navigate({ to: '/programs/$programId/requests/$requestId', params: { programId: program.id, requestId } });

  return (
    <div className="flex h-full flex-col">
      <RequestFilters program={program} filter={filter} onFilter={onFilter} total={total}>
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
      {list.isPending && <SkeletonRows label={t('common.loading')} rows={12} />}
      {list.isError && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
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
      )}
      {rows.length > 0 && (
        <RequestRows
          key={JSON.stringify(filter)}
          rows={rows}
          loadMore={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          loading={list.isFetchingNextPage}
        />
      )}
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

function distinct(rows: Request[]): Request[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}
