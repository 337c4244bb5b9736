/** The language that people read, for tests of parts that must not know the shell. */
export { changeLanguage, LANGUAGES, type Language } from '@/app/i18n';
