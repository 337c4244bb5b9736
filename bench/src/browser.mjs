// The web app in a Chromium of the bench's own, with its list open and an editor over it.
import { chromium } from 'playwright-core';
import { eventually, pause } from './measure.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Runs in the page: the time from each keystroke until the frame that follows it has been painted. */
function measureKeys() {
  window.keyDelays = [];
  window.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keyDelays.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Runs in the page: scrolls through the list until a row has the title. */
async function findRow(list, title) {
  const scroller = list.parentElement;
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < scroller.scrollHeight; top += scroller.clientHeight / 2) {
    scroller.scrollTo(0, top);
    await frame();
    if ([...list.querySelectorAll('a')].some((link) => link.textContent === title)) return true;
  }
  return false;
}

export async function openList(docket, programId, rows) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: FLAGS,
  });
  const context = await browser.newContext({
    baseURL: docket.url,
    viewport: { width: 1440, height: 900 },
  });
  await context.request.post('/api/v1/auth/session', {
    data: { email: 'admin@docket.local', password: docket.password },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.addInitScript(measureKeys);
  await page.goto(`/programs/${programId}`);
  await page.locator('[data-testid=connection][data-state=live]').first().waitFor({ state: 'attached' });
  await loadAll(page, rows);
  await page.keyboard.press('n');
  const editor = page.getByLabel('Description');
  await editor.focus();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  let typed = 0;
  return {
    press: () => page.keyboard.press((typed += 1) % 12 === 0 ? 'Space' : 'abcdefghijk'[typed % 11]),
    settle: () => pause(300),
    takeDelays: () => page.evaluate(() => window.keyDelays.splice(0)),
    async metrics() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    },
    async trace(path, work) {
      await browser.startTracing(page, { path });
      await work();
      await browser.stopTracing();
    },
    /** Whether the list says what was changed last: by its events, for nothing is loaded again. */
    async showsLatest({ title }) {
      await page.keyboard.press('Escape');
      return page.getByRole('list', { name: 'Requests' }).evaluate(findRow, title);
    },
    close: () => browser.close(),
  };
}

/** Scrolls down until every row has been loaded, and back up. */
async function loadAll(page, rows) {
  const list = page.getByRole('list', { name: 'Requests' });
  await list.waitFor();
  const loaded = () => list.locator('li').first().getAttribute('aria-setsize').then(Number);
  await eventually(`${rows} rows`, 60_000, async () => {
    await list.evaluate((element) => element.parentElement.scrollTo(0, 1e9));
    return (await loaded()) >= rows;
  });
  await list.evaluate((element) => element.parentElement.scrollTo(0, 0));
}
