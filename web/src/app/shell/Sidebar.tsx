import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Home, LayoutGrid, PanelLeftClose, PanelLeftOpen, ScrollText, SlidersHorizontal, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { programsQuery } from '@/api/queries';
import type { Program } from '@/api/types';
import { useMe } from '@/domain/me';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/states';
import { Tooltip } from '@/ui/Tooltip';
import { AccountMenu } from './AccountMenu';
import { Logo } from './Logo';

const ITEM =
  'relative flex h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-accent-strong pointer-coarse:h-10';

interface Props {
  unread: ReadonlySet<string>;
  /** Only icons. */
  narrow?: boolean;
  onToggle?: () => void;
  onNavigate?: () => void;
}

export function Sidebar({ unread, narrow = false, onToggle, onNavigate }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const programs = useQuery(programsQuery());
  const item = (to: LinkProps['to'], icon: ReactNode, label: string, exact = false) => (
    <Item narrow={narrow} label={label}>
      <Link to={to} activeOptions={{ exact, includeSearch: false }} onClick={onNavigate} className={ITEM}>
        {icon}
        <span className={cx('truncate', narrow && 'sr-only')}>{label}</span>
      </Link>
    </Item>
  );
  return (
    <>
      <div className={cx('flex h-12 shrink-0 items-center', narrow ? 'justify-center' : 'pr-2 pl-4')}>
        {!narrow && (
          <Link to="/" onClick={onNavigate} className="flex flex-1 items-center gap-2 font-semibold">
            <Logo />
            {t('app.name')}
          </Link>
        )}
        {onToggle && (
          <IconButton
            label={t(narrow ? 'shell.widen' : 'shell.narrow')}
            shortcut="["
            aria-expanded={!narrow}
            onClick={onToggle}
          >
            {narrow ? <PanelLeftOpen size={16} /> : <PanelLeftClose size={16} />}
          </IconButton>
        )}
      </div>
      <nav aria-label={t('shell.navigation')} className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-2 py-1">
        <div className="flex flex-col gap-px">
          {item('/', <Home size={16} aria-hidden className="shrink-0" />, t('shell.home'), true)}
          {item('/programs', <LayoutGrid size={16} aria-hidden className="shrink-0" />, t('shell.programs'), true)}
        </div>
        <ul aria-label={t('shell.programs')} className="mt-4 flex flex-col gap-px">
          {programs.isPending && (
            <li className="flex flex-col gap-4 px-2 py-2">
              <Skeleton className="h-3 w-full" />
              <Skeleton className="h-3 w-3/4" />
              <Skeleton className="h-3 w-5/6" />
            </li>
          )}
          {programs.data
            ?.filter((program) => program.status === 'active')
            .map((program) => (
              <li key={program.id}>
                <ProgramItem
                  program={program}
                  unread={unread.has(program.id)}
                  narrow={narrow}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
        </ul>
        {me.can.manageUsers && (
          <div className="mt-4 flex flex-col gap-px" role="group" aria-label={t('admin.title')}>
            {!narrow && <p className="px-2 pb-1 text-xs text-ink-3">{t('admin.title')}</p>}
            {item('/admin', <Users size={16} aria-hidden className="shrink-0" />, t('shell.people'), true)}
            {item('/admin/audit', <ScrollText size={16} aria-hidden className="shrink-0" />, t('admin.audit'))}
            {item(
              '/admin/settings',
              <SlidersHorizontal size={16} aria-hidden className="shrink-0" />,
              t('admin.settings'),
            )}
          </div>
        )}
      </nav>
      <div className="border-t border-line p-2">
        <AccountMenu narrow={narrow} onNavigate={onNavigate} />
      </div>
    </>
  );
}

/** Where there is no room for the label, a tooltip says it. */
const Item = ({ narrow, label, children }: { narrow: boolean; label: string; children: ReactNode }) =>
  narrow ? (
    <Tooltip text={label} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  );

interface ProgramItemProps {
  program: Program;
  unread: boolean;
  narrow: boolean;
  onNavigate?: () => void;
}

function ProgramItem({ program, unread, narrow, onNavigate }: ProgramItemProps) {
  const { t } = useTranslation();
  return (
    <Item narrow={narrow} label={program.name}>
      <Link to="/programs/$programId" params={{ programId: program.id }} onClick={onNavigate} className={ITEM}>
        <span
          className={cx(
            'shrink-0 truncate font-mono text-2xs tracking-tight',
            narrow ? 'w-full text-center' : 'w-11',
            unread ? 'text-ink' : 'text-ink-3',
          )}
        >
          {narrow ? program.key.slice(0, 3) : program.key}
        </span>
        <span className={cx('min-w-0 flex-1 truncate', narrow && 'sr-only', unread && 'font-medium text-ink')}>
          {program.name}
        </span>
        {unread && (
          <>
            <span
              aria-hidden
              className={cx('size-2 shrink-0 rounded-full bg-accent', narrow && 'absolute top-1 right-1 size-1.5!')}
            />
            <span className="sr-only">{t('shell.unread')}</span>
          </>
        )}
      </Link>
    </Item>
  );
}
