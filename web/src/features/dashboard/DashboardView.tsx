import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, PartName } from '@/api/dashboard';
import { programsQuery } from '@/api/queries';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { SkeletonRows } from '@/ui/states';
import { useListKeys } from '@/ui/useListKeys';
import { DashboardRow } from './DashboardRow';
import { MentionRow } from './MentionRow';
import { useLiveDashboard } from './useLiveDashboard';

/** What concerns one person, over all programs. */
export function DashboardView() {
  const { t } = useTranslation();
  const me = useMe();
  const area = useRef<HTMLDivElement>(null);
  const { dashboard, mentions } = useLiveDashboard();
  const programs = useQuery(programsQuery());
  useListKeys(area);

  const client = me.role === 'client';
  const words = client ? 'client' : 'staff';
  const manages = programs.data?.some((program) => program.myRole === 'manager') ?? false;
  const names = new Map(programs.data?.map((program) => [program.id, program.name]));
  const failed = [dashboard, mentions].find(({ isError, data }) => isError && data === undefined);
  const part = (name: PartName, data: Dashboard, brief = false) => (
    <Part name={name} words={words} more={data[name].more} counted={name !== 'recentlyChanged'}>
      {data[name].data.map((request) => (
        <DashboardRow key={request.id} request={request} program={names.get(request.programId)} brief={brief} />
      ))}
    </Part>
  );

  return (
    <div className="h-full overflow-y-auto" ref={area}>
      <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-8">
        <h1 className="text-xl font-semibold">{t(client ? 'dashboard.clientTitle' : 'dashboard.title')}</h1>
        <p className="mb-6 text-ink-2">{t(client ? 'dashboard.clientText' : 'dashboard.text')}</p>
        {failed === undefined && (dashboard.isPending || mentions.isPending) && (
          <SkeletonRows label={t('common.loading')} rows={8} />
        )}
        {failed?.error && <LoadError error={failed.error} onRetry={() => void failed.refetch()} />}
        {programs.data?.length === 0 && (
          <p className="mb-6 rounded-md bg-accent-soft px-3 py-2">
            {t(me.can.createProgram ? 'dashboard.noProgramsCreator' : 'dashboard.noPrograms')}{' '}
            {me.can.createProgram && (
              <Link to="/programs" className="font-medium text-accent-strong underline-offset-2 hover:underline">
                {t('shell.programs')}
              </Link>
            )}
          </p>
        )}
        {dashboard.data !== undefined && mentions.data !== undefined && (
          <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <div className="flex min-w-0 flex-col gap-8">
              {dashboard.data.overdue.data.length > 0 && part('overdue', dashboard.data)}
              {manages && part('toReview', dashboard.data)}
              {part('mine', dashboard.data)}
            </div>
            <div className="flex min-w-0 flex-col gap-8">
              <Part name="mentions" words={words} more={mentions.data.more} counted={false}>
                {mentions.data.data.map((mention) => (
                  <MentionRow key={mention.commentId} mention={mention} />
                ))}
              </Part>
              {part('recentlyChanged', dashboard.data, true)}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

interface PartProps {
  name: PartName | 'mentions';
  words: 'staff' | 'client';
  more: boolean;
  /** Whether it matters how many there are. */
  counted: boolean;
  children: readonly ReactNode[];
}

function Part({ name, words, more, counted, children }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const { length } = children;
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline gap-2 border-b border-line px-2 pb-2">
        <h2 id={id} className="text-base font-semibold">
          {t(`dashboard.${words}.${name}`)}
        </h2>
        {counted && length > 0 && <span className="text-ink-3 tabular-nums">{more ? `${length}+` : length}</span>}
      </div>
      {length === 0 ? (
        <p className="px-2 py-3 text-ink-3">{t(`dashboard.${words}.${name}Empty`)}</p>
      ) : (
        <ul aria-labelledby={id}>{children}</ul>
      )}
      {more && <p className="px-2 pt-2 text-xs text-ink-3">{t(`dashboard.${name}More`)}</p>}
    </section>
  );
}
