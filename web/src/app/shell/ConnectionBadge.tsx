import { useTranslation } from 'react-i18next';
import { useConnection } from '@/live/react';
import { cx } from '@/ui/cx';
import { Tooltip } from '@/ui/Tooltip';

const LOOKS = {
  live: 'bg-green',
  'catching-up': 'bg-amber animate-pulse',
  offline: 'bg-red',
};

/** Says whether what one sees is live, and what that means. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const state = useConnection();
  return (
    <span data-testid="connection" data-state={state} className="contents">
      <Tooltip text={t(`connection.${state}Text`)}>
        <button
          type="button"
          className={cx(
            'flex h-7 shrink-0 items-center gap-2 rounded-full px-2.5 text-xs',
            state === 'live' ? 'text-ink-3' : state === 'offline' ? 'bg-red-soft text-red' : 'bg-amber-soft text-amber',
          )}
        >
          <span aria-hidden className={cx('size-2 rounded-full', LOOKS[state])} />
          <span aria-live="polite">{t(`connection.${state}`)}</span>
        </button>
      </Tooltip>
    </span>
  );
}
