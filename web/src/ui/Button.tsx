import { useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react';
import { cx } from './cx';
import { Tooltip } from './Tooltip';

type Variant = 'primary' | 'secondary' | 'ghost' | 'danger';

const LOOKS: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent not-aria-disabled:hover:bg-accent-strong font-medium',
  secondary: 'border border-line bg-surface not-aria-disabled:hover:bg-hover font-medium',
  ghost: 'text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink',
  danger: 'bg-danger text-on-danger not-aria-disabled:hover:opacity-90 font-medium',
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
  variant?: Variant;
  size?: 'md' | 'lg';
  icon?: ReactNode;
  /** At work: keeps its width and takes no second click. */
  busy?: boolean;
  /** Why it can't be used now. It stays focusable, so that the reason can be read by all. */
  reason?: string;
  shortcut?: string;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'md',
    icon,
    busy = false,
    reason,
    shortcut,
    className,
    onClick,
    children,
    ...rest
  } = props;
  const reasonId = useId();
  const blocked = busy || reason !== undefined;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      aria-disabled={blocked || undefined}
      aria-describedby={reason === undefined ? undefined : reasonId}
      aria-busy={busy || undefined}
      onClick={click}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap select-none',
        size === 'md' ? 'h-8 px-3' : 'h-10 px-4',
        LOOKS[variant],
        reason !== undefined && 'opacity-55',
        busy && 'animate-pulse',
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
  if (reason !== undefined) {
    return (
      <span className="contents">
        <Tooltip text={reason}>{button}</Tooltip>
        <span id={reasonId} className="sr-only">
          {reason}
        </span>
      </span>
    );
  }
  return shortcut === undefined ? (
    button
  ) : (
    <Tooltip text={children} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  ref?: Ref<HTMLButtonElement>;
  label: string;
  shortcut?: string;
}

/** A button that shows only an icon; its label is its name and its tooltip. */
export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        className={cx(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-10',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
