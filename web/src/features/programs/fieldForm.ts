import type { FieldInput } from '@/api/calls';
import type { FieldDefinition } from '@/api/types';
import type { Item } from './ItemsEditor';

export interface FieldForm {
  label: string;
  type: string;
  required: boolean;
  /** One per line. */
  options: string;
  items: Item[];
  placeholder: string;
  staffOnly: boolean;
}

export const formOfField = (field?: FieldDefinition): FieldForm => ({
  label: field?.label ?? '',
  type: field?.type ?? 'text',
  required: field?.required ?? false,
  options: field?.options.join('\n') ?? '',
  items: field === undefined || field.items.length === 0 ? [{ label: '' }] : field.items,
  placeholder: field?.placeholder ?? '',
  staffOnly: field?.visibility === 'staff',
});

export const optionsOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

export const itemsOf = (items: Item[]): Item[] =>
  items.map((item) => ({ ...item, label: item.label.trim() })).filter((item) => item.label !== '');

/** What the field would be, for a look at it before it is saved. */
export const draftOf = (form: FieldForm, field?: FieldDefinition): FieldDefinition => ({
  id: field?.id ?? 'draft',
  key: field?.key ?? 'draft',
  position: field?.position ?? 0,
  label: form.label,
  type: form.type,
  required: form.required,
  options: optionsOf(form.options),
  items: itemsOf(form.items).map((item, index) => ({ key: item.key ?? `item_${index}`, label: item.label })),
  placeholder: form.placeholder,
  visibility: form.staffOnly ? 'staff' : 'everyone',
});

/** The type is named only where it changes: it can't while requests hold values. */
export function inputOfField(form: FieldForm, field?: FieldDefinition): FieldInput {
  return {
    label: form.label.trim(),
    required: form.required,
    placeholder: form.placeholder.trim(),
    visibility: form.staffOnly ? 'staff' : 'everyone',
    ...(form.type === 'dropdown' && { options: optionsOf(form.options) }),
    ...(form.type === 'checklist' && { items: itemsOf(form.items) }),
    ...(form.type !== field?.type && { type: form.type }),
  };
}

/** A key that programs can use, made from the label; it stays when the label changes. */
export function keyFor(label: string, taken: readonly string[] = []): string {
  const plain = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const key = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '');
  const base = key === '' ? 'field' : key.slice(0, 50);
  for (let number = 1; ; number++) {
    const tried = number === 1 ? base : `${base.slice(0, 46)}_${number}`;
    if (!taken.includes(tried)) return tried;
  }
}
