import { useTranslation } from 'react-i18next';

/** The time of day of a moment, in the viewer's language and zone. */
export function useClockTime(moment: number): string {
  const { i18n } = useTranslation();
  return new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(moment);
}
