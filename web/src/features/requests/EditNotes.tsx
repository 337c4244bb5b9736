import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/domain/useFormat';
import { Button } from '@/ui/Button';
import { isFocusLost } from '@/ui/focus';
import type { FieldEdit } from './useFieldEdit';

interface Props {
  edit: FieldEdit;
  label: string;
  /** A value in the words of the field, where it is not its own text. */
  format?: (value: unknown) => string;
}

/** Beside a field: what went wrong with it, or what somebody else made of it in the meantime. */
export function EditNotes({ edit, label, format }: Props) {
  const { t } = useTranslation();
  const plain = useFormat();
  const text = format ?? plain.value;
  const { conflict, meanwhile, error, by } = edit;
  const said = by === undefined ? t('requests.theirsUnnamed', { label }) : t('request.theirs', { label, name: by });
  if (conflict !== undefined) return <Choice edit={edit} said={said} text={text} />;
  return (
    <>
      {error !== undefined && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
      {meanwhile !== undefined && (
        <p role="status" className="mt-1 rounded bg-amber-soft px-2 py-1 text-xs text-amber">
          {said} {t('request.nowIs', { value: text(meanwhile.value) })}
        </p>
      )}
    </>
  );
}

/** Theirs or mine. Nobody overwrites anybody without knowing it. */
function Choice({ edit, said, text }: { edit: FieldEdit; said: string; text: (value: unknown) => string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { conflict } = edit;
  // The editor has gone, and the focus with it.
  useEffect(() => {
    if (isFocusLost()) box.current?.focus();
  }, []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alertdialog"
      aria-label={t('requests.staleLabel')}
      className="rise mt-2 rounded-md border border-amber/40 bg-amber-soft p-3 text-ink"
    >
      <p className="font-medium">{said}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-2">{t('requests.theirsValue')}</dt>
        <dd className="whitespace-pre-wrap">{text(conflict?.theirs)}</dd>
        <dt className="text-ink-2">{t('requests.yoursValue')}</dt>
        <dd className="whitespace-pre-wrap">{text(conflict?.yours)}</dd>
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
