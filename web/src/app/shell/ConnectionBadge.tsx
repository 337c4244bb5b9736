import { useTranslation } from 'react-i18next';
import { useConnectionDetails } from '@/live/react';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Popover } from '@/ui/Popover';
import { useClockTime } from './useClockTime';

const DOT = {
  live: 'bg-green',
  'catching-up': 'bg-amber animate-pulse',
  offline: 'bg-red',
};

const LOOKS = {
  live: 'text-ink-3 hover:bg-hover',
  'catching-up': 'bg-amber-soft text-amber',
  offline: 'bg-red-soft text-red',
};

/** Says whether what one sees is live; and, when asked, since when, and what becomes of what one types. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const { state, since, retry } = useConnectionDetails();
  const time = useClockTime(since);
  return (
    <span data-testid="connection" data-state={state} className="contents">
      <Popover
        label={t('connection.label')}
        trigger={
          <button
            type="button"
            className={cx(
              'flex h-7 shrink-0 items-center gap-2 rounded-full px-2.5 text-xs pointer-coarse:h-9',
              LOOKS[state],
            )}
          >
            <span aria-hidden className={cx('size-2 rounded-full', DOT[state])} />
            <span aria-live="polite" className={cx(state === 'live' && 'max-sm:sr-only')}>
              {t(`connection.${state}`)}
            </span>
          </button>
        }
      >
        <p className="flex items-center gap-2 font-medium">
          <span aria-hidden className={cx('size-2 rounded-full', DOT[state])} />
          {t(`connection.${state}`)}
          <span className="font-normal text-ink-3">{t('connection.since', { time })}</span>
        </p>
        <p className="mt-2 text-ink-2">{t(`connection.${state}Text`)}</p>
        <p className="mt-2 text-ink-2">
          {t(state === 'offline' ? 'connection.offlineTyping' : 'connection.liveTyping')}
        </p>
        {state === 'offline' && (
          <Button className="mt-3" onClick={retry}>
            {t('connection.tryNow')}
          </Button>
        )}
      </Popover>
    </span>
  );
}
