/** A document that is open, whoever opened it: tests stand in for the reader of PDF, which is loaded when it is needed. */
export interface PdfDocument {
  readonly pages: number;
  /** A page, from 1, drawn as wide as that in CSS pixels and as sharp as the screen. */
  draw(page: number, width: number, signal: AbortSignal): Promise<DrawnPage>;
}

export interface DrawnPage {
  element: HTMLElement;
  /** Whether it has words that can be selected and read out; a scan has none. */
  hasText: boolean;
}

/** It stays open until the signal is aborted. */
export type OpenPdf = (bytes: Blob, signal: AbortSignal) => Promise<PdfDocument>;

/** Why a document can't be shown: it is damaged, or opens by a password only. */
export class PdfRefusal extends Error {
  constructor(
    readonly why: 'broken' | 'locked',
    cause: unknown,
  ) {
    super(`The document is ${why}.`, { cause });
  }
}
