import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

export async function centreOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags by the mouse; `there` resolves when the page has noticed where it is, and then it is let go. */
export async function dragByMouse(page: Page, from: Point, to: Point, there: () => Promise<unknown>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 20 });
  await there();
  await page.mouse.up();
}

/** The same with a finger. */
export async function dragByTouch(page: Page, from: Point, to: Point, there: () => Promise<unknown>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  const steps = 20;
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
  }
  await there();
  await touch('touchEnd', []);
}

/** A file on its way over the page, as from the desktop. */
export class FileDrag {
  private constructor(
    private readonly send: (type: 'dragEnter' | 'dragOver' | 'drop', at: Point) => Promise<unknown>,
  ) {}

  static async enter(page: Page, name: string, content: string, at: Point): Promise<FileDrag> {
    const file = join(mkdtempSync(join(tmpdir(), 'docket-drag-')), name);
    writeFileSync(file, content);
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const drag = new FileDrag((type, { x, y }) => session.send('Input.dispatchDragEvent', { type, x, y, data }));
    await drag.send('dragEnter', at);
    await drag.send('dragOver', at);
    return drag;
  }

  async dropOn(target: Locator): Promise<void> {
    const at = await centreOf(target);
    await this.send('dragOver', at);
    await this.send('drop', at);
  }
}
