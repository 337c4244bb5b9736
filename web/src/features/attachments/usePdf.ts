import { useEffect, useState } from 'react';
import { PdfRefusal, type OpenPdf, type PdfDocument } from './pdfDocument';

export type PdfState =
  | { is: 'opening' }
  | { is: 'open'; pdf: PdfDocument }
  /** `unreadable`: for a reason that we do not know, or without the network that the reader is loaded over. */
  | { is: 'refused'; why: PdfRefusal['why'] | 'unreadable' };

const openWhenNeeded: OpenPdf = async (bytes, signal) => (await import('./pdf')).openPdf(bytes, signal);

/** A document for as long as it is looked at. */
export function usePdf(bytes: Blob, open: OpenPdf = openWhenNeeded): PdfState {
  const [state, setState] = useState<PdfState>({ is: 'opening' });
  useEffect(() => {
    const opening = new AbortController();
    const { signal } = opening;
    open(bytes, signal).then(
      (pdf) => {
        if (!signal.aborted) setState({ is: 'open', pdf });
      },
      (error: unknown) => {
        if (!signal.aborted) setState({ is: 'refused', why: error instanceof PdfRefusal ? error.why : 'unreadable' });
      },
    );
    return () => opening.abort();
  }, [bytes, open]);
  return state;
}
