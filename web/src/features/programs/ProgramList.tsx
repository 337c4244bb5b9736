import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Archive, Inbox, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { programsQuery } from '@/api/queries';
import type { Program } from '@/api/types';
import { Gauge, gaugeOf } from '@/domain/Gauge';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { Button } from '@/ui/Button';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { useShortcut } from '@/ui/useShortcut';
import { CreateProgramDialog } from './CreateProgramDialog';

export function ProgramList() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const programs = useQuery(programsQuery());
  const [creating, setCreating] = useState(false);
  useShortcut('n', () => setCreating(true), me.can.createProgram);
  const active = programs.data?.filter((program) => program.status === 'active') ?? [];
  const archived = programs.data?.filter((program) => program.status === 'archived') ?? [];

  const create = me.can.createProgram && (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} shortcut="N" onClick={() => setCreating(true)}>
      {t('programs.create')}
    </Button>
  );

  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8">
        <div className="mb-5 flex items-center justify-between gap-4">
          <h1 className="text-xl font-semibold">{t('programs.title')}</h1>
          {create}
        </div>
        {programs.isPending && <SkeletonRows label={t('common.loading')} rows={5} />}
        {programs.isError && <LoadError error={programs.error} onRetry={() => void programs.refetch()} />}
        {programs.data !== undefined && active.length === 0 && (
          <EmptyState
            icon={<Inbox size={28} strokeWidth={1.5} aria-hidden />}
            title={t('programs.emptyTitle')}
            text={me.can.createProgram ? t('programs.emptyForCreator') : t('programs.emptyForMember')}
          />
        )}
        {active.length > 0 && <Rows label={t('programs.title')} programs={active} />}
        {archived.length > 0 && (
          <details className="mt-8">
            <summary className="flex min-h-8 items-center gap-2 text-ink-2 hover:text-ink pointer-coarse:min-h-10">
              <Archive size={14} aria-hidden />
              {t('programs.archivedCount', { count: archived.length })}
            </summary>
            <div className="mt-2">
              <Rows label={t('programs.archived')} programs={archived} />
            </div>
          </details>
        )}
      </div>
      {creating && (
        <CreateProgramDialog
          onClose={() => setCreating(false)}
          onCreated={(program) =>
            void navigate({ to: '/programs/$programId/settings', params: { programId: program.id } })
          }
        />
      )}
    </div>
  );
}

function Rows({ label, programs }: { label: string; programs: Program[] }) {
  return (
    <ul aria-label={label} className="border-t border-line">
      {programs.map((program) => (
        <ProgramRow key={program.id} program={program} />
      ))}
    </ul>
  );
}

function ProgramRow({ program }: { program: Program }) {
  const { t } = useTranslation();
  const { maxActiveRequests = null, openRequests, status } = program;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-2 py-3 hover:bg-hover sm:px-3">
      <span className="w-14 shrink-0 truncate font-mono text-xs text-ink-3">{program.key}</span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-medium">
          <Link
            to="/programs/$programId"
            params={{ programId: program.id }}
            title={program.name}
            className="after:absolute after:inset-0"
          >
            {program.name}
          </Link>
        </h2>
        {program.description !== '' && <p className="line-clamp-1 text-ink-2">{program.description}</p>}
      </div>
      <span className="hidden w-28 shrink-0 text-right text-ink-3 sm:block">{t(`role.${program.myRole}`)}</span>
      <div className="w-44 shrink-0 max-sm:w-full max-sm:pl-18">
        {status === 'archived' || maxActiveRequests === null ? (
          <p className="text-ink-2 tabular-nums">{t('programs.open', { count: openRequests })}</p>
        ) : (
          <Gauge gauge={gaugeOf(openRequests, maxActiveRequests)} label={t('usage.now')} />
        )}
      </div>
    </li>
  );
}
