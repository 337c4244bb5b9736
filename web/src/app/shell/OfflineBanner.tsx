import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionDetails } from '@/live/react';
import { Button } from '@/ui/Button';
import { useClockTime } from './useClockTime';

/** A connection that is back before anybody reads this was not worth a word. */
const PATIENCE_MS = 5000;

export function OfflineBanner() {
  const { state, since, retry } = useConnectionDetails();
  return state === 'offline' ? <Patient key={since} since={since} retry={retry} /> : null;
}

function Patient({ since, retry }: { since: number; retry: () => void }) {
  const { t } = useTranslation();
  const time = useClockTime(since);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-red-soft px-4 py-1.5 text-red"
    >
      <WifiOff size={16} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">{t('connection.banner', { time })}</p>
      <Button onClick={retry}>{t('connection.tryNow')}</Button>
    </div>
  );
}
