import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/domain/useProblemText';
import type { Setting } from './useSetting';

const LINK = 'font-medium text-accent hover:underline pointer-coarse:min-h-10';

/** What became of the last change, beside what was changed. */
export function SettingNote({ setting }: { setting: Setting }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { error, insist, undo } = setting;
  if (insist !== undefined) {
    return (
      <p role="alert" className="flex flex-wrap gap-x-2 text-xs text-danger">
        {t('saving.stale')}
        <button type="button" className={LINK} onClick={insist}>
          {t('saving.insist')}
        </button>
      </p>
    );
  }
  if (error !== null) {
    return (
      <p role="alert" className="text-xs text-danger">
        {textOf(error)}
      </p>
    );
  }
  return (
    <p role="status" className="flex min-h-4 items-center gap-1.5 text-xs text-ink-3">
      {undo !== undefined && (
        <>
          <Check size={12} aria-hidden className="text-green" />
          {t('saving.saved')}
          <button type="button" className={LINK} onClick={undo}>
            {t('saving.undo')}
          </button>
        </>
      )}
    </p>
  );
}
