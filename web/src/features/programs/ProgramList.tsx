import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Archive, Inbox, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { programsQuery } from '@/api/queries';
import type { Program } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { Badge } from '@/ui/Badge';
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
        {programs.data?.length === 0 && (
          <EmptyState
            icon={<Inbox size={28} strokeWidth={1.5} aria-hidden />}
            title={t('programs.emptyTitle')}
            text={me.can.createProgram ? t('programs.emptyForCreator') : t('programs.emptyForMember')}
          />
        )}
        {programs.data !== undefined && programs.data.length > 0 && (
          <ul aria-label={t('programs.title')} className="border-t border-line">
            {programs.data.map((program) => (
              <ProgramRow key={program.id} program={program} />
            ))}
          </ul>
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

function ProgramRow({ program }: { program: Program }) {
  const { t } = useTranslation();
  return (
    <li className="relative flex items-center gap-4 border-b border-line px-2 py-3 hover:bg-hover sm:px-3">
      <span className="w-14 shrink-0 font-mono text-xs text-ink-3">{program.key}</span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-medium">
          <Link to="/programs/$programId" params={{ programId: program.id }} className="after:absolute after:inset-0">
            {program.name}
          </Link>
        </h2>
        {program.description !== '' && <p className="line-clamp-1 text-ink-2">{program.description}</p>}
      </div>
      {program.status === 'archived' && (
        <Badge tone="grey" icon={<Archive size={12} aria-hidden />}>
          {t('programs.archived')}
        </Badge>
      )}
      <span className="hidden w-28 text-right text-ink-3 sm:block">{t(`role.${program.myRole}`)}</span>
      <span className="w-16 shrink-0 text-right text-ink-2">{t('programs.open', { count: program.openRequests })}</span>
    </li>
  );
}
