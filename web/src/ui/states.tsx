import { CircleCheck, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { cx } from './cx';

export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cx('skeleton', className)} />
);

export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-11 items-center gap-4 border-b border-line px-4">
          <Skeleton className="h-3 w-14" />
          <Skeleton className={cx('h-3', ['w-2/5', 'w-1/3', 'w-1/2'][row % 3])} />
          <Skeleton className="ml-auto h-3 w-20" />
        </div>
      ))}
    </div>
  );
}

interface StateProps {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** Nothing here, and what one could do about it. */
export const EmptyState = ({ icon, title, text, children }: StateProps) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
    {icon !== undefined && <div className="text-ink-3">{icon}</div>}
    <p className="text-base font-medium">{title}</p>
    {text !== undefined && <p className="text-ink-2">{text}</p>}
    {children !== undefined && <div className="mt-3 flex gap-2">{children}</div>}
  </div>
);

interface ErrorProps {
  title: string;
  text: string;
  retry?: { label: string; onRetry: () => void };
}

export const ErrorState = ({ title, text, retry }: ErrorProps) => (
  <div role="alert">
    <EmptyState title={title} text={text}>
      {retry && (
        <Button icon={<RotateCw size={14} />} onClick={retry.onRetry}>
          {retry.label}
        </Button>
      )}
    </EmptyState>
  </div>
);

export const Progress = ({ value, label }: { value: number; label: string }) => (
  <progress
    aria-label={label}
    value={value}
    max={1}
    className="h-1 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-grey-soft [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width]"
  />
);

/** What went wrong, beside what caused it. */
export const Alert = ({ children }: { children: ReactNode }) => (
  <div role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
    {children}
  </div>
);

/** What has just been done, beside what did it. */
export const Done = ({ children }: { children: ReactNode }) => (
  <p role="status" className="flex items-center gap-1.5 text-green">
    <CircleCheck size={14} aria-hidden className="shrink-0" />
    {children}
  </p>
);
