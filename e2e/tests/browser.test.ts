import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { type Company, emails, found, password } from '../src/company.ts';
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

const arrive = async (email: string) => (await Visitor.arrive(browser, server.url)).logIn(email, password);
const requests = () => `/programs/${company.programId}/requests`;

async function opened(visitor: Visitor, request: RequestView): Promise<Visitor> {
  await visitor.page.goto(`${requests()}/${request.id}`);
  await visitor.page.getByRole('heading', { name: request.title }).waitFor();
  await visitor.connectionIs('live');
  return visitor;
}

describe('two people at two browsers', () => {
  it('see each of the eight mutations of the other at once', async () => {
    const tom = await arrive(emails.member);
    const mara = await arrive(emails.manager);
    await mara.page.goto(`/programs/${company.programId}`);
    await mara.connectionIs('live');
    await tom.page.goto(`/programs/${company.programId}`);

    await tom.button(/New request/).click();
    await tom.page.getByLabel('Title').fill('Fix the coffee machine');
    await tom.page.getByLabel('Cost').fill('40');
    await tom.button('Save as draft').click();
    await tom.page.getByRole('heading', { name: 'Fix the coffee machine' }).waitFor();
    await mara.row('Fix the coffee machine').waitFor(); // 1 created

    await mara.row('Fix the coffee machine').getByRole('link').click();
    await mara.page.getByRole('heading', { name: 'Fix the coffee machine' }).waitFor();

    await tom.page.getByRole('button', { name: 'Fix the coffee machine' }).click();
    await tom.page.getByLabel('Title').fill('Fix the espresso machine');
    await tom.page.getByLabel('Title').press('Enter');
    await mara.page.getByRole('heading', { name: 'Fix the espresso machine' }).waitFor(); // 2 updated

    await tom.button('Submit').click();
    await mara.sees('submitted the request'); // 3 status changed
    await mara.button('Start review').waitFor();

    await tom.button('Assign to me').click();
    await mara.sees('took over'); // 4 assigned

    await tom.page.getByLabel('Write a comment').fill('It only does tea now.');
    await tom.button('Comment').click();
    await mara.sees('It only does tea now.'); // 5 comment added
    await tom.button('Delete comment').click();
    await tom.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await mara.noLongerSees('It only does tea now.'); // 6 comment deleted

    await tom.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'machine.txt', mimeType: 'text/plain', buffer: Buffer.from('Model: Steam 3') });
    await mara.page.getByRole('button', { name: 'Download machine.txt' }).first().waitFor(); // 7 attachment uploaded
    await tom.button('Delete machine.txt').click();
    await tom.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await mara.page.getByRole('button', { name: 'Download machine.txt' }).first().waitFor({ state: 'hidden' }); // 8 deleted

    expect([...tom.errors, ...mara.errors]).toEqual([]);
    await tom.leave();
    await mara.leave();
  });

  it('keep what both of them wrote when they edit the same field at once', async () => {
    const request = await company.member.post<RequestView>(requests(), { title: 'Order new lamps' });
    const mara = await opened(await arrive(emails.manager), request);
    await mara.page.getByRole('button', { name: 'Order new lamps' }).click();
    await mara.page.getByLabel('Title').fill('Order two new lamps');
    await company.member.patch(`${requests()}/${request.id}`, { title: 'Order three new lamps' });
    await mara.page.getByLabel('Title').press('Enter');
    await mara.sees('Order three new lamps');
    await mara.sees('Order two new lamps');
    await mara.button('Use mine').click();
    await mara.page.getByRole('heading', { name: 'Order two new lamps' }).waitFor();
    await mara.leave();
  });
});

describe('people at the same request', () => {
  it('see who else is there and who is writing, as far as they may know', async () => {
    const request = await company.client.post<RequestView>(requests(), { title: 'A quieter keyboard' });
    await company.client.post(`${requests()}/${request.id}/submission`);
    const cleo = await opened(await arrive(emails.client), request);
    const tom = await opened(await arrive(emails.member), request);
    const mara = await opened(await arrive(emails.manager), request);
    await mara.button(/are looking at this too/).waitFor();
    await tom.button(/are looking at this too/).waitFor();

    await mara.page.getByLabel('Internal: only staff see it').check();
    await mara.page.getByLabel('Write an internal comment').pressSequentially('Which one?');
    await tom.sees('is typing …');
    await tom.page.getByLabel('Write a comment').pressSequentially('On its way.');
    await cleo.sees('is typing …');
    const typing = await cleo.page.getByText('is typing …').textContent();
    await tom.button('Comment').click();
    await cleo.sees('On its way.');
    await cleo.noLongerSees('is typing …');
    expect(typing).toMatch(/^tom/);
    expect(await cleo.button(/looking at this too/).count()).toBe(0);

    await tom.leave();
    await mara.button(/is looking at this too/).waitFor();
    await cleo.leave();
    await mara.button(/looking at this too/).waitFor({ state: 'hidden' });
    expect(mara.errors).toEqual([]);
    await mara.leave();
  });
});

describe('a page that was cut off', () => {
  it('says so, and catches up by itself after the server was killed', async () => {
    const request = await company.manager.post<RequestView>(requests(), { title: 'Repair the lift' });
    const mara = await opened(await arrive(emails.manager), request);
    await server.kill();
    await mara.connectionIs('offline');
    await server.start();
    await company.manager.post(`${requests()}/${request.id}/comments`, { body: 'The technician comes on Monday.' });
    await mara.sees('The technician comes on Monday.');
    await mara.connectionIs('live');
    await mara.leave();
  });
});

describe('a session', () => {
  it('survives a reload and ends by logging out', async () => {
    const tom = await arrive(emails.member);
    await tom.page.reload();
    await tom.connectionIs('live');
    await tom.button(/^Account of/).click();
    await tom.page.getByRole('menuitem', { name: 'Log out' }).click();
    await tom.page.getByLabel('E-mail').waitFor();
    await tom.page.reload();
    await tom.page.getByLabel('E-mail').waitFor();
    await tom.leave();
  });
});

describe('what one may not do', () => {
  it('is shown with the reason', async () => {
    const request = await company.client.post<RequestView>(requests(), { title: 'A second monitor' });
    await company.client.post(`${requests()}/${request.id}/submission`);
    const tom = await opened(await arrive(emails.member), request);
    const approve = tom.button('Approve');
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    expect(await approve.evaluate((button) => button.ariaDescribedByElements?.[0]?.textContent)).toMatch(/manager/);
    await tom.leave();
  });

  it('is not there at all for a client who must not know of it', async () => {
    const request = await company.manager.post<RequestView>(requests(), { title: 'Salaries of next year' });
    await company.manager.post(`${requests()}/${request.id}/submission`);
    const cleo = await arrive(emails.client);
    await cleo.page.goto(`${requests()}/${request.id}`);
    await cleo.sees('This does not exist, or it is not shared with you.');
    await cleo.leave();
  });
});
