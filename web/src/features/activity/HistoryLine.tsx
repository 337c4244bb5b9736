import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/api/types';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import type { Words } from './useChangePhrases';
import { useEntryText } from './useEntryText';

interface Props {
  entry: HistoryEntry;
  words: Words;
  /** The request, where that is not clear from the page. */
  place?: ReactNode;
}

/** One entry as a sentence: who did what, when. */
export function HistoryLine({ entry, words, place }: Props) {
  const textOf = useEntryText(words);
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <div className="flex items-start gap-2 py-1 text-ink-2">
      <Avatar id={entry.actor.id} name={entry.actor.name} />
      <p className="min-w-0 flex-1">
        <span className="font-medium text-ink">{entry.actor.name}</span> {list.format(textOf(entry))}
        {place !== undefined && <span className="ml-1.5">{place}</span>}
      </p>
      <When at={entry.timestamp} className="shrink-0 text-xs leading-5 text-ink-3" />
    </div>
  );
}
