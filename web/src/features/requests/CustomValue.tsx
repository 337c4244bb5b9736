import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFieldType, type FieldDefinition, type RequestDetail } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { Checkbox } from '@/ui/Field';
import { EditNotes } from './EditNotes';
import { FieldInput, parseField } from './FieldInput';
import { leaveByKeys } from './leaveByKeys';
import { useFieldEdit } from './useFieldEdit';
import { useReturnFocus } from './useReturnFocus';

/** A value that is one thing, changed where it stands. */
export function CustomValue({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edit = useFieldEdit(request, `fields.${field.key}`);
  const [invalid, setInvalid] = useState(false);
  const label = field.label;
  const opener = useReturnFocus<HTMLButtonElement>(edit.editing || edit.conflict !== undefined);
  // A text stands there as a whole; elsewhere long ones are cut.
  const whole = field.type === 'text' && typeof edit.value === 'string' ? edit.value : format.value(edit.value);
  const text = edit.value === null ? t('requests.unset') : whole;
  const shown = edit.value === null ? <span className="text-ink-3">{text}</span> : text;

  if (!request.can.edit || !isFieldType(field.type))
    return <p className="min-h-8 py-1.5 whitespace-pre-wrap">{shown}</p>;

  if (field.type === 'checkbox') {
    const on = edit.value === true;
    return (
      <>
        <Checkbox
          className="py-1.5"
          aria-label={label}
          label={on ? t('common.yes') : t('common.no')}
          checked={on}
          onChange={(event) => edit.save(event.target.checked)}
        />
        <EditNotes edit={edit} label={label} />
      </>
    );
  }

  const save = (typed: string) => {
    const value = parseField(field.type, typed);
    setInvalid(value === undefined);
    if (value !== undefined) edit.save(value);
  };
  const cancel = () => {
    setInvalid(false);
    edit.cancel();
  };

  if (field.type === 'dropdown') {
    return (
      <>
        <FieldInput
          field={field}
          aria-label={label}
          className="plain -mx-2.5 [&>select]:h-8!"
          value={String(edit.value ?? '')}
          onChange={(event) => save(event.target.value)}
        />
        <EditNotes edit={edit} label={label} />
      </>
    );
  }

  return (
    <>
      {edit.editing && edit.conflict === undefined ? (
        <FieldInput
          field={field}
          aria-label={label}
          aria-invalid={invalid || undefined}
          autoFocus
          defaultValue={String(edit.initial ?? '')}
          onBlur={(event) => save(event.target.value)}
          onKeyDown={leaveByKeys(cancel)}
        />
      ) : (
        <button
          ref={opener}
          type="button"
          aria-label={`${t('requests.editLabel', { label })}: ${text}`}
          className="-mx-1.5 block min-h-8 w-full rounded px-1.5 py-1.5 text-left whitespace-pre-wrap hover:bg-hover pointer-coarse:min-h-10"
          onClick={() => edit.begin()}
        >
          {shown}
        </button>
      )}
      {invalid && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {t('requests.numberFormat')}
        </p>
      )}
      <EditNotes edit={edit} label={label} />
    </>
  );
}
