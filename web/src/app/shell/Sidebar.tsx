import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LayoutGrid, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { programsQuery } from '@/api/queries';
import { useMe } from '@/domain/me';
import { Skeleton } from '@/ui/states';
import { AccountMenu } from './AccountMenu';
import { Logo } from './Logo';

const ITEM =
  'flex h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-accent-strong pointer-coarse:h-10';

export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const programs = useQuery(programsQuery());
  return (
    <>
      <Link to="/" onClick={onNavigate} className="flex h-12 items-center gap-2 px-4 font-semibold">
        <Logo />
        {t('app.name')}
      </Link>
      <nav aria-label={t('shell.navigation')} className="min-h-0 flex-1 overflow-y-auto px-2 py-1">
        <Link to="/" activeOptions={{ exact: true }} onClick={onNavigate} className={ITEM}>
          <LayoutGrid size={16} aria-hidden />
          {t('shell.programs')}
        </Link>
        {me.can.manageUsers && (
          <Link to="/people" onClick={onNavigate} className={ITEM}>
            <Users size={16} aria-hidden />
            {t('shell.people')}
          </Link>
        )}
        <ul className="mt-4 flex flex-col gap-px">
          {programs.isPending && (
            <li className="flex flex-col gap-4 px-2 py-2">
              <Skeleton className="h-3 w-32" />
              <Skeleton className="h-3 w-24" />
              <Skeleton className="h-3 w-28" />
            </li>
          )}
          {programs.data?.map((program) => (
            <li key={program.id}>
              <Link to="/programs/$programId" params={{ programId: program.id }} onClick={onNavigate} className={ITEM}>
                <span className="w-11 shrink-0 truncate font-mono text-2xs tracking-tight text-ink-3">
                  {program.key}
                </span>
                <span className="truncate">{program.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="border-t border-line p-2">
        <AccountMenu />
      </div>
    </>
  );
}
