import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { type Company, found, password } from '../src/company.ts';
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

/** Logs in by the keyboard: the first field has the focus, Enter sends. */
async function arrive(user: Api): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.page.getByLabel('E-mail').waitFor();
  await visitor.page.keyboard.type(user.email);
  await visitor.page.keyboard.press('Tab');
  await visitor.page.keyboard.type(password);
  await visitor.page.keyboard.press('Enter');
  await visitor.connectionIs('live');
  return visitor;
}

/** Goes on with Tab to a button or link with this name, and presses it. Fails if Tab goes round without finding it. */
async function press(visitor: Visitor, name: string): Promise<void> {
  const wanted = visitor.page.getByRole('button', { name, exact: true }).first();
  await wanted.waitFor();
  for (let i = 0; i < 80; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await visitor.page.keyboard.press('Enter');
      return;
    }
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`${name}: not reached by Tab`);
}

/** By the palette. */
async function search(visitor: Visitor, words: string): Promise<void> {
  await visitor.page.keyboard.press('Control+k');
  await visitor.page.getByRole('combobox').waitFor();
  await visitor.page.keyboard.type(words);
  await visitor.page.getByRole('option', { name: words }).first().waitFor();
  await visitor.page.keyboard.press('Enter');
}

it('takes a request through its whole life by the keyboard alone', async () => {
  const tom = await arrive(company.member);
  await search(tom, 'Operations');
  await tom.button(/New request/).waitFor();
  await tom.page.keyboard.press('n');
  await tom.page.getByRole('dialog').waitFor();
  await tom.page.keyboard.type('Sharpen the saws');
  await tom.page.keyboard.press('Control+Enter');
  await tom.page.getByRole('heading', { name: 'Sharpen the saws' }).waitFor();
  await tom.sees('Submitted');

  await press(tom, 'Assign to me');
  await tom.sees('took over');
  await tom.page.keyboard.press('e');
  await tom.page.locator('input:focus').waitFor();
  await tom.page.keyboard.press('Control+a');
  await tom.page.keyboard.type('Sharpen all saws');
  await tom.page.keyboard.press('Enter');
  await tom.page.getByRole('heading', { name: 'Sharpen all saws' }).waitFor();

  const mara = await arrive(company.manager);
  await search(mara, 'OPS-1');
  await mara.page.getByRole('heading', { name: 'Sharpen all saws' }).waitFor();
  await press(mara, 'Start review');
  await mara.page.keyboard.press('c');
  await mara.page.locator('textarea:focus').waitFor();
  await mara.page.keyboard.type('The band saw, too?');
  await mara.page.keyboard.press('Control+Enter');
  await tom.sees('The band saw, too?');
  await press(mara, 'Approve');
  await press(tom, 'Complete');
  await mara.sees('Completed');

  expect([...tom.errors, ...mara.errors]).toEqual([]);
  await tom.leave();
  await mara.leave();
});
