import { Monitor, Smartphone, Terminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenSession } from '@/api/account';
import { Button } from '@/ui/Button';
import { When } from './When';

interface Props {
  label: string;
  sessions: readonly OpenSession[];
  /** Of the session that is just being ended. */
  ending: string | undefined;
  onEnd: (session: OpenSession) => void;
}

/** Log-ins in words that their owner recognises. */
export function SessionList({ label, sessions, ending, onEnd }: Props) {
  const { t } = useTranslation();
  return (
    <ul aria-label={label} className="border-t border-line">
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center gap-3 border-b border-line py-2">
          <DeviceIcon device={session.device} />
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">
              {session.device}
              {session.current && <span className="font-normal text-green"> · {t('account.thisOne')}</span>}
            </p>
            <p className="text-xs text-ink-3">
              {t('account.lastUsed')} <When at={session.lastUsedAt} /> {t('account.from', { address: session.address })}{' '}
              · {t('account.since')} <When at={session.createdAt} />
            </p>
          </div>
          {!session.current && (
            <Button
              aria-label={t('account.endOne', { device: session.device })}
              busy={ending === session.id}
              onClick={() => onEnd(session)}
            >
              {t('account.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function DeviceIcon({ device }: { device: string }) {
  const phone = /Android|iPhone|iPad/.test(device);
  const browser = device.includes(' on ');
  const Icon = phone ? Smartphone : browser ? Monitor : Terminal;
  return <Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3" />;
}
