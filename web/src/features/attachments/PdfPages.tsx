import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/Button';
import type { PdfDocument } from './pdfDocument';
import { useDrawnPage } from './useDrawnPage';
import { usePageKeys } from './usePageKeys';

/** One page at a time, as wide as there is room and as a page is good to read. */
export function PdfPages({ pdf, name }: { pdf: PdfDocument; name: string }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const area = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const state = useDrawnPage(pdf, page, paper);
  const turn = (by: 1 | -1) => setPage((now) => Math.min(pdf.pages, Math.max(1, now + by)));
  usePageKeys(area, turn);

  return (
    <div className="flex size-full flex-col">
      <div
        ref={area}
        role="region"
        aria-label={name}
        aria-busy={state === 'drawing'}
        // It is scrolled by the keyboard, too.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto bg-sunken outline-offset-[-2px] [scrollbar-gutter:stable] sm:p-4"
      >
        {state === 'failed' && (
          <p role="alert" className="p-4 text-center">
            {t('pdf.pageFailed')}
          </p>
        )}
        {state === 'wordless' && <p className="sr-only">{t('pdf.noText')}</p>}
        <div ref={paper} className="mx-auto w-full max-w-4xl" />
      </div>
      {pdf.pages > 1 && (
        <div className="flex h-11 shrink-0 items-center justify-center gap-2 border-t border-line">
          <PageButton label={t('pdf.previous')} shortcut="PgUp" at={page === 1} onClick={() => turn(-1)}>
            <ChevronLeft size={16} />
          </PageButton>
          <span aria-live="polite" className="min-w-28 text-center text-xs text-ink-2 tabular-nums">
            {t('pdf.page', { page, pages: pdf.pages })}
          </span>
          <PageButton label={t('pdf.next')} shortcut="PgDn" at={page === pdf.pages} onClick={() => turn(1)}>
            <ChevronRight size={16} />
          </PageButton>
        </div>
      )}
    </div>
  );
}

interface PageButtonProps {
  label: string;
  shortcut: string;
  /** At the end: it keeps the focus. */
  at: boolean;
  onClick: () => void;
  children: ReactNode;
}

const PageButton = ({ at, ...rest }: PageButtonProps) => (
  <IconButton aria-disabled={at || undefined} className="aria-disabled:opacity-40" {...rest} />
);
