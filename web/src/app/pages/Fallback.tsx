import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState } from '@/ui/states';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('error.notFoundTitle')} text={t('error.notFound')}>
      <Link to="/" className="text-accent underline-offset-2 hover:underline">
        {t('error.home')}
      </Link>
    </EmptyState>
  );
}

/** After an error in our own code; the message is for the console. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <ErrorState
      title={t('error.title')}
      text={t('error.unexpected')}
      retry={{ label: t('common.retry'), onRetry: () => location.reload() }}
    />
  );
}
