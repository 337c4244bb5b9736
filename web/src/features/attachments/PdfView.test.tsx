import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { TooltipProvider } from '@/ui/Tooltip';
import { PdfRefusal, type DrawnPage, type OpenPdf } from './pdfDocument';
import { PdfView } from './PdfView';

const user = userEvent.setup();

interface Drawing {
  page: number;
  width: number;
  signal: AbortSignal;
  done: (drawn: DrawnPage) => void;
  fail: (error: Error) => void;
}

/** Stands for the reader: the test decides when a page is drawn. */
class TestingPdf {
  readonly drawings: Drawing[] = [];
  signal: AbortSignal | undefined;

  constructor(readonly pages: number) {}

  readonly open: OpenPdf = (_bytes, signal) => {
    this.signal = signal;
    return Promise.resolve({
      pages: this.pages,
      draw: (page, width, drawing) =>
        new Promise((done, fail) => this.drawings.push({ page, width, signal: drawing, done, fail })),
    });
  };

  last(): Drawing {
    const drawing = this.drawings.at(-1);
    if (drawing === undefined) throw new Error('nothing is drawn');
    return drawing;
  }

  /** The page that was asked for last arrives. */
  arrive(hasText = true): Promise<void> {
    const element = document.createElement('div');
    element.textContent = `words of page ${this.last().page}`;
    return settle(() => this.last().done({ element, hasText }));
  }
}

const settle = (what: () => void) =>
  act(async () => {
    what();
    await Promise.resolve();
  });

async function show(open: OpenPdf, onDownload: () => void = () => undefined) {
  const bytes = new Blob(['x']);
  const view = render(
    <TooltipProvider>
      <main>
        <h1>Files</h1>
        <PdfView bytes={bytes} name="offer.pdf" onDownload={onDownload} open={open} />
      </main>
    </TooltipProvider>,
  );
  await settle(() => undefined);
  return view;
}

const next = () => screen.getByRole('button', { name: 'Next page' });
const previous = () => screen.getByRole('button', { name: 'Previous page' });
const paper = () => screen.getByRole('region', { name: 'offer.pdf' });

describe('the pages of a document', () => {
  it('are turned by buttons, which say where one is and keep the focus at the ends', async () => {
    const pdf = new TestingPdf(3);
    await show(pdf.open);
    await pdf.arrive();
    expect(paper()).toHaveTextContent('words of page 1');
    expect(screen.getByText('Page 1 of 3')).toHaveAttribute('aria-live', 'polite');
    expect(previous()).toHaveAttribute('aria-disabled', 'true');
    await user.click(next());
    await user.click(next());
    await pdf.arrive();
    expect(paper()).toHaveTextContent('words of page 3');
    expect(next()).toHaveAttribute('aria-disabled', 'true');
    expect(next()).toHaveFocus();
    await user.click(next());
    expect(screen.getByText('Page 3 of 3')).toBeVisible();
    await expectAccessible();
  });

  it('are turned by keys, wherever the focus is', async () => {
    const pdf = new TestingPdf(3);
    await show(pdf.open);
    await user.keyboard('{PageUp}');
    expect(screen.getByText('Page 1 of 3')).toBeVisible();
    await user.keyboard('{PageDown}{PageDown}{PageDown}');
    expect(screen.getByText('Page 3 of 3')).toBeVisible();
    await user.keyboard('{PageUp}');
    expect(pdf.last().page).toBe(2);
  });

  it('are scrolled by the same keys as far as there is more of the page', async () => {
    const pdf = new TestingPdf(2);
    await show(pdf.open);
    const area = paper();
    const scrolled = vi.fn();
    area.scrollBy = scrolled;
    Object.defineProperty(area, 'scrollHeight', { value: 2000 });
    await user.keyboard('{PageDown}');
    expect(scrolled).toHaveBeenCalledWith({ top: 720 });
    expect(screen.getByText('Page 1 of 2')).toBeVisible();
    area.scrollTop = 1200;
    await user.keyboard('{PageDown}');
    expect(screen.getByText('Page 2 of 2')).toBeVisible();
  });

  it('stay until the next one is there, as wide as there is room', async () => {
    const pdf = new TestingPdf(2);
    await show(pdf.open);
    await pdf.arrive();
    await user.click(next());
    expect(paper()).toHaveAttribute('aria-busy', 'true');
    expect(paper()).toHaveTextContent('words of page 1');
    await pdf.arrive();
    expect(paper()).toHaveTextContent(/^words of page 2$/);
    expect(paper()).toHaveAttribute('aria-busy', 'false');
    expect(pdf.drawings.map(({ page, width }) => [page, width])).toEqual([
      [1, 1200],
      [2, 1200],
    ]);
  });

  it('that were left are drawn no further, and never shown late', async () => {
    const pdf = new TestingPdf(2);
    await show(pdf.open);
    const first = pdf.last();
    await user.click(next());
    expect(first.signal.aborted).toBe(true);
    await pdf.arrive();
    await settle(() => first.done({ element: document.createElement('p'), hasText: false }));
    expect(paper()).toHaveTextContent('words of page 2');
  });

  it('that are damaged say so, and the others can be read', async () => {
    const pdf = new TestingPdf(2);
    await show(pdf.open);
    await settle(() => pdf.last().fail(new Error('bad stream')));
    expect(screen.getByRole('alert')).toHaveTextContent('This page cannot be shown.');
    await user.click(next());
    await pdf.arrive();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(paper()).toHaveTextContent('words of page 2');
  });

  it('without words say that to those who listen', async () => {
    const pdf = new TestingPdf(1);
    await show(pdf.open);
    await pdf.arrive(false);
    expect(screen.getByText('This page is a picture without text that could be read out.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
  });
});

describe('a document', () => {
  it('is announced while it is opened', async () => {
    await show(() => new Promise(() => undefined));
    expect(screen.getByRole('status', { name: 'Opening offer.pdf' })).toBeVisible();
  });

  it.each([
    [new PdfRefusal('broken', null), 'This document is damaged'],
    [new PdfRefusal('locked', null), 'This document has a password'],
    [new TypeError('Failed to fetch dynamically imported module'), 'This document cannot be shown at the moment'],
  ])('that can not be shown says why and can be downloaded (%s)', async (error, title) => {
    const onDownload = vi.fn();
    await show(() => Promise.reject(error), onDownload);
    expect(screen.getByRole('alert')).toHaveTextContent(title);
    await user.click(screen.getByRole('button', { name: 'Download offer.pdf' }));
    expect(onDownload).toHaveBeenCalledOnce();
    await expectAccessible();
  });

  it('is given up when it is closed, with what is being drawn of it', async () => {
    const pdf = new TestingPdf(2);
    const view = await show(pdf.open);
    view.unmount();
    expect(pdf.signal?.aborted).toBe(true);
    expect(pdf.last().signal.aborted).toBe(true);
  });
});
