import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { storageQuery } from '@/api/programs';
import type { Program } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { useFormat } from '@/domain/useFormat';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/states';
import { Section } from '@/ui/Section';

const NEAR = 0.8;

export function StorageSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const format = useFormat();
  const storage = useQuery(storageQuery(program.id));
  const { usedBytes = 0, quotaBytes = 0, files = 0 } = storage.data ?? {};
  const share = quotaBytes === 0 ? 0 : Math.min(1, usedBytes / quotaBytes);
  const text = t('settings.storageUsed', {
    used: format.size(usedBytes),
    quota: format.size(quotaBytes),
    count: files,
  });
  return (
    <Section id="storage" title={t('settings.storage')} text={t('settings.storageText')}>
      {storage.isPending && <Skeleton className="h-6 w-64" />}
      {storage.isError && <LoadError error={storage.error} onRetry={() => void storage.refetch()} />}
      {storage.data && (
        <div>
          <p className={cx(share >= NEAR ? 'text-amber' : 'text-ink-2')}>{text}</p>
          <div
            role="meter"
            aria-label={t('settings.storage')}
            aria-valuenow={usedBytes}
            aria-valuemin={0}
            aria-valuemax={quotaBytes}
            aria-valuetext={text}
            className="mt-1 h-1 overflow-hidden rounded-full bg-grey-soft"
          >
            <div
              className={cx('h-full rounded-full', share >= NEAR ? 'bg-amber' : 'bg-accent')}
              style={{ width: `${share * 100}%` }}
            />
          </div>
        </div>
      )}
    </Section>
  );
}
