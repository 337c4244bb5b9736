import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { useFormat } from '@/domain/useFormat';
import { usePresence } from '@/live/react';
import { Avatar } from '@/ui/Avatar';

const NAMED = 2;

/** Who is writing a comment at this moment, where it is going to appear. Its place is kept, so that nothing moves. */
export function TypingLine({ requestRef }: { requestRef: RequestRef }) {
  const { t } = useTranslation();
  const { names } = useFormat();
  const typing = usePresence(requestRef).people.filter((person) => person.typing);
  const count = typing.length;
  const text =
    count > NAMED
      ? t('presence.typingMany', { count })
      : t('presence.typing', { count, names: names(typing.map((person) => person.name)) });
  return (
    <p aria-live="polite" className="-my-1 flex h-5 items-center px-3 text-xs text-ink-3">
      {count > 0 && (
        <span className="fade flex min-w-0 items-center gap-2">
          <span className="flex shrink-0 gap-0.5">
            {typing.slice(0, NAMED).map((person) => (
              <Avatar key={person.userId} id={person.userId} name={person.name} />
            ))}
          </span>
          <span className="truncate">{text}</span>
        </span>
      )}
    </p>
  );
}
