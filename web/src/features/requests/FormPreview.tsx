import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '@/api/types';
import { Segments } from '@/ui/Segments';
import { FormField } from './FormField';
import { emptyForm, type FormValue } from './requestForm';

type Reader = 'staff' | 'client';

/** The form of a request as people meet it; one can try it, and nothing is sent. */
export function FormPreview({ fields }: { fields: readonly FieldDefinition[] }) {
  const { t } = useTranslation();
  const [reader, setReader] = useState<Reader>('staff');
  const [values, setValues] = useState<Record<string, FormValue>>({});
  const shown = fields.filter((field) => reader === 'staff' || field.visibility !== 'staff');
  const empty = emptyForm(fields).fields;
  return (
    <section aria-label={t('preview.title')} className="rounded-md border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2">
        <h3 className="text-xs font-medium text-ink-3">{t('preview.title')}</h3>
        <Segments
          label={t('preview.reader')}
          value={reader}
          onChange={setReader}
          options={[
            { value: 'staff', label: t('preview.staff') },
            { value: 'client', label: t('preview.client') },
          ]}
        />
      </div>
      <div className="flex flex-col gap-4 px-3 py-3">
        {shown.length === 0 && <p className="text-ink-3">{t('preview.nothing')}</p>}
        {shown.map((field) => (
          <FormField
            // What was tried does not fit a field of another type.
            key={`${field.id}-${field.type}`}
            field={reader === 'staff' ? field : { ...field, visibility: 'everyone' }}
            value={values[`${field.key}-${field.type}`] ?? empty[field.key] ?? null}
            onChange={(value) => setValues({ ...values, [`${field.key}-${field.type}`]: value })}
          />
        ))}
      </div>
    </section>
  );
}
