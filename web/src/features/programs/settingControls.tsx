import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramEdit } from '@/api/programs';
import type { Program } from '@/api/types';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/Field';
import { SettingNote } from './SettingNote';
import { useSetting } from './useSetting';

interface Shared {
  program: Program;
  label: string;
  hint?: ReactNode;
}

interface SwitchProps extends Shared {
  checked: boolean;
  edit: (checked: boolean) => ProgramEdit;
}

export function SwitchSetting({ program, label, hint, checked, edit }: SwitchProps) {
  const setting = useSetting(program);
  return (
    <div>
      <Checkbox
        label={label}
        hint={hint}
        checked={checked}
        onChange={(event) => setting.save(edit(event.target.checked))}
      />
      <div className="pl-6">
        <SettingNote setting={setting} />
      </div>
    </div>
  );
}

interface ChoiceProps extends Shared {
  value: string;
  options: { value: string; label: string }[];
  edit: (value: string) => ProgramEdit;
  className?: string;
}

export function ChoiceSetting({ program, label, hint, value, options, edit, className }: ChoiceProps) {
  const setting = useSetting(program);
  return (
    <div>
      <Field label={label} hint={hint}>
        {(control) => (
          <Select
            {...control}
            className={className}
            value={value}
            onChange={(event) => setting.save(edit(event.target.value))}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SettingNote setting={setting} />
    </div>
  );
}

interface TextProps extends Shared {
  value: string;
  /** What to save, or the sentence that says why it can't be. */
  edit: (text: string) => ProgramEdit | string;
  type?: 'text' | 'date' | 'number';
  multiline?: boolean;
  maxLength?: number;
  placeholder?: string;
  className?: string;
  min?: number;
  max?: number;
}

/** Saved when one leaves it or presses Enter; Escape puts back what was there. What is refused stays typed. */
export function TextSetting({ program, label, hint, value, edit, multiline = false, ...input }: TextProps) {
  const { t } = useTranslation();
  const setting = useSetting(program);
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const leave = (unreadable = false) => {
    if (typed === undefined) return;
    // Half a date reads as nothing; it must not be taken for the wish to have none.
    if (unreadable) {
      setWrong(t('settings.unreadable'));
      return;
    }
    const text = typed.trim();
    const change = text === value ? undefined : edit(text);
    setWrong(typeof change === 'string' ? change : undefined);
    if (typeof change === 'string') return;
    setTyped(undefined);
    if (change !== undefined) setting.save(change);
  };
  const cancel = () => {
    setTyped(undefined);
    setWrong(undefined);
  };
  return (
    <div>
      <Field label={label} hint={hint} error={wrong}>
        {(control) => {
          const attributes = {
            ...control,
            ...input,
            autoComplete: 'off',
            value: typed ?? value,
          };
          return multiline ? (
            <Textarea
              {...attributes}
              rows={3}
              onBlur={() => leave()}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') cancel();
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave();
              }}
            />
          ) : (
            <Input
              {...attributes}
              onBlur={({ currentTarget }) => leave(currentTarget.validity.badInput)}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') cancel();
                if (event.key === 'Enter') leave(event.currentTarget.validity.badInput);
              }}
            />
          );
        }}
      </Field>
      <SettingNote setting={setting} />
    </div>
  );
}
