import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { useMe } from '@/domain/me';
import { Avatar } from '@/ui/Avatar';
import { cx } from '@/ui/cx';
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from '@/ui/Menu';
import { setTheme, useTheme } from '@/ui/theme';
import { changeLanguage, LANGUAGES, type Language } from '../i18n';
import { THEMES } from './themes';

export function AccountMenu({ narrow = false, onNavigate }: { narrow?: boolean; onNavigate?: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const navigate = useNavigate();
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={cx(
            'flex w-full items-center gap-2 rounded-md py-1.5 text-left hover:bg-hover',
            narrow ? 'justify-center' : 'px-2',
          )}
        >
          <Avatar id={me.id} name={me.name} size={28} />
          <span className="sr-only">{t('shell.account', { name: me.name })}</span>
          {!narrow && (
            <>
              <span className="min-w-0 flex-1">
                <span aria-hidden className="block truncate font-medium">
                  {me.name}
                </span>
                <span className="block truncate text-xs text-ink-3">{t(`role.${me.role}`)}</span>
              </span>
              <ChevronsUpDown size={14} aria-hidden className="text-ink-3" />
            </>
          )}
        </button>
      }
    >
      <MenuItem
        icon={<UserRound size={16} aria-hidden />}
        onSelect={() => {
          onNavigate?.();
          void navigate({ to: '/profile' });
        }}
      >
        {t('account.profile')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('shell.theme')}</MenuLabel>
      <MenuChoices
        value={theme}
        onChange={setTheme}
        options={THEMES.map((value) => ({ value, label: t(`shell.${value}`) }))}
      />
      <MenuLine />
      <MenuLabel>{t('shell.language')}</MenuLabel>
      <MenuChoices
        value={i18n.language as Language}
        onChange={(language) => void changeLanguage(language, true)}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }))}
      />
      <MenuLine />
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => void session.logOut().catch(() => undefined)}>
        {t('session.logOut')}
      </MenuItem>
    </Menu>
  );
}
