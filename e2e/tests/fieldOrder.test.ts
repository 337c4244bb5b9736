import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { type Company, emails, found, password } from '../src/company.ts';
import { eventually } from '../src/eventually.ts';
import { centreOf, dragByMouse, dragByTouch } from '../src/pointer.ts';
import { DocketServer } from '../src/server.ts';

let server: DocketServer;
let company: Company;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DocketServer.start(), launch()]);
  company = await found(server);
  for (const label of ['Size', 'Colour'])
    await company.manager.post(`/programs/${company.programId}/fields`, {
      label,
      key: label.toLowerCase(),
      type: 'text',
    });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function opened(email: string, path: string, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await (await Visitor.arrive(browser, server.url, options)).logIn(email, password);
  await visitor.page.goto(`/programs/${company.programId}${path}`);
  await visitor.sees('Colour');
  await visitor.connectionIs('live');
  return visitor;
}

/** The labels in the order in which this person sees them. */
async function orderSeenBy(visitor: Visitor): Promise<string[]> {
  const text = await visitor.page.locator('main').innerText();
  return ['Cost', 'Size', 'Colour'].sort((a, b) => text.indexOf(a) - text.indexOf(b));
}

const seesOrder = (visitor: Visitor, ...labels: string[]) =>
  eventually(`the order ${labels.join(', ')}`, 30_000, async () => {
    return (await orderSeenBy(visitor)).join() === labels.join();
  });

it('fields are put in order by the pointer, on the pages of others at once', async () => {
  const request = await company.member.post<RequestView>(`/programs/${company.programId}/requests`, {
    title: 'Paint the door',
  });
  const tom = await opened(emails.member, `/requests/${request.id}`);
  await seesOrder(tom, 'Cost', 'Size', 'Colour');

  const mara = await opened(emails.manager, '/settings#fields');
  const below = async (visitor: Visitor, label: string) => {
    const { x, y } = await centreOf(visitor.button(`Move ${label}`));
    return { x, y: y + 10 };
  };
  await visibleIn(mara);
  await dragByMouse(mara.page, await centreOf(mara.button('Move Cost')), await below(mara, 'Colour'), () =>
    mara.page.getByText('Cost is at place 3 of 3').waitFor({ state: 'attached' }),
  );
  await seesOrder(mara, 'Size', 'Colour', 'Cost');
  await seesOrder(tom, 'Size', 'Colour', 'Cost');

  const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true };
  const again = await opened(emails.manager, '/settings#fields', tablet);
  await visibleIn(again);
  await dragByTouch(again.page, await centreOf(again.button('Move Size')), await below(again, 'Colour'), () =>
    again.page.getByText('Size is at place 2 of 3').waitFor({ state: 'attached' }),
  );
  await seesOrder(again, 'Colour', 'Size', 'Cost');
  await seesOrder(tom, 'Colour', 'Size', 'Cost');
  await seesOrder(mara, 'Colour', 'Size', 'Cost');

  // What was begun and is not meant is left by Escape.
  const escape = async () => {
    await mara.page.getByText('Colour is at place 3 of 3').waitFor({ state: 'attached' });
    await mara.page.keyboard.press('Escape');
  };
  await dragByMouse(mara.page, await centreOf(mara.button('Move Colour')), await below(mara, 'Cost'), escape);
  await seesOrder(mara, 'Colour', 'Size', 'Cost');

  expect([...mara.errors, ...tom.errors, ...again.errors]).toEqual([]);
  for (const visitor of [mara, tom, again]) await visitor.leave();
});

/** A pointer reaches only what is in sight, and near an edge the page would scroll under it. */
const visibleIn = (visitor: Visitor) =>
  visitor.button('Move Colour').evaluate((handle) => {
    handle.scrollIntoView({ block: 'center' });
  });
