import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityQuery } from '@/api/queries';
import type { HistoryEntry, Program } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Button } from '@/ui/Button';
import { Segments } from '@/ui/Segments';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { HistoryLine } from './HistoryLine';
import { kindOf, KINDS, type Kind } from './kinds';

/** A filter looks through so many pages by itself before it leaves the rest to the reader. */
const LOOK_THROUGH = 6;
const SCREENFUL = 20;

/** What happens in a program, newest first, live. Who comes and goes is told to staff. */
export function ProgramActivity({ program }: { program: Pick<Program, 'id' | 'myRole' | 'fields'> }) {
  const programId = program.id;
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<Kind>('all');
  const activity = useInfiniteQuery(activityQuery(programId));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = activity;
  const pages = activity.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.value.data).filter((entry) => kind === 'all' || kindOf(entry) === kind);
  const days = byDay(entries, i18n.language);

  const looking =
    kind !== 'all' && entries.length < SCREENFUL && hasNextPage && pages.length < LOOK_THROUGH && !isFetchNextPageError;
  useEffect(() => {
    if (looking && !isFetchingNextPage) void fetchNextPage();
    // By the number of pages, too: one may come so fast that nobody has seen it being fetched.
  }, [looking, isFetchingNextPage, fetchNextPage, pages.length]);

  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6">
      <div className="mb-5 flex overflow-x-auto">
        <Segments
          label={t('feed.filter')}
          value={kind}
          onChange={setKind}
          options={KINDS.filter((value) => value !== 'people' || program.myRole !== 'client').map((value) => ({
            value,
            label: t(`feed.kinds.${value}`),
          }))}
        />
      </div>
      {activity.isPending && <SkeletonRows label={t('common.loading')} />}
      {activity.isError && pages.length === 0 && (
        <LoadError error={activity.error} onRetry={() => void activity.refetch()} />
      )}
      {activity.data && entries.length === 0 && !looking && (
        <EmptyState
          icon={<History size={28} strokeWidth={1.5} aria-hidden />}
          title={kind === 'all' ? t('activity.empty') : t('feed.none')}
          text={kind !== 'all' && hasNextPage ? t('feed.noneYet') : undefined}
        />
      )}
      <section aria-label={t('activity.label')} aria-busy={isFetchingNextPage}>
        {days.map(({ day, entries: ofDay }) => (
          <section key={day} aria-label={day} className="mb-5">
            <h2 className="mb-1 text-xs font-medium text-ink-3">{day}</h2>
            {ofDay.map((entry) => (
              <article key={entry.id} className="border-b border-line py-1 last:border-0">
                <HistoryLine entry={entry} words={program} place={<Place entry={entry} programId={programId} />} />
              </article>
            ))}
          </section>
        ))}
      </section>
      {looking && entries.length === 0 && <SkeletonRows label={t('common.loading')} rows={4} />}
      {isFetchNextPageError && <LoadError error={activity.error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
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

/** The year is said where it is another than this one. */
function byDay(entries: HistoryEntry[], locale: string): { day: string; entries: HistoryEntry[] }[] {
  const style = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const thisYear = new Intl.DateTimeFormat(locale, style);
  const otherYear = new Intl.DateTimeFormat(locale, { ...style, year: 'numeric' });
  const year = new Date().getFullYear();
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const at = new Date(entry.timestamp);
    const day = (at.getFullYear() === year ? thisYear : otherYear).format(at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
