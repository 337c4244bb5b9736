import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, PartName } from '@/api/dashboard';
import { programsQuery } from '@/api/queries';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { SkeletonRows } from '@/ui/states';
import { useListKeys } from '@/ui/useListKeys';
import { DashboardRow } from './DashboardRow';
import { useLiveDashboard } from './useLiveDashboard';

/** What concerns one person, over all programs. */
export function DashboardView() {
  const { t } = useTranslation();
  const me = useMe();
  const area = useRef<HTMLDivElement>(null);
  const dashboard = useLiveDashboard();
  const programs = useQuery(programsQuery());
  useListKeys(area);

  const client = me.role === 'client';
  const manages = programs.data?.some((program) => program.myRole === 'manager') ?? false;
  const names = new Map(programs.data?.map((program) => [program.id, program.name]));
  const part = (name: PartName, data: Dashboard, brief = false) => (
    <Part name={name} words={client ? 'client' : 'staff'} part={data[name]} names={names} brief={brief} />
  );

  return (
    <div className="h-full overflow-y-auto" ref={area}>
      <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-8">
        <h1 className="text-xl font-semibold">{t(client ? 'dashboard.clientTitle' : 'dashboard.title')}</h1>
        <p className="mb-6 text-ink-2">{t(client ? 'dashboard.clientText' : 'dashboard.text')}</p>
        {dashboard.isPending && <SkeletonRows label={t('common.loading')} rows={8} />}
        {dashboard.isError && dashboard.data === undefined && (
          <LoadError error={dashboard.error} onRetry={() => void dashboard.refetch()} />
        )}
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
        {dashboard.data !== undefined && (
          <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <div className="flex min-w-0 flex-col gap-8">
              {dashboard.data.overdue.data.length > 0 && part('overdue', dashboard.data)}
              {manages && part('toReview', dashboard.data)}
              {part('mine', dashboard.data)}
            </div>
            <div className="min-w-0">{part('recentlyChanged', dashboard.data, true)}</div>
          </div>
        )}
      </div>
    </div>
  );
}

interface PartProps {
  name: PartName;
  words: 'staff' | 'client';
  part: Dashboard[PartName];
  names: ReadonlyMap<string, string>;
  brief: boolean;
}

function Part({ name, words, part, names, brief }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const { data, more } = part;
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline gap-2 border-b border-line px-2 pb-2">
        <h2 id={id} className="text-base font-semibold">
          {t(`dashboard.${words}.${name}`)}
        </h2>
        {data.length > 0 && name !== 'recentlyChanged' && (
          <span className="text-ink-3 tabular-nums">{more ? `${data.length}+` : data.length}</span>
        )}
      </div>
      {data.length === 0 ? (
        <p className="px-2 py-3 text-ink-3">{t(`dashboard.${words}.${name}Empty`)}</p>
      ) : (
        <ul aria-labelledby={id}>
          {data.map((request) => (
            <DashboardRow key={request.id} request={request} program={names.get(request.programId)} brief={brief} />
          ))}
        </ul>
      )}
      {more && <p className="px-2 pt-2 text-xs text-ink-3">{t(`dashboard.${name}More`)}</p>}
    </section>
  );
}
