import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { useFormat } from '@/domain/useFormat';
import { usePresence } from '@/live/react';
import { Avatar } from '@/ui/Avatar';
import { Tooltip } from '@/ui/Tooltip';

const SHOWN = 4;
const NAMED = 12;

/** Small avatars of the others who look at the request. */
export function RequestViewers({ requestRef }: { requestRef: RequestRef }) {
  const { t } = useTranslation();
  const { names } = useFormat();
  const { people, total } = usePresence(requestRef);
  if (total === 0) return null;
  const named = people.slice(0, NAMED);
  const unnamed = total - named.length;
  const everybody = [
    ...named.map((person) => person.name),
    ...(unnamed > 0 ? [t('presence.more', { count: unnamed })] : []),
  ];
  const shown = people.slice(0, total > SHOWN ? SHOWN - 1 : SHOWN);
  const text = t('presence.here', { count: total, names: names(everybody) });
  return (
    <Tooltip text={text}>
      <button type="button" aria-label={text} className="fade ml-auto flex shrink-0 gap-0.5 rounded-full p-0.5">
        {shown.map((person) => (
          <Avatar key={person.userId} id={person.userId} name={person.name} />
        ))}
        {total > shown.length && (
          <span
            aria-hidden
            className="flex h-5 min-w-5 items-center justify-center rounded-full bg-grey-soft px-1 text-[9px] font-semibold text-ink-2"
          >
            +{total - shown.length}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
