import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue } from '@/api/types';
import { Input, Select, Textarea } from '@/ui/Field';

type Props = { field: FieldDefinition } & Omit<ComponentProps<'input'>, 'ref'> & { ref?: React.Ref<never> };

/** The control for a custom field, except for checkboxes, which are their own label. */
export function FieldInput({ field, ...rest }: Props) {
  const { t } = useTranslation();
  const placeholder = field.placeholder;
  switch (field.type) {
    case 'dropdown':
      return (
        <Select {...(rest as ComponentProps<typeof Select>)}>
          <option value="">{t('requests.choose')}</option>
          {field.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      );
    case 'date':
      return <Input type="date" max="9999-12-31" className="w-44!" {...rest} />;
    case 'number':
      return <Input inputMode="decimal" autoComplete="off" placeholder={placeholder} className="w-44!" {...rest} />;
    default:
      return (
        <Textarea
          rows={1}
          maxLength={5000}
          placeholder={placeholder}
          className="min-h-9! py-1.5!"
          {...(rest as ComponentProps<typeof Textarea>)}
        />
      );
  }
}

/** What was typed, as the value to send: null when empty, undefined when it can't be one. */
export function parseField(type: string, typed: string | boolean): FieldValue | null | undefined {
  if (typeof typed === 'boolean') return typed;
  const text = typed.trim();
  if (text === '') return null;
  if (type !== 'number') return text;
  // One comma is a decimal comma; anything that is not wholly a number is none.
  const plain = /^[+-]?\d*,\d+$/.test(text) ? text.replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain) ? Number(plain) : undefined;
}
