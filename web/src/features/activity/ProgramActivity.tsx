import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { activityQuery } from '@/api/queries';
import type { HistoryEntry } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Button } from '@/ui/Button';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { HistoryLine } from './HistoryLine';

/** What happens in a program, newest first, live. */
export function ProgramActivity({ programId }: { programId: string }) {
  const { t, i18n } = useTranslation();
  const activity = useInfiniteQuery(activityQuery(programId));
  const entries = activity.data?.pages.flatMap((page) => page.value.data) ?? [];
  const days = byDay(entries, i18n.language);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6">
      {activity.isPending && <SkeletonRows label={t('common.loading')} />}
      {activity.isError && entries.length === 0 && (
        <LoadError error={activity.error} onRetry={() => void activity.refetch()} />
      )}
      {activity.data && entries.length === 0 && (
        <EmptyState icon={<History size={28} strokeWidth={1.5} aria-hidden />} title={t('activity.empty')} />
      )}
      <section aria-label={t('activity.label')} aria-busy={activity.isFetchingNextPage}>
        {days.map(({ day, entries: ofDay }) => (
          <section key={day} aria-label={day} className="mb-5">
            <h2 className="mb-1 text-xs font-medium text-ink-3">{day}</h2>
            {ofDay.map((entry) => (
              <article key={entry.id} className="border-b border-line py-1 last:border-0">
                <HistoryLine entry={entry} place={<Place entry={entry} programId={programId} />} />
              </article>
            ))}
          </section>
        ))}
      </section>
      {activity.hasNextPage && (
        <Button busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          {t('activity.earlier')}
        </Button>
      )}
    </div>
  );
}

function Place({ entry, programId }: { entry: HistoryEntry; programId: string }) {
  const { requestId, requestKey } = entry;
  if (requestId === null || requestKey === null) return null;
  if (entry.event === 'request:deleted') return <span className="font-mono text-xs text-ink-3">{requestKey}</span>;
  return (
    <Link
      to="/programs/$programId/requests/$requestId"
      params={{ programId, requestId }}
      className="font-mono text-xs whitespace-nowrap text-accent hover:underline"
    >
      {requestKey}
    </Link>
  );
}

function byDay(entries: HistoryEntry[], locale: string): { day: string; entries: HistoryEntry[] }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = format.format(Date.parse(entry.timestamp));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
