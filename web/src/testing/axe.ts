import axe from 'axe-core';
import { expect } from 'vitest';

/** What jsdom can't tell, as it lays nothing out; the pictures and the browser tests look at it. */
const LAID_OUT = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } };

/** Nobody is kept out: no finding of any weight in what is on the page, or in a part of one shown by itself. */
export async function expectAccessible(part: Element = document.body): Promise<void> {
  const region = { enabled: part === document.body };
  const { violations } = await axe.run(part, { rules: { ...LAID_OUT, region } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
