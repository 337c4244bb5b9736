import { Lock, Paperclip } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';

interface Props {
  enabled: boolean;
  /** Whether files for staff alone can be added: then one chooses by where they are dropped. */
  staff: boolean;
  /** For whom files are that are pasted. */
  pasteInternal: boolean;
  onFiles: (files: File[], internal: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** Takes files that are dropped anywhere on the page, or pasted where no text is being written. */
export function DropZone({ enabled, staff, pasteInternal, onFiles, className, children }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  // A drag enters and leaves each element that it passes.
  const inside = useRef(0);
  const isFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  const end = () => {
    inside.current = 0;
    setOver(false);
  };

  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!enabled || files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    onFiles(files, pasteInternal);
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  const target = (internal: boolean) => (
    <div
      onDrop={(event) => {
        event.preventDefault();
        end();
        onFiles([...event.dataTransfer.files], internal);
      }}
      className={cx(
        'flex flex-1 flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed p-6 text-center text-base font-medium',
        internal ? 'border-amber bg-amber-soft text-amber' : 'border-accent bg-accent-soft text-accent-strong',
      )}
    >
      {internal ? <Lock size={20} aria-hidden /> : <Paperclip size={20} aria-hidden />}
      {internal ? t('attachments.dropInternal') : t('attachments.drop')}
    </div>
  );

  return (
    <div
      className={cx('relative', className)}
      onDragEnter={(event) => {
        if (!isFiles(event)) return;
        inside.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        // Whatever is dropped beside a target must not be opened by the browser in place of the page.
        if (isFiles(event)) event.preventDefault();
      }}
      onDragLeave={() => {
        if (!over) return;
        inside.current -= 1;
        if (inside.current <= 0) end();
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        end();
      }}
    >
      {children}
      {over && (
        <div className="fade absolute inset-0 z-30 flex gap-3 bg-canvas/90 p-4 max-sm:flex-col">
          {target(false)}
          {staff && target(true)}
        </div>
      )}
    </div>
  );
}
