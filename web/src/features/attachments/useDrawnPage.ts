import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { PdfDocument } from './pdfDocument';

/** `wordless`: drawn, with nothing to select or to be read out. */
export type PageState = 'drawing' | 'drawn' | 'wordless' | 'failed';

/** Keeps a page on the paper, drawn anew for another width. The page before stays until the next is there. */
export function useDrawnPage(pdf: PdfDocument, page: number, paper: RefObject<HTMLElement | null>): PageState {
  const width = useWidth(paper);
  const [drawn, setDrawn] = useState<{ page: number; state: PageState } | null>(null);
  useEffect(() => {
    if (width === 0) return;
    const drawing = new AbortController();
    pdf.draw(page, width, drawing.signal).then(
      ({ element, hasText }) => {
        if (drawing.signal.aborted) return;
        paper.current?.replaceChildren(element);
        setDrawn({ page, state: hasText ? 'drawn' : 'wordless' });
      },
      () => {
        if (drawing.signal.aborted) return;
        paper.current?.replaceChildren();
        setDrawn({ page, state: 'failed' });
      },
    );
    return () => drawing.abort();
  }, [pdf, page, width, paper]);
  const shown = drawn?.page;
  // A new page is read from its top.
  useLayoutEffect(() => {
    // Newer browsers answer a promise, which must not be taken for what the effect returns.
    paper.current?.scrollIntoView();
  }, [paper, shown]);
  return drawn?.page === page ? drawn.state : 'drawing';
}

/** In CSS pixels; 0 before it is known. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return width;
}
