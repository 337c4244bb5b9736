import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Home,
  Languages,
  LayoutGrid,
  LogOut,
  Moon,
  ScrollText,
  SlidersHorizontal,
  Sun,
  UserRound,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { programsQuery } from '@/api/queries';
import { session } from '@/api/session';
import { useMe } from '@/domain/me';
import { setTheme, useTheme } from '@/ui/theme';
import { hasShortcut, runShortcut } from '@/ui/useShortcut';
import { changeLanguage, LANGUAGES, type Language } from '../../i18n';
import { SHORTCUTS } from '../shortcuts';
import { THEMES } from '../themes';
import type { Command } from './command';

const SIZE = { size: 16, 'aria-hidden': true } as const;

/** All that can be done without searching on the server. */
export function useCommands(programId: string | undefined): Command[] {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const navigate = useNavigate();
  const programs = useQuery(programsQuery()).data ?? [];
  const here = programs.find((program) => program.id === programId);

  const commands: Command[] = [];
  for (const shortcut of SHORTCUTS) {
    if (!('press' in shortcut) || 'inPalette' in shortcut || !hasShortcut(shortcut.press)) continue;
    commands.push({
      id: `key-${shortcut.id}`,
      group: shortcut.group === 'everywhere' ? 'actions' : 'here',
      label: t(`keys.${shortcut.id}`),
      keys: shortcut.shown,
      run: () => runShortcut(shortcut.press),
    });
  }
  if (here !== undefined) {
    const params = { programId: here.id };
    const part = (id: 'requests' | 'activity' | 'members' | 'settings', run: () => Promise<void>) =>
      commands.push({
        id: `here-${id}`,
        group: 'here',
        label: t(`programs.tabs.${id}`),
        hint: here.key,
        run: () => void run(),
      });
    part('requests', () => navigate({ to: '/programs/$programId', params }));
    part('activity', () => navigate({ to: '/programs/$programId/activity', params }));
    part('members', () => navigate({ to: '/programs/$programId/members', params }));
    if (here.can.edit) part('settings', () => navigate({ to: '/programs/$programId/settings', params }));
  }
  for (const program of programs) {
    commands.push({
      id: program.id,
      group: 'programs',
      label: program.name,
      hint: program.key,
      run: () => void navigate({ to: '/programs/$programId', params: { programId: program.id } }),
    });
  }
  const page = (id: string, label: string, icon: Command['icon'], run: () => Promise<void>) =>
    commands.push({ id, group: 'pages', label, icon, run: () => void run() });
  page('home', t('shell.home'), <Home {...SIZE} />, () => navigate({ to: '/' }));
  page('programs', t('shell.programs'), <LayoutGrid {...SIZE} />, () => navigate({ to: '/programs' }));
  page('profile', t('account.profile'), <UserRound {...SIZE} />, () => navigate({ to: '/profile' }));
  if (me.can.manageUsers) {
    page('people', t('shell.people'), <Users {...SIZE} />, () => navigate({ to: '/admin' }));
    page('audit', t('admin.audit'), <ScrollText {...SIZE} />, () => navigate({ to: '/admin/audit' }));
    page('settings', t('admin.settings'), <SlidersHorizontal {...SIZE} />, () => navigate({ to: '/admin/settings' }));
  }
  for (const choice of THEMES.filter((each) => each !== theme)) {
    commands.push({
      id: `theme-${choice}`,
      group: 'actions',
      label: t('palette.theme', { theme: t(`shell.${choice}`) }),
      icon: choice === 'dark' ? <Moon {...SIZE} /> : <Sun {...SIZE} />,
      run: () => setTheme(choice),
    });
  }
  for (const [language, name] of Object.entries(LANGUAGES).filter(([code]) => code !== i18n.language)) {
    commands.push({
      id: `language-${language}`,
      group: 'actions',
      label: t('palette.language', { language: name }),
      icon: <Languages {...SIZE} />,
      run: () => void changeLanguage(language as Language, true),
    });
  }
  commands.push({
    id: 'log-out',
    group: 'actions',
    label: t('session.logOut'),
    icon: <LogOut {...SIZE} />,
    run: () => void session.logOut().catch(() => undefined),
  });
  return commands;
}
