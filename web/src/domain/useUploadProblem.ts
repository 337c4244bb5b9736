import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { useProblemText } from './useProblemText';

export interface UploadProblem {
  text: string;
  /** Whether the same file may well be taken another time. */
  again: boolean;
}

/** What to say beside a file that could not be stored. */
export function useUploadProblem(): (error: unknown, name: string) => UploadProblem {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (error, name) => {
    const slug = error instanceof Problem ? error.slug : error;
    switch (slug) {
      case 'too-large':
        return { text: t('attachments.tooLarge', { name }), again: false };
      case 'quota-reached':
        return { text: t('attachments.quota'), again: true };
      case 'unsupported-type':
        return { text: t('attachments.unsupported'), again: false };
      case 'storage-full':
        return { text: t('attachments.storageFull'), again: true };
      default:
        return { text: textOf(error), again: error instanceof Unreachable || isPassing(error) };
    }
  };
}

const isPassing = (error: unknown) => error instanceof Problem && (error.status === 429 || error.status >= 500);
