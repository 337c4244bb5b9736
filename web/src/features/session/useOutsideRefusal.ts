import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useProblemText } from '@/domain/useProblemText';

/** What to tell somebody who is not logged in about a refusal. */
export function useOutsideRefusal(): (error: unknown) => string {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (error) => {
    if (!(error instanceof Problem)) return textOf(error);
    if (error.code === 'credentials') return t('session.wrong');
    if (error.code === 'user_inactive') return t('session.inactive');
    return textOf(error);
  };
}
