import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/domain/useProblemText';
import { GROUPS, matching, type Command } from './command';
import { CommandItem } from './CommandItem';
import { useCommands } from './useCommands';
import { useRequestSearch } from './useRequestSearch';

interface Props {
  programId: string | undefined;
  onClose: () => void;
}

/** Everything by typing: requests by key or words, programs, pages and what can be done here. */
export function Palette({ programId, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = useRef<() => void>(undefined);
  const [words, setWords] = useState('');
  const [activeId, setActiveId] = useState<string>();
  const found = useRequestSearch(words);
  // What the page offers does not change while the palette lies over it.
  const commands = useCommands(programId);

  const requests = found.places.map((place): Command => ({
    id: place.requestId,
    group: 'requests',
    label: place.title,
    hint: place.key,
    run: () =>
      void navigate({
        to: '/programs/$programId/requests/$requestId',
        params: { programId: place.programId, requestId: place.requestId },
      }),
  }));
  const others = matching(commands, words);
  const groups = GROUPS.map((group) => ({
    group,
    items: group === 'requests' ? requests : others.filter((command) => command.group === group),
  })).filter(({ items }) => items.length > 0);
  const flat = groups.flatMap(({ items }) => items);
  const at = Math.max(
    0,
    flat.findIndex((command) => command.id === activeId),
  );
  const active = flat[at];

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  const run = (command: Command) => {
    chosen.current = command.run;
    onClose();
  };
  const status = () => {
    if (found.searching) return t('palette.searching');
    if (found.tooShort) return t('palette.tooShort');
    if (found.error !== null) return textOf(found.error);
    if (flat.length === 0) return t('palette.nothing');
    return found.more && t('palette.more');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && flat.length > 0) setActiveId(flat[(at + step + flat.length) % flat.length]?.id);
    else if (event.key === 'Enter' && active !== undefined) run(active);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fade fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // What was chosen may put the focus somewhere; it must come last.
            if (chosen.current === undefined) return;
            event.preventDefault();
            chosen.current();
          }}
          className="rise fixed inset-x-2 top-2 z-50 flex max-h-[min(30rem,calc(100dvh-1rem))] flex-col overflow-hidden rounded-lg bg-surface shadow-float outline-none sm:inset-x-auto sm:top-[12dvh] sm:left-1/2 sm:w-[min(92vw,38rem)] sm:-translate-x-1/2"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <div className="flex items-center gap-2 border-b border-line px-4">
            <Search size={16} aria-hidden className="shrink-0 text-ink-3" />
            <input
              role="combobox"
              aria-label={t('palette.title')}
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={active && `${listId}-${active.id}`}
              placeholder={t('palette.placeholder')}
              autoComplete="off"
              spellCheck={false}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setActiveId(undefined);
              }}
              onKeyDown={onKeyDown}
              className="h-12 w-full bg-transparent outline-none"
            />
          </div>
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={t('palette.title')}
            className="peer min-h-0 overflow-y-auto p-2 empty:p-0"
          >
            {groups.map(({ group, items }) => (
              <div key={group} role="group" aria-label={t(`palette.${group}`)} className="pb-2 last:pb-0">
                <p aria-hidden className="px-2 pt-1 pb-1 text-xs text-ink-3">
                  {t(`palette.${group}`)}
                </p>
                {items.map((command) => (
                  <CommandItem
                    key={command.id}
                    id={`${listId}-${command.id}`}
                    command={command}
                    active={command === active}
                    onPoint={() => setActiveId(command.id)}
                    onRun={() => run(command)}
                  />
                ))}
              </div>
            ))}
          </div>
          <p
            role="status"
            className="border-t border-line px-4 py-2 text-xs text-ink-3 peer-empty:border-t-0 empty:hidden"
          >
            {status()}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
