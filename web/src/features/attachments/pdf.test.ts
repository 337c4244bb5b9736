import { beforeAll, describe, expect, it } from 'vitest';
import { aPdf } from '@/testing/aPdf';
import { openPdf, sharpnessOf } from './pdf';
import { PdfRefusal } from './pdfDocument';

// There are no workers here, the reader takes this one instead; and Node 20 lacks what browsers have had since 2024.
beforeAll(async () => {
  Object.assign(Promise, { withResolvers });
  // @ts-expect-error -- it comes without types
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
});

function withResolvers<T>() {
  let resolve: unknown, reject: unknown;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

const open = (content: string, signal = new AbortController().signal) => openPdf(new Blob([content]), signal);
const refusal = (content: string) =>
  open(content).then(
    () => 'none',
    (error: unknown) => (error instanceof PdfRefusal ? error.why : error),
  );

describe('a document', () => {
  it('has its pages', async () => {
    expect(await open(aPdf(['One', 'Two', null]))).toMatchObject({ pages: 3 });
  });

  it('with a wrong table of contents is read all the same', async () => {
    const damaged = aPdf(['One', 'Two']).replace(/startxref\n\d+/, 'startxref\n7');
    expect(await open(damaged)).toMatchObject({ pages: 2 });
  });

  it.each([
    ['', 'broken'],
    ['%PDF-1.7\nnothing of what a document needs', 'broken'],
    [aPdf(['Secret'], { locked: true }), 'locked'],
  ])('is refused with the reason (%#)', async (content, why) => {
    expect(await refusal(content)).toBe(why);
  });

  it('that nobody waits for any more is not opened', async () => {
    const closed = AbortSignal.abort();
    await expect(open(aPdf(['One']), closed)).rejects.toThrow('aborted');
  });
});

it.each([
  [800, 1100, 1, 1],
  [800, 1100, 2, 2],
  [4000, 4000, 3, 1],
  [8000, 8000, 2, 0.5],
])('a page of %d x %d at %d points per pixel is drawn with %d', (width, height, ratio, sharpness) => {
  expect(sharpnessOf(width, height, ratio)).toBe(sharpness);
});
