import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFieldType, type FieldDefinition, type FieldValue, type Program, type RequestDetail } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { useGlow } from '@/domain/useGlow';
import { cx } from '@/ui/cx';
import { Checkbox } from '@/ui/Field';
import { EditNotes } from './EditNotes';
import { FieldInput, parseField } from './FieldInput';
import { useFieldEdit } from './useFieldEdit';

/** The program's own fields, each changed in place. */
export function RequestFields({ request, program }: { request: RequestDetail; program: Program }) {
  const { t } = useTranslation();
  const fields = program.fields.toSorted((a, b) => a.position - b.position);
  if (fields.length === 0) return null;
  return (
    <section aria-label={t('requests.details')}>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-1 sm:grid-cols-2">
        {fields.map((field) => (
          <CustomField key={field.id} field={field} request={request} />
        ))}
      </dl>
    </section>
  );
}

function CustomField({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const glow = useGlow(request.id, `fields.${field.key}`);
  return (
    <div className={cx('-mx-2 min-w-0 border-b border-line px-2 py-1.5', glow)}>
      <dt className="flex items-center gap-1.5 text-xs text-ink-3">
        {field.label}
        {field.required && <span aria-hidden>*</span>}
        {field.visibility === 'staff' && (
          <span className="inline-flex items-center gap-1 text-amber">
            <EyeOff size={11} aria-hidden />
            {t('requests.staffOnly')}
          </span>
        )}
      </dt>
      <dd className="mt-0.5">
        <CustomValue field={field} request={request} />
      </dd>
    </div>
  );
}

function CustomValue({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edit = useFieldEdit(request, `fields.${field.key}`);
  const [invalid, setInvalid] = useState(false);
  const label = field.label;
  const text = edit.value === null ? t('requests.unset') : format.value(withLabels(field, edit.value));
  const shown = edit.value === null ? <span className="text-ink-3">{text}</span> : text;

  if (!request.can.edit || !isFieldType(field.type)) return <p className="min-h-7 py-1 whitespace-pre-wrap">{shown}</p>;

  if (field.type === 'checkbox') {
    const on = edit.value === true;
    return (
      <>
        <Checkbox
          className="py-1"
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
          className="plain -mx-2.5"
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
          defaultValue={String(edit.value ?? '')}
          onBlur={(event) => save(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') cancel();
            if (event.key === 'Enter' && !event.shiftKey) event.currentTarget.blur();
          }}
        />
      ) : (
        <button
          type="button"
          aria-label={`${t('requests.editLabel', { label })}: ${text}`}
          className="-mx-1.5 block min-h-7 w-full rounded px-1.5 py-1 text-left whitespace-pre-wrap hover:bg-hover pointer-coarse:min-h-10"
          onClick={edit.begin}
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

/** A checklist keeps the keys of what is checked; people read the labels. */
function withLabels(field: FieldDefinition, value: FieldValue): FieldValue {
  if (!Array.isArray(value)) return value;
  return value.map((key) => field.items.find((item) => item.key === key)?.label ?? key).join(', ');
}
