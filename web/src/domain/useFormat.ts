import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatSize, formatValue } from './format';

/** The formatters with the viewer's language put in. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(() => {
    const words = { yes: t('common.yes'), no: t('common.no'), nothing: t('common.nothing') };
    return {
      locale,
      date: (value: string) => formatDate(value, locale),
      size: (bytes: number) => formatSize(bytes, locale),
      names: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
      value: (value: unknown) => formatValue(value, locale, words),
    };
  }, [t, locale]);
}
