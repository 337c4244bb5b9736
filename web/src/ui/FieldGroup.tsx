import { useId, type ReactNode } from 'react';
import { cx } from './cx';

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  mark?: string;
  children: ReactNode;
}

/** Several controls that answer one question, with a label, a hint, and what is wrong with them. */
export function FieldGroup({ label, hint, error, required, mark, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <fieldset aria-describedby={note ? id : undefined} className="min-w-0">
      <legend className="mb-1 text-ink-2">
        {label}
        {required === true && <span aria-hidden> *</span>}
        {mark !== undefined && <span className="text-ink-3"> · {mark}</span>}
      </legend>
      <div className="flex flex-col gap-1.5">{children}</div>
      {note !== undefined && note !== '' && (
        <p
          id={id}
          role={error === undefined ? undefined : 'alert'}
          className={cx('mt-1 text-xs', error === undefined ? 'text-ink-3' : 'text-danger')}
        >
          {note}
        </p>
      )}
    </fieldset>
  );
}
