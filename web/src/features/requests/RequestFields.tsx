import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, Program, RequestDetail } from '@/api/types';
import { useGlow } from '@/domain/useGlow';
import { cx } from '@/ui/cx';
import { Tooltip } from '@/ui/Tooltip';
import { ChecklistField } from './ChecklistField';
import { CustomValue } from './CustomValue';
import { FilesField } from './FilesField';

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

const isList = ({ type }: FieldDefinition) => type === 'checklist' || type === 'file_upload';

function CustomField({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const glow = useGlow(request.id, `fields.${field.key}`);
  return (
    <div className={cx('-mx-2 min-w-0 border-b border-line px-2 py-1.5', isList(field) && 'sm:col-span-2', glow)}>
      <dt className="flex items-center gap-1.5 text-xs text-ink-3">
        {field.label}
        {field.required && (
          <>
            <span aria-hidden>*</span>
            <span className="sr-only">{t('request.required')}</span>
          </>
        )}
        {field.visibility === 'staff' && (
          <Tooltip text={t('request.staffOnlyText')}>
            <span className="inline-flex items-center gap-1 text-amber">
              <EyeOff size={11} aria-hidden />
              {t('requests.staffOnly')}
            </span>
          </Tooltip>
        )}
      </dt>
      <dd className="mt-0.5">
        {field.type === 'checklist' ? (
          <ChecklistField field={field} request={request} />
        ) : field.type === 'file_upload' ? (
          <FilesField field={field} request={request} />
        ) : (
          <CustomValue field={field} request={request} />
        )}
      </dd>
    </div>
  );
}
