import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  /** A button. */
  trigger: ReactNode;
  label: string;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A small window that belongs to its button. */
export const Popover = ({ trigger, label, align = 'end', children }: Props) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        aria-label={label}
        className="rise z-50 w-80 max-w-[calc(100vw-1rem)] rounded-md border border-line bg-surface p-4 shadow-float outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
