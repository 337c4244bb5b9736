import { useTranslation } from 'react-i18next';
import { Time } from '@/ui/Time';

/** A moment, relative, in the viewer's language. */
export function When({ at, className }: { at: string; className?: string }) {
  const { i18n } = useTranslation();
  return <Time value={at} locale={i18n.language} className={className} />;
}
