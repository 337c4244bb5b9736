import { X } from 'lucide-react';
import { AlertDialog, Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, IconButton } from './Button';
import { cx } from './cx';
import { useOpener } from './focus';

const SCRIM = 'fade fixed inset-0 z-40 bg-scrim';
const BOX =
  'rise fixed z-50 flex max-h-[92dvh] flex-col bg-surface shadow-float outline-none max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-xl sm:top-[12dvh] sm:left-1/2 sm:max-h-[76dvh] sm:w-[min(92vw,34rem)] sm:-translate-x-1/2 sm:rounded-lg';

/** Into the first input, where one goes on typing; without one, on the window itself and not on its close button. */
function focusInside(event: Event): void {
  const window = event.target as HTMLElement;
  event.preventDefault();
  (window.querySelector<HTMLElement>('form :is(input, textarea, select, button)') ?? window).focus();
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
}

/** A window over the page; on phones it rises from the bottom. Put buttons in a `DialogFooter`. */
export function Dialog({ open, onClose, title, description, closeLabel, children }: DialogProps) {
  const opener = useOpener();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          className={BOX}
          onOpenAutoFocus={(event) => {
            opener.remember();
            focusInside(event);
          }}
          onCloseAutoFocus={opener.giveBack}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className="flex items-start gap-2 px-5 pt-4 pb-1">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={closeLabel} className="-mr-2">
                <X size={16} />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogBody = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={cx('flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-3', className)}>{children}</div>
);

export const DialogFooter = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3 max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
    {children}
  </div>
);

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  action: string;
  cancel: string;
  onConfirm: () => void;
}

/** Asks before something that can't be undone. */
export function Confirm({ open, onClose, title, text, action, cancel, onConfirm }: ConfirmProps) {
  const opener = useOpener();
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={SCRIM} />
        <AlertDialog.Content
          className={cx(BOX, 'sm:w-[min(92vw,26rem)]')}
          onOpenAutoFocus={opener.remember}
          onCloseAutoFocus={opener.giveBack}
        >
          <div className="px-5 pt-4 pb-4">
            <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-ink-2">{text}</AlertDialog.Description>
          </div>
          <DialogFooter>
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant="danger" onClick={onConfirm}>
                {action}
              </Button>
            </AlertDialog.Action>
          </DialogFooter>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** The sidebar on phones. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const opener = useOpener();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={opener.remember}
          onCloseAutoFocus={opener.giveBack}
          className="slide-in fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col bg-canvas shadow-float outline-none"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
