import { useSyncExternalStore } from 'react';
import { Tooltip } from './Tooltip';

const MINUTE = 60_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** One clock for all relative times on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, MINUTE / 2);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

export function relativeTime(then: number, at: number, locale: string): string {
  const difference = Math.min(0, then - at);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  if (difference < -30 * 24 * 60 * MINUTE) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(then);
  for (const [unit, length] of STEPS) {
    if (-difference >= length) return words.format(Math.trunc(difference / length), unit);
  }
  return words.format(0, 'second');
}

interface TimeProps {
  value: string;
  locale: string;
  className?: string;
}

/** "2 h ago", with the exact time on hover. */
export function Time({ value, locale, className }: TimeProps) {
  const at = useSyncExternalStore(subscribe, () => now);
  const then = Date.parse(value);
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(then);
  return (
    <Tooltip text={exact}>
      <time dateTime={value} className={className}>
        {relativeTime(then, Math.max(at, then), locale)}
      </time>
    </Tooltip>
  );
}
