import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { bytesQuery } from '@/api/request';
import type { Attachment } from '@/api/types';
import { saveFile } from '@/ui/saveFile';
import { useProblemText } from '@/domain/useProblemText';
import { BlobImage } from '@/ui/BlobImage';
import { IconButton } from '@/ui/Button';
import { Skeleton } from '@/ui/states';

interface Props {
  requestRef: RequestRef;
  pictures: readonly Attachment[];
  shownId: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** A picture as large as the window, and the others by the arrow keys. */
export function PreviewDialog({ requestRef, pictures, shownId, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const at = pictures.findIndex(({ id }) => id === shownId);
  const picture = pictures[at];
  const { data, error } = useQuery({
    ...bytesQuery(requestRef, shownId, 'content'),
    enabled: picture !== undefined,
  });
  if (picture === undefined) return null;
  const go = (by: number) => {
    const next = pictures[(at + by + pictures.length) % pictures.length];
    if (next !== undefined) onShow(next.id);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') go(1);
    if (key === 'ArrowLeft') go(-1);
  };
  const several = pictures.length > 1;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fade fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fade fixed inset-0 z-50 flex flex-col bg-canvas outline-none sm:inset-4 sm:rounded-lg sm:shadow-float"
          onKeyDown={onKeyDown}
          // On the window itself: the arrow keys are for the pictures, and no button has been chosen.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.target as HTMLElement).focus();
          }}
        >
          <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate font-medium">{picture.name}</Dialog.Title>
            {several && (
              <>
                <span aria-live="polite" className="text-xs text-ink-3 tabular-nums">
                  {t('request.place', { at: at + 1, of: pictures.length })}
                </span>
                <IconButton label={t('attachments.previous')} shortcut="←" onClick={() => go(-1)}>
                  <ChevronLeft size={16} />
                </IconButton>
                <IconButton label={t('attachments.next')} shortcut="→" onClick={() => go(1)}>
                  <ChevronRight size={16} />
                </IconButton>
              </>
            )}
            <IconButton
              label={t('attachments.download', { name: picture.name })}
              disabled={data === undefined}
              onClick={() => data && saveFile(data, picture.name)}
            >
              <Download size={16} />
            </IconButton>
            <Dialog.Close asChild>
              <IconButton label={t('common.close')}>
                <X size={16} />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 items-center justify-center p-2 sm:p-4">
            {error !== null && <p role="alert">{textOf(error)}</p>}
            {data === undefined && error === null && <Skeleton className="size-48" />}
            {data !== undefined && (
              <BlobImage bytes={data} alt={picture.name} className="max-h-full max-w-full object-contain" />
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
