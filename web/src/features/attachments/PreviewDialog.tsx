import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { bytesQuery } from '@/api/request';
import type { Attachment } from '@/api/types';
import { useDownload } from '@/domain/useDownload';
import { useProblemText } from '@/domain/useProblemText';
import { BlobImage } from '@/ui/BlobImage';
import { IconButton } from '@/ui/Button';
import { useOpener } from '@/ui/focus';
import { saveFile } from '@/ui/saveFile';
import { Skeleton } from '@/ui/states';
import type { OpenPdf } from './pdfDocument';
import { PdfNotice } from './PdfNotice';
import { PaperSkeleton, PdfView } from './PdfView';
import { isPdf, LARGEST_PDF } from './showable';

interface Props {
  requestRef: RequestRef;
  files: readonly Attachment[];
  shownId: string;
  onShow: (id: string) => void;
  onClose: () => void;
  openPdf?: OpenPdf;
}

/** A picture or a document as large as the window, and the others by the arrow keys. */
export function PreviewDialog({ requestRef, files, shownId, onShow, onClose, openPdf }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const at = files.findIndex(({ id }) => id === shownId);
  const file = files[at];
  const tooLarge = file !== undefined && isPdf(file) && file.size > LARGEST_PDF;
  const { data, error } = useQuery({
    ...bytesQuery(requestRef, shownId, 'content'),
    enabled: file !== undefined && !tooLarge,
  });
  const download = useDownload(requestRef);
  const opener = useOpener();
  if (file === undefined) return null;
  const { name } = file;
  const problem = error ?? download.error;
  const save = () => (data === undefined ? download.mutate(file) : saveFile(data, name));
  const go = (by: number) => {
    const next = files[(at + by + files.length) % files.length];
    if (next !== undefined) onShow(next.id);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') go(1);
    if (key === 'ArrowLeft') go(-1);
  };
  const content = () => {
    if (tooLarge) return <PdfNotice why="tooLarge" name={name} onDownload={save} />;
    if (data === undefined) return isPdf(file) ? <PaperSkeleton name={name} /> : <Skeleton className="size-48" />;
    if (isPdf(file)) return <PdfView key={file.id} bytes={data} name={name} onDownload={save} open={openPdf} />;
    return <BlobImage bytes={data} alt={name} className="max-h-full max-w-full object-contain p-2 sm:p-4" />;
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fade fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fade fixed inset-0 z-50 flex flex-col bg-canvas outline-none sm:inset-4 sm:rounded-lg sm:shadow-float"
          onKeyDown={onKeyDown}
          // On the window itself: the arrow keys are for the files, and no button has been chosen.
          onOpenAutoFocus={(event) => {
            opener.remember();
            event.preventDefault();
            (event.target as HTMLElement).focus();
          }}
          onCloseAutoFocus={opener.giveBack}
        >
          <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate font-medium">{name}</Dialog.Title>
            {files.length > 1 && (
              <>
                <span aria-live="polite" className="text-xs text-ink-3 tabular-nums">
                  {t('request.place', { at: at + 1, of: files.length })}
                </span>
                <IconButton label={t('attachments.previous')} shortcut="←" onClick={() => go(-1)}>
                  <ChevronLeft size={16} />
                </IconButton>
                <IconButton label={t('attachments.next')} shortcut="→" onClick={() => go(1)}>
                  <ChevronRight size={16} />
                </IconButton>
              </>
            )}
            <IconButton label={t('attachments.download', { name })} onClick={save}>
              <Download size={16} />
            </IconButton>
            <Dialog.Close asChild>
              <IconButton label={t('common.close')}>
                <X size={16} />
              </IconButton>
            </Dialog.Close>
          </div>
          {problem !== null && (
            <p role="alert" className="p-4 text-center">
              {textOf(problem)}
            </p>
          )}
          {error === null && <div className="flex min-h-0 flex-1 items-center justify-center">{content()}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
