import { useTranslation } from 'react-i18next';
import { useFormat } from '@/domain/useFormat';
import { Button } from '@/ui/Button';
import type { FieldEdit } from './useFieldEdit';

/** Beside a field: what went wrong with it, or what somebody else made of it in the meantime. */
export function EditNotes({ edit, label }: { edit: FieldEdit; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { conflict, error } = edit;
  if (conflict === undefined) {
    if (error === undefined) return null;
    return (
      <p role="alert" className="mt-1 text-xs text-danger">
        {error}
      </p>
    );
  }
  return (
    <div
      role="alertdialog"
      aria-label={t('requests.staleLabel')}
      className="rise mt-2 rounded-md border border-amber/40 bg-amber-soft p-3 text-ink"
    >
      <p className="font-medium">{t('requests.theirsUnnamed', { label })}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-2">{t('requests.theirsValue')}</dt>
        <dd className="whitespace-pre-wrap">{format.value(conflict.theirs)}</dd>
        <dt className="text-ink-2">{t('requests.yoursValue')}</dt>
        <dd className="whitespace-pre-wrap">{format.value(conflict.yours)}</dd>
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={edit.takeTheirs}>{t('requests.takeTheirs')}</Button>
        <Button variant="primary" busy={edit.busy} onClick={edit.takeYours}>
          {t('requests.takeYours')}
        </Button>
      </div>
    </div>
  );
}
