import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/api/types';

/** Both texts of a change of the description, folded away. */
export function DescriptionChange({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  const change = entry.changes.find(({ field }) => field === 'description');
  if (entry.event !== 'request:updated') return null;
  if (typeof change?.before !== 'string' || typeof change.after !== 'string') return null;
  const text = 'max-h-72 overflow-y-auto rounded bg-sunken px-2.5 py-1.5 whitespace-pre-wrap';
  return (
    <details className="ml-7 pb-1 text-xs text-ink-2">
      <summary className="w-fit text-ink-3 hover:text-ink">{t('request.beforeAfter')}</summary>
      <dl className="mt-1 grid gap-1 sm:grid-cols-2">
        <div>
          <dt className="text-ink-3">{t('request.before')}</dt>
          <dd className={text}>{change.before}</dd>
        </div>
        <div>
          <dt className="text-ink-3">{t('request.after')}</dt>
          <dd className={text}>{change.after}</dd>
        </div>
      </dl>
    </details>
  );
}
