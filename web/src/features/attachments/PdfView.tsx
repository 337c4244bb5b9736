import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/ui/states';
import type { OpenPdf } from './pdfDocument';
import { PdfNotice } from './PdfNotice';
import { PdfPages } from './PdfPages';
import { usePdf } from './usePdf';

interface Props {
  bytes: Blob;
  name: string;
  onDownload: () => void;
  open?: OpenPdf;
}

/** A document, page by page, or why it can't be shown. */
export function PdfView({ bytes, name, onDownload, open }: Props) {
  const state = usePdf(bytes, open);
  switch (state.is) {
    case 'opening':
      return <PaperSkeleton name={name} />;
    case 'refused':
      return <PdfNotice why={state.why} name={name} onDownload={onDownload} />;
    case 'open':
      return <PdfPages pdf={state.pdf} name={name} />;
  }
}

/** A sheet of paper that is on its way. */
export function PaperSkeleton({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('pdf.opening', { name })} className="size-full overflow-hidden sm:p-4">
      <Skeleton className="mx-auto aspect-[1/1.414] w-full max-w-4xl" />
    </div>
  );
}
