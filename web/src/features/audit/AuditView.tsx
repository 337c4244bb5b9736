import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Download, RotateCw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQuery, type AuditFilter } from '@/api/admin';
import { LoadError } from '@/domain/LoadError';
import { Button, IconButton } from '@/ui/Button';
import { SkeletonRows } from '@/ui/states';
import { AuditFilters } from './AuditFilters';
import { AuditRow } from './AuditRow';
import { ExportDialog } from './ExportDialog';
import { ProofDialog } from './ProofDialog';

interface Props {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

/** What happened in the whole installation, newest first. */
export function AuditView({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const [window, setWindow] = useState<'export' | 'proof'>();
  const audit = useInfiniteQuery({ ...auditQuery(filter), placeholderData: keepPreviousData });
  const entries = audit.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-8">
        <div className="mb-1 flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold max-sm:basis-full">{t('admin.audit')}</h1>
          <IconButton label={t('admin.refresh')} onClick={() => void audit.refetch()}>
            <RotateCw size={16} />
          </IconButton>
          <Button icon={<ShieldCheck size={16} aria-hidden />} onClick={() => setWindow('proof')}>
            {t('admin.proof')}
          </Button>
          <Button icon={<Download size={16} aria-hidden />} onClick={() => setWindow('export')}>
            {t('admin.export')}
          </Button>
        </div>
        <p className="mb-4 max-w-prose text-ink-2">{t('admin.auditText')}</p>
        <AuditFilters filter={filter} onFilter={onFilter} />
        <div className="mt-4 border-t border-line">
          {audit.isPending && <SkeletonRows label={t('common.loading')} rows={8} />}
          {audit.isError && <LoadError error={audit.error} onRetry={() => void audit.refetch()} />}
          {audit.data !== undefined && entries.length === 0 && (
            <p role="status" className="py-6 text-ink-3">
              {t('admin.noEntries')}
            </p>
          )}
          <ol aria-label={t('admin.audit')} aria-busy={audit.isFetching}>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </div>
        {audit.hasNextPage && (
          <Button className="mt-4" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {t('admin.earlier')}
          </Button>
        )}
      </div>
      {window === 'export' && <ExportDialog filter={filter} onClose={() => setWindow(undefined)} />}
      {window === 'proof' && <ProofDialog onClose={() => setWindow(undefined)} />}
    </div>
  );
}
