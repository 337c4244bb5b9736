import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '@/ui/Segments';
import { changeLanguage, LANGUAGES, type Language } from '../i18n';
import { Logo } from '../shell/Logo';
import { useDocumentTitle } from '../shell/useDocumentTitle';

interface Props {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  /** Where else one could go from here. */
  links?: ReactNode;
}

/** The frame of what people see who are not logged in. */
export function Outside({ title, text, children, links }: Props) {
  const { t, i18n } = useTranslation();
  useDocumentTitle(title);
  return (
    <div className="flex min-h-dvh flex-col items-center px-6 pt-[14dvh] pb-6">
      <main className="w-full max-w-80 flex-1">
        <div className="mb-8 flex items-center gap-3">
          <Logo size={32} />
          <div>
            <p className="text-lg leading-tight font-semibold">{t('app.name')}</p>
            <p className="text-ink-3">{t('app.tagline')}</p>
          </div>
        </div>
        <h1 className="text-xl font-semibold">{title}</h1>
        {text !== undefined && <p className="mt-1 text-ink-2">{text}</p>}
        <div className="mt-5">{children}</div>
        {links !== undefined && <div className="mt-5 flex flex-col items-start gap-2">{links}</div>}
      </main>
      <footer className="mt-10">
        <Segments
          label={t('shell.language')}
          value={i18n.language as Language}
          onChange={(language) => void changeLanguage(language, true)}
          options={Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }))}
        />
      </footer>
    </div>
  );
}

export const LINK = 'text-accent underline-offset-2 hover:underline rounded-sm';
