import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, Menu } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { programQuery, requestQuery } from '@/api/queries';
import { IconButton } from '@/ui/Button';
import { ConnectionBadge } from './ConnectionBadge';

interface HeaderProps {
  programId?: string;
  requestId?: string;
  onOpenNavigation: () => void;
}

/** Where one is, and whether what one sees is live. */
export function Header({ programId, requestId, onOpenNavigation }: HeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-2 lg:px-4">
      <IconButton label={t('shell.openNavigation')} onClick={onOpenNavigation} className="lg:hidden">
        <Menu size={18} />
      </IconButton>
      <ol className="flex min-w-0 flex-1 items-center gap-1 text-ink-2">
        <li className={programId === undefined ? 'truncate' : 'shrink-0 max-sm:hidden'}>
          <Link to="/" className="rounded px-1 py-0.5 hover:bg-hover hover:text-ink">
            {t('shell.programs')}
          </Link>
        </li>
        {programId !== undefined && <ProgramCrumb programId={programId} />}
        {programId !== undefined && requestId !== undefined && (
          <RequestCrumb programId={programId} requestId={requestId} />
        )}
      </ol>
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
