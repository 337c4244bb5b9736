import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, Menu, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { programQuery, requestQuery } from '@/api/queries';
import { IconButton } from '@/ui/Button';
import { Keys } from '@/ui/Keys';
import { ConnectionBadge } from './ConnectionBadge';
import { usePageTitle } from './useHere';

interface HeaderProps {
  programId?: string;
  requestId?: string;
  onOpenNavigation: () => void;
  onOpenPalette: () => void;
}

/** Where one is, how to get elsewhere, and whether what one sees is live. */
export function Header({ programId, requestId, onOpenNavigation, onOpenPalette }: HeaderProps) {
  const { t } = useTranslation();
  const title = usePageTitle();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-2 lg:px-4">
      <IconButton label={t('shell.openNavigation')} onClick={onOpenNavigation} className="lg:hidden">
        <Menu size={18} />
      </IconButton>
      <ol className="flex min-w-0 flex-1 items-center gap-1 text-ink-2">
        {programId === undefined ? (
          <li className="truncate px-1" aria-current="page">
            {title}
          </li>
        ) : (
          <>
            <li className="shrink-0 max-sm:hidden">
              <Link to="/programs" className="rounded px-1 py-0.5 hover:bg-hover hover:text-ink">
                {t('shell.programs')}
              </Link>
            </li>
            <ProgramCrumb programId={programId} />
          </>
        )}
        {programId !== undefined && requestId !== undefined && (
          <RequestCrumb programId={programId} requestId={requestId} />
        )}
      </ol>
      <button
        type="button"
        onClick={onOpenPalette}
        className="hidden h-8 w-64 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-ink-3 hover:border-line-strong md:flex"
      >
        <Search size={14} aria-hidden />
        <span className="flex-1 truncate text-left">{t('palette.open')}</span>
        <span aria-hidden>
          <Keys keys={['Ctrl', 'K']} />
        </span>
      </button>
      <IconButton label={t('palette.open')} onClick={onOpenPalette} className="md:hidden">
        <Search size={18} />
      </IconButton>
      <ConnectionBadge />
    </header>
  );
}

const Arrow = () => <ChevronRight size={14} aria-hidden className="shrink-0 text-ink-3" />;

function ProgramCrumb({ programId }: { programId: string }) {
  const { data: program } = useQuery(programQuery(programId));
  if (program === undefined) return null;
  return (
    <li className="flex min-w-0 items-center gap-1">
      <span className="contents max-sm:hidden">
        <Arrow />
      </span>
      <Link
        to="/programs/$programId"
        params={{ programId }}
        className="truncate rounded px-1 py-0.5 hover:bg-hover hover:text-ink"
      >
        {program.name}
      </Link>
    </li>
  );
}

function RequestCrumb(ref: { programId: string; requestId: string }) {
  const { data: request } = useQuery(requestQuery(ref));
  if (request === undefined) return null;
  return (
    <li className="flex shrink-0 items-center gap-1">
      <Arrow />
      <span className="px-1 font-mono text-xs" aria-current="page">
        {request.key}
      </span>
    </li>
  );
}
