import {
  getDocument,
  GlobalWorkerOptions,
  InvalidPDFException,
  PasswordException,
  TextLayer,
  VerbosityLevel,
  version,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { PdfRefusal, type DrawnPage, type OpenPdf } from './pdfDocument';

// The one file that knows pdf.js, and is loaded when the first document is opened.

GlobalWorkerOptions.workerSrc = workerAddress;

/** Where the build puts what some documents need besides: `build/pdfFiles.ts`. */
const FILES = import.meta.env.DEV ? '/node_modules/pdfjs-dist' : `/assets/pdfjs-${version}`;

/** No browser draws more on one canvas: that is where the strictest, on phones, ends. */
const MOST_PIXELS = 16_000_000;
/** In CSS pixels: a till receipt of ten metres is shown narrower, not as ten thousand lines. */
const LONGEST = 8192;

/**
 * Opens a document for looking at it. Nothing in it runs: scripts, forms and links stay asleep. WebAssembly would need a hole in
 * the content security policy, so that scans are decoded by slower scripts of our own origin.
 */
export const openPdf: OpenPdf = async (bytes, signal) => {
  const data = new Uint8Array(await bytes.arrayBuffer());
  signal.throwIfAborted();
  const opening = getDocument({
    data,
    useWasm: false,
    wasmUrl: `${FILES}/wasm/`,
    cMapUrl: `${FILES}/cmaps/`,
    standardFontDataUrl: `${FILES}/standard_fonts/`,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => void opening.destroy();
  signal.addEventListener('abort', close, { once: true });
  try {
    const pdf = await opening.promise;
    return {
      pages: pdf.numPages,
      draw: async (page, width, drawing) => draw(await pageOf(pdf, page, drawing), width, drawing),
    };
  } catch (error) {
    close();
    if (error instanceof PasswordException) throw new PdfRefusal('locked', error);
    if (error instanceof InvalidPDFException) throw new PdfRefusal('broken', error);
    throw error;
  }
};

async function pageOf(pdf: PDFDocumentProxy, page: number, signal: AbortSignal): Promise<PDFPageProxy> {
  const found = await pdf.getPage(page);
  signal.throwIfAborted();
  return found;
}

async function draw(page: PDFPageProxy, width: number, signal: AbortSignal): Promise<DrawnPage> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(width / natural.width, LONGEST / natural.height) });
  const sharpness = sharpnessOf(viewport.width, viewport.height, devicePixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width * sharpness);
  canvas.height = Math.round(viewport.height * sharpness);
  // Its words lie above it as text.
  canvas.ariaHidden = 'true';
  const text = document.createElement('div');
  text.className = 'pdf-text';

  const picture = page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
  const words = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  const stop = () => {
    picture.cancel();
    words.cancel();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all([picture.promise, words.render()]);
  } finally {
    signal.removeEventListener('abort', stop);
  }

  const element = document.createElement('div');
  element.className = 'pdf-page';
  element.style.width = `${viewport.width}px`;
  element.style.height = `${viewport.height}px`;
  element.style.setProperty('--total-scale-factor', String(viewport.scale));
  element.append(canvas, text);
  return { element, hasText: text.textContent.trim() !== '' };
}

/** Points of the screen per CSS pixel, as far as a canvas of that size may have them. */
export const sharpnessOf = (width: number, height: number, ratio: number): number =>
  Math.min(ratio, Math.sqrt(MOST_PIXELS / (width * height)));
