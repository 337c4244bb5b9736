import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Translation } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Translation };
  }
}

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'docket.language';

function preferred(): Language {
  const wanted = localStorage.getItem(KEY) ?? navigator.language;
  return wanted.startsWith('de') ? 'de' : 'en';
}

/** Each language is loaded when somebody reads it. */
const TEXTS: Record<Language, () => Promise<Translation>> = {
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
};

export async function startI18n(language: Language = preferred()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await TEXTS[language]() } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language, keep = false): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await TEXTS[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (keep) localStorage.setItem(KEY, language);
}
