import { Check } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';

export interface PickerOption {
  value: string;
  /** What the words are searched in. */
  text: string;
  label: ReactNode;
}

interface PickerProps {
  trigger: ReactNode;
  label: string;
  searchLabel: string;
  emptyText: string;
  value: string | null;
  options: PickerOption[];
  onPick: (value: string) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSearch?: (words: string) => void;
}

/** Chooses one of many by typing a few letters. */
export function Picker(props: PickerProps) {
  const { trigger, open, onOpenChange } = props;
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={props.label}
          className="rise z-50 w-72 rounded-md border border-line bg-surface shadow-float outline-none"
        >
          <PickerList {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PickerList({ label, searchLabel, emptyText, value, options, onPick, onOpenChange, onSearch }: PickerProps) {
  const listId = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const fits = (option: PickerOption) => option.text.toLowerCase().includes(words.trim().toLowerCase());
  const shown = onSearch === undefined ? options.filter(fits) : options;
  const at = Math.min(active, shown.length - 1);
  const current = shown[at];
  const idOf = (option: PickerOption) => `${listId}-${option.value}`;

  const pick = (option: PickerOption) => {
    onPick(option.value);
    onOpenChange(false);
  };
  const type = (text: string) => {
    setWords(text);
    setActive(0);
    onSearch?.(text);
  };
  const go = (to: number) => {
    setActive(to);
    const option = shown[to];
    if (option !== undefined) document.getElementById(idOf(option))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows are for the letters that are being put together, as in Japanese.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) go((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && current !== undefined) pick(current);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        role="combobox"
        aria-label={searchLabel}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && idOf(current)}
        placeholder={searchLabel}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-10 w-full rounded-t-md border-b border-line bg-transparent px-3 outline-none"
      />
      <ul id={listId} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto p-1">
        {shown.map((option, index) => (
          <li
            key={option.value}
            id={idOf(option)}
            role="option"
            aria-selected={option.value === value}
            onPointerMove={() => setActive(index)}
            onClick={() => pick(option)}
            className={cx('flex min-h-9 items-center gap-2 rounded px-2', option === current && 'bg-hover')}
          >
            <span className="min-w-0 flex-1">{option.label}</span>
            {option.value === value && <Check size={14} strokeWidth={2.5} />}
          </li>
        ))}
        {shown.length === 0 && <li className="px-2 py-3 text-ink-3">{emptyText}</li>}
      </ul>
    </>
  );
}
