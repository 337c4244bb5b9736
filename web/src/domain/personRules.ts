import { useTranslation } from 'react-i18next';

type Rule = (value: string) => true | string;

/** What the server accepts of names, addresses and passwords, said before it is asked. Lengths are counted as people count. */
export function usePersonRules(): { name: Rule; email: Rule; password: Rule } {
  const { t } = useTranslation();
  const length = (text: string) => Array.from(text).length;
  return {
    name: (value) => (value.trim() !== '' && length(value.trim()) <= 50) || t('people.nameLength'),
    email: (value) => /^\S+@\S+$/.test(value.trim()) || t('people.emailFormat'),
    password: (value) => (length(value) >= 8 && length(value) <= 128) || t('people.passwordLength'),
  };
}
