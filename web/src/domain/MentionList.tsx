import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { PersonName } from './PersonName';
import type { MentionChoice } from './useMentions';

interface Props {
  id: string;
  choice: MentionChoice;
}

/** Whom one may mean, right above the text. The text keeps the focus. */
export function MentionList({ id, choice }: Props) {
  const { t } = useTranslation();
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t('request.mention')}
      className="rise absolute bottom-full left-2 z-20 mb-1 max-h-72 w-64 max-w-[calc(100%-1rem)] overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float"
    >
      {choice.people.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === choice.active}
          className={cx(
            'flex min-h-8 items-center rounded px-2 pointer-coarse:min-h-10',
            index === choice.active && 'bg-hover',
          )}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            choice.pick(person);
          }}
        >
          <PersonName person={person} />
        </li>
      ))}
    </ul>
  );
}
