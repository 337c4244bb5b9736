import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { formatWait } from './format';

/** What to tell a person about an error: the server's sentence if it gave one. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error) => {
      if (error instanceof Unreachable) return t('error.offline');
      if (!(error instanceof Problem) || !error.hasWords) return t('error.unexpected');
      if (error.status === 429) {
        const { retryAfter } = error;
        return retryAfter === undefined
          ? t('error.tooMany')
          : t('error.tooManyUntil', { wait: formatWait(retryAfter, i18n.language) });
      }
      if (error.slug === 'takes-too-long') return t('error.takesTooLong');
      if (error.slug === 'not-found') return t('error.notFound');
      return error.errors.length > 0 ? error.errors.map(({ message }) => message).join(' ') : error.message;
    },
    [t, i18n.language],
  );
}
