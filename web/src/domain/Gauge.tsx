import { useTranslation } from 'react-i18next';
import type { UtilisationGauge } from '@/api/types';
import { cx } from '@/ui/cx';

const NEAR_PERCENT = 80;

/** As the server counts it: a warning in time. */
export function gaugeOf(active: number, limit: number | null): UtilisationGauge {
  if (limit === null) return { active, limit, percent: null, state: 'unlimited' };
  const percent = Math.floor((active * 100) / limit);
  return { active, limit, percent, state: active >= limit ? 'reached' : percent >= NEAR_PERCENT ? 'near' : 'free' };
}

const COLOURS = { free: 'bg-accent', near: 'bg-amber', reached: 'bg-danger', unlimited: 'bg-accent' };
const WORDS = { free: 'text-ink-2', near: 'text-amber', reached: 'text-danger', unlimited: 'text-ink-2' };

/** How far a limit is used: in words, and as a bar that changes its colour before the limit is hit. */
export function Gauge({ gauge, label }: { gauge: UtilisationGauge; label: string }) {
  const { t } = useTranslation();
  const { active, limit, percent, state } = gauge;
  if (limit === null) return <span className="text-ink-2">{t('usage.active', { count: active })}</span>;
  const text = t('usage.of', { active, limit });
  return (
    <div className="min-w-0">
      <p className={cx('flex flex-wrap gap-x-1.5 tabular-nums', WORDS[state])}>
        {text}
        {state === 'near' && <span>· {t('usage.near')}</span>}
        {state === 'reached' && <span className="font-medium">· {t('usage.reached')}</span>}
      </p>
      <div
        role="meter"
        aria-label={label}
        aria-valuenow={active}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuetext={text}
        className="mt-1 h-1 overflow-hidden rounded-full bg-grey-soft"
      >
        <div
          className={cx('h-full rounded-full', COLOURS[state])}
          style={{ width: `${Math.min(100, percent ?? 0)}%` }}
        />
      </div>
    </div>
  );
}
