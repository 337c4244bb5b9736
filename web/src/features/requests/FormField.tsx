import type { RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '@/api/types';
import { Checkbox, Field } from '@/ui/Field';
import { FieldGroup } from '@/ui/FieldGroup';
import { FieldInput } from './FieldInput';
import { FilesInput } from './FilesInput';
import type { FormValue } from './requestForm';

interface Props {
  field: FieldDefinition;
  value: FormValue;
  onChange: (value: FormValue) => void;
  onBlur?: () => void;
  error?: string;
  /** Where the cursor goes when something is wrong. */
  focusRef?: RefCallback<HTMLElement>;
  /** Chosen, and not on the server yet. */
  files?: readonly File[];
  onFiles?: (files: File[]) => void;
}

/** A custom field in a form, whichever of the seven types it has. */
export function FormField({ field, value, onChange, onBlur, error, focusRef, files = [], onFiles }: Props) {
  const { t } = useTranslation();
  const label = {
    label: field.label,
    required: field.required,
    mark: field.visibility === 'staff' ? t('requests.staffOnly') : undefined,
    error,
  };
  switch (field.type) {
    case 'checkbox':
      return field.required ? (
        <FieldGroup {...label}>
          <YesOrNo focusRef={focusRef} name={field.id} value={value} onChange={onChange} />
        </FieldGroup>
      ) : (
        <Checkbox
          label={
            <>
              {field.label}
              {label.mark !== undefined && <span className="text-ink-3"> · {label.mark}</span>}
            </>
          }
          hint={error !== undefined && <span className="text-danger">{error}</span>}
          ref={focusRef}
          checked={value === true}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.checked ? true : null)}
        />
      );
    case 'checklist':
      return (
        <FieldGroup {...label} hint={field.placeholder}>
          <Items focusRef={focusRef} field={field} checked={Array.isArray(value) ? value : []} onChange={onChange} />
        </FieldGroup>
      );
    case 'file_upload':
      return (
        <FieldGroup {...label} hint={field.placeholder}>
          <FilesInput focusRef={focusRef} label={field.label} files={files} onFiles={onFiles} />
        </FieldGroup>
      );
    default:
      return (
        <Field {...label}>
          {(control) => (
            <FieldInput
              field={field}
              {...control}
              ref={focusRef}
              value={typeof value === 'string' ? value : ''}
              onBlur={onBlur}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      );
  }
}

interface YesOrNoProps {
  name: string;
  value: FormValue;
  onChange: (value: boolean) => void;
  focusRef?: RefCallback<HTMLElement>;
}

/** Where an answer is required, an empty box must not stand for "no". */
function YesOrNo({ name, value, onChange, focusRef }: YesOrNoProps) {
  const { t } = useTranslation();
  return (
    <div className="flex gap-5">
      {[true, false].map((answer) => (
        <label key={String(answer)} className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-10">
          <input
            ref={answer ? focusRef : undefined}
            type="radio"
            name={name}
            className="size-4 accent-accent pointer-coarse:size-6"
            checked={value === answer}
            onChange={() => onChange(answer)}
          />
          {answer ? t('common.yes') : t('common.no')}
        </label>
      ))}
    </div>
  );
}

interface ItemsProps {
  field: FieldDefinition;
  checked: readonly string[];
  onChange: (checked: string[]) => void;
  focusRef?: RefCallback<HTMLElement>;
}

function Items({ field, checked, onChange, focusRef }: ItemsProps) {
  return field.items.map((item, index) => (
    <Checkbox
      key={item.key}
      ref={index === 0 ? focusRef : undefined}
      label={item.label}
      checked={checked.includes(item.key)}
      onChange={(event) =>
        onChange(
          field.items
            .map(({ key }) => key)
            .filter((key) => (key === item.key ? event.target.checked : checked.includes(key))),
        )
      }
    />
  ));
}
