import { Link } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { Badge } from '@/ui/Badge';

const TAB =
  '-mb-px inline-flex h-9 items-center border-b-2 border-transparent px-2.5 text-ink-2 hover:text-ink data-[status=active]:border-accent data-[status=active]:font-medium data-[status=active]:text-ink pointer-coarse:h-10';

/** The program's name and its parts; only those that the viewer may open. */
export function ProgramHeader({ program }: { program: Program }) {
  const { t } = useTranslation();
  const params = { programId: program.id };
  return (
    <div className="shrink-0 border-b border-line px-4 pt-3 sm:px-6">
      <div className="flex items-center gap-3">
        <h1 title={program.name} className="truncate text-lg font-semibold">
          {program.name}
        </h1>
        {program.status === 'archived' && (
          <Badge tone="grey" icon={<Archive size={12} aria-hidden />}>
            {t('programs.archived')}
          </Badge>
        )}
      </div>
      <nav aria-label={t('programs.tabsLabel')} className="mt-1 -ml-2.5 flex overflow-x-auto">
        <Link
          to="/programs/$programId"
          params={params}
          activeOptions={{ exact: true, includeSearch: false }}
          className={TAB}
        >
          {t('programs.tabs.requests')}
        </Link>
        <Link to="/programs/$programId/activity" params={params} className={TAB}>
          {t('programs.tabs.activity')}
        </Link>
        <Link to="/programs/$programId/members" params={params} className={TAB}>
          {t('programs.tabs.members')}
        </Link>
        {(program.can.edit || program.can.unarchive) && (
          <Link to="/programs/$programId/settings" params={params} className={TAB}>
            {t('programs.tabs.settings')}
          </Link>
        )}
      </nav>
    </div>
  );
}
