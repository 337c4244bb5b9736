import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPdf } from '../../web/src/testing/aPdf.ts';
import { barriers } from '../src/accessibility.ts';
import type { RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { type Company, emails, found, password } from '../src/company.ts';
import { FileDrag } from '../src/pointer.ts';
import { DocketServer } from '../src/server.ts';

let server: DocketServer;
let company: Company;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DocketServer.start(), launch()]);
  company = await found(server);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function aRequest(title: string): Promise<string> {
  const path = `/programs/${company.programId}/requests`;
  const { id } = await company.client.post<RequestView>(path, { title });
  await company.client.post(`${path}/${id}/submission`);
  return `${path}/${id}`;
}

async function opened(path: string, email: string, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await (await Visitor.arrive(browser, server.url, options)).logIn(email, password);
  await visitor.page.goto(path);
  await visitor.page.getByRole('heading', { name: 'Files' }).waitFor();
  await visitor.connectionIs('live');
  return visitor;
}

/** How much of a canvas is dark, in its middle and as a whole: 0 to 1. */
const inkOf = (canvas: Locator) =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const dark = (x: number, y: number, width: number, height: number) => {
      const points = element.getContext('2d')?.getImageData(x, y, width, height).data ?? [];
      let found = 0;
      for (let i = 0; i < points.length; i += 4) if ((points[i] ?? 255) < 128) found += 1;
      return found / (width * height);
    };
    const { width, height } = element;
    const middle = dark(Math.round(width / 2) - 5, Math.round(height / 2) - 5, 10, 10);
    return { middle, whole: dark(0, 0, width, height) };
  });

describe('a PDF', () => {
  it('is read page by page in the page, by nothing but what we ship', async () => {
    const path = await aRequest('A new badge reader');
    const pages = aPdf(['Offer for a badge reader', 'Terms of delivery', null]);
    await company.client.upload(`${path}/attachments`, 'offer.pdf', pages);
    const mara = await opened(path, emails.manager, { deviceScaleFactor: 2 });
    const asked: string[] = [];
    mara.page.on('request', (request) => asked.push(request.url()));
    expect(
      await mara.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
    ).not.toContainEqual(expect.stringMatching(/pdf/));

    const show = mara.button('Show offer.pdf');
    await show.focus();
    await mara.page.keyboard.press('Enter');
    const paper = mara.page.getByRole('region', { name: 'offer.pdf' });
    const canvas = paper.locator('canvas');
    await paper.getByText('Offer for a badge reader').waitFor();
    expect((await inkOf(canvas)).whole).toBeGreaterThan(0.0005);
    expect(await canvas.evaluate((element: HTMLCanvasElement) => element.width / element.clientWidth)).toBeCloseTo(
      2,
      1,
    );
    expect(await barriers(mara.page)).toEqual([]);

    await mara.page.keyboard.press('PageDown');
    expect(await paper.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    await mara.sees('Page 1 of 3');
    await mara.page.keyboard.press('PageDown');
    await mara.sees('Page 2 of 3');
    await paper.getByText('Terms of delivery').waitFor();
    expect(await paper.evaluate((element) => element.scrollTop)).toBeLessThan(50);

    await mara.button('Next page').click();
    await paper.getByText('This page is a picture without text that could be read out.').waitFor({ state: 'attached' });
    expect((await inkOf(canvas)).middle).toBe(1);

    await mara.page.keyboard.press('Escape');
    await mara.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await show.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'))).toEqual([]);
    expect(mara.errors).toEqual([]);
    await mara.leave();
  });

  it('that cannot be shown says why, and is downloaded', async () => {
    const path = await aRequest('A second badge reader');
    await company.client.upload(`${path}/attachments`, 'broken.pdf', '%PDF-1.7\nthe rest was lost on the way');
    await company.client.upload(`${path}/attachments`, 'locked.pdf', aPdf(['Secret'], { locked: true }));
    const mara = await opened(path, emails.manager);
    await mara.button('Show broken.pdf').click();
    await mara.sees('This document is damaged');
    await mara.page.keyboard.press('ArrowRight');
    await mara.sees('This document has a password');
    expect(await barriers(mara.page)).toEqual([]);
    const download = mara.page.waitForEvent('download');
    await mara.page.getByRole('alert').getByRole('button', { name: 'Download locked.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('locked.pdf');
    expect(mara.errors).toEqual([]);
    await mara.leave();
  });

  it('fills the width of a phone, and no more', async () => {
    const path = await aRequest('A third badge reader');
    await company.client.upload(`${path}/attachments`, 'offer.pdf', aPdf(['Offer', 'Terms']));
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const cleo = await opened(path, emails.client, phone);
    await cleo.button('Show offer.pdf').tap();
    const paper = cleo.page.getByRole('region', { name: 'offer.pdf' });
    await paper.getByText('Offer', { exact: true }).waitFor();
    const width = await paper.locator('canvas').evaluate((element) => element.clientWidth);
    expect(width).toBeGreaterThan(370);
    expect(await paper.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await cleo.button('Next page').tap();
    await paper.getByText('Terms', { exact: true }).waitFor();
    expect(await barriers(cleo.page)).toEqual([]);
    expect(cleo.errors).toEqual([]);
    await cleo.leave();
  });
});

describe('a file', () => {
  it('that is dropped on the page is there for everybody, or for staff alone', async () => {
    const path = await aRequest('Plans for the back door');
    const mara = await opened(path, emails.manager);
    const cleo = await opened(path, emails.client);
    const heading = { x: 500, y: 300 };
    const open = await FileDrag.enter(mara.page, 'plan.txt', 'Ground floor', heading);
    await open.dropOn(mara.page.getByText('Drop here for everybody who sees this request'));
    await mara.button('Download plan.txt').first().waitFor();
    await cleo.button('Download plan.txt').first().waitFor();

    const closed = await FileDrag.enter(mara.page, 'costs.txt', '4000', heading);
    await closed.dropOn(mara.page.getByText('Drop here for staff only'));
    await mara.page.getByRole('listitem').filter({ hasText: 'costs.txt' }).getByText('Internal').waitFor();
    await mara.page.getByText('Drop here for staff only').waitFor({ state: 'hidden' });
    expect(await cleo.page.getByText('costs.txt').count()).toBe(0);
    expect([...mara.errors, ...cleo.errors]).toEqual([]);
    await mara.leave();
    await cleo.leave();
  });

  it('that is pasted is uploaded and shown', async () => {
    const path = await aRequest('The door is broken');
    const mara = await opened(path, emails.manager, { permissions: ['clipboard-read', 'clipboard-write'] });
    await mara.page.evaluate(async () => {
      const picture = new OffscreenCanvas(40, 30);
      picture.getContext('2d')?.fillRect(0, 0, 20, 30);
      const type = 'image/png';
      await navigator.clipboard.write([new ClipboardItem({ [type]: await picture.convertToBlob({ type }) })]);
    });
    await mara.page.keyboard.press('Control+v');
    await mara.button('Show image.png').click();
    const picture = mara.page.getByRole('dialog').getByRole('img', { name: 'image.png' });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
    expect(mara.errors).toEqual([]);
    await mara.leave();
  });
});
