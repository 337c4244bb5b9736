import { ChevronsUpDown, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { useMe } from '@/domain/me';
import { Avatar } from '@/ui/Avatar';
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from '@/ui/Menu';
import { setTheme, useTheme, type ThemeChoice } from '@/ui/theme';
import { changeLanguage, LANGUAGES, type Language } from '../i18n';

export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const themes: ThemeChoice[] = ['light', 'dark', 'system'];
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover"
        >
          <Avatar id={me.id} name={me.name} size={28} />
          <span className="min-w-0 flex-1">
            <span className="sr-only">{t('shell.account', { name: me.name })}</span>
            <span aria-hidden className="block truncate font-medium">
              {me.name}
            </span>
            <span className="block truncate text-xs text-ink-3">{t(`role.${me.role}`)}</span>
          </span>
          <ChevronsUpDown size={14} aria-hidden className="text-ink-3" />
        </button>
      }
    >
      <MenuLabel>{t('shell.theme')}</MenuLabel>
      <MenuChoices
        value={theme}
        onChange={setTheme}
        options={themes.map((value) => ({ value, label: t(`shell.${value}`) }))}
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
