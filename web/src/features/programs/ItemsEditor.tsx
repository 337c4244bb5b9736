import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { FieldGroup } from '@/ui/FieldGroup';
import { Input } from '@/ui/Field';

/** An item keeps its key while its label changes, and with the key what is checked. */
export interface Item {
  key?: string;
  label: string;
}

const MOST = 100;

interface Props {
  items: Item[];
  onChange: (items: Item[]) => void;
  error?: string;
}

/** The items of a checklist, one line each; Enter goes on with the next. */
export function ItemsEditor({ items, onChange, error }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus());
  const add = (at: number) => {
    if (items.length >= MOST) return;
    onChange(items.toSpliced(at, 0, { label: '' }));
    focus(at);
  };
  const remove = (index: number) => {
    onChange(items.toSpliced(index, 1));
    focus(Math.max(0, index - 1));
  };
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item !== undefined && to >= 0 && to < items.length) onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(index + 1);
    } else if (event.key === 'Backspace' && items[index]?.label === '' && items.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };
  return (
    <FieldGroup label={t('settings.items')} hint={t('settings.itemsHint')} error={error}>
      <ol ref={list} className="flex flex-col gap-1.5">
        {items.map((item, index) => {
          const name = t('settings.item', { place: index + 1 });
          return (
            <li key={item.key ?? index} className="flex items-center gap-1">
              <Input
                aria-label={name}
                autoComplete="off"
                maxLength={200}
                value={item.label}
                onChange={(event) => onChange(items.with(index, { ...item, label: event.target.value }))}
                onKeyDown={(event) => onKeyDown(event, index)}
              />
              <IconButton
                label={t('settings.moveUp', { label: name })}
                disabled={index === 0}
                className="disabled:opacity-30"
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp size={14} />
              </IconButton>
              <IconButton
                label={t('settings.moveDown', { label: name })}
                disabled={index === items.length - 1}
                className="disabled:opacity-30"
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown size={14} />
              </IconButton>
              <IconButton label={`${t('common.remove')} ${name}`} onClick={() => remove(index)}>
                <X size={14} />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <div>
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => add(items.length)}>
          {t('settings.addItem')}
        </Button>
      </div>
    </FieldGroup>
  );
}
