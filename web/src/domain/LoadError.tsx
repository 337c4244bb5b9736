import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ErrorState } from '@/ui/states';
import { useProblemText } from './useProblemText';

/** Stands where something should have been loaded. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const missing = error instanceof Problem && error.status === 404;
  return (
    <ErrorState
      title={missing ? t('error.notFoundTitle') : t('error.title')}
      text={textOf(error)}
      retry={missing ? undefined : { label: t('common.retry'), onRetry }}
    />
  );
}
