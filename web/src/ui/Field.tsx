import { ChevronDown } from 'lucide-react';
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { cx } from './cx';

const BOX =
  'w-full rounded-md border border-line-strong/60 bg-surface px-2.5 text-ink hover:border-line-strong aria-invalid:border-danger disabled:opacity-60';

export interface ControlProps {
  id: string;
  'aria-required'?: true;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Shown in place of the word behind the label, e.g. "optional". */
  mark?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A control with its label, a hint, and beside it what is wrong with it. */
export function Field({ label, hint, error, required, mark, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2">
        {label}
        {required === true && <span aria-hidden> *</span>}
        {mark !== undefined && <span className="text-ink-3"> · {mark}</span>}
      </label>
      {children({
        id,
        'aria-required': required === true ? true : undefined,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': note ? noteId : undefined,
      })}
      {note !== undefined && note !== '' && (
        <p
          id={noteId}
          role={error === undefined ? undefined : 'alert'}
          className={cx('text-xs', error === undefined ? 'text-ink-3' : 'text-danger')}
        >
          {note}
        </p>
      )}
    </div>
  );
}

export const Input = ({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) => (
  <input className={cx(BOX, 'h-9', className)} {...rest} />
);

export const Textarea = ({
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) => (
  <textarea className={cx(BOX, 'field-sizing-content min-h-20 py-2 leading-relaxed', className)} {...rest} />
);

/** The platform's own list: good on phones, with screen readers and by keyboard. */
export const Select = ({
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> }) => (
  <span className={cx('relative block', className)}>
    <select
      className={cx(BOX, 'h-9 appearance-none truncate pr-8 [.plain>&]:border-transparent [.plain>&]:bg-transparent')}
      {...rest}
    />
    <ChevronDown
      size={14}
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
    />
  </span>
);

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  ref?: Ref<HTMLInputElement>;
  label: ReactNode;
  hint?: ReactNode;
};

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx('flex items-start gap-2', className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:mt-0 pointer-coarse:size-6"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...rest}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
