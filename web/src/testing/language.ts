/** The language that people read, for tests of parts that must not know the shell. */
export { changeLanguage } from '@/app/i18n';
