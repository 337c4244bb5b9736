import { useTranslation } from 'react-i18next';
import { useMe } from '@/domain/me';
import { NameSection } from '@/features/profile/NameSection';
import { PasswordSection } from '@/features/profile/PasswordSection';
import { SessionsSection } from '@/features/profile/SessionsSection';
import { Avatar } from '@/ui/Avatar';
import { Section } from '@/ui/Section';
import { Segments } from '@/ui/Segments';
import { setTheme, useTheme } from '@/ui/theme';
import { changeLanguage, LANGUAGES, type Language } from '../i18n';
import { THEMES } from '../shell/themes';

export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl px-4 py-8 sm:px-8">
        <div className="flex items-center gap-3">
          <Avatar id={me.id} name={me.name} size={28} />
          <div className="min-w-0">
            <h1 className="truncate text-xl font-semibold">{t('account.profile')}</h1>
            <p className="text-ink-2">
              {me.name} · {t(`role.${me.role}`)}
            </p>
          </div>
        </div>
        <NameSection />
        <PasswordSection />
        <SessionsSection />
        <LookSection />
      </div>
    </div>
  );
}

function LookSection() {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  return (
    <Section title={t('account.look')} text={t('account.lookText')}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <Segments
          label={t('shell.theme')}
          value={theme}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(`shell.${value}`) }))}
        />
        <Segments
          label={t('shell.language')}
          value={i18n.language as Language}
          onChange={(language) => void changeLanguage(language, true)}
          options={Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }))}
        />
      </div>
    </Section>
  );
}
