import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Album } from '../src/album.ts';
import { Api, type RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { type Company, found, password } from '../src/company.ts';
import { DocketServer } from '../src/server.ts';

// The tour that `./docket tour` photographs: two people at two browsers, and everything that the one does, the other sees at once.
const folder = resolve(process.env.TOUR ?? '../target/tour');
const desk = { viewport: { width: 1280, height: 800 } };

let server: DocketServer;
let browser: Browser;
let company: Company;
let album: Album;
let mara: Visitor;
let tom: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([DocketServer.start(), launch()]);
  company = await found(server);
  await decorate(company.member, company.programId);
  album = new Album(browser, folder);
  [mara, tom] = await Promise.all([arrive(company.manager), arrive(company.member)]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const arrive = async (user: Api) => {
  const visitor = await (await Visitor.arrive(browser, server.url, desk)).logIn(user.email, password);
  await visitor.page.goto(`/programs/${company.programId}`);
  await visitor.connectionIs('live');
  return visitor;
};

/** So that the list does not look as if nobody worked here. */
async function decorate(author: Api, programId: string): Promise<void> {
  const requests = `/programs/${programId}/requests`;
  for (const title of ['Lamp in the stairwell flickers', 'Parking card for the new colleague', 'Shelf for room 2.14']) {
    const request = await author.post<RequestView>(requests, { title, fields: { cost: 20 } });
    await author.post(`${requests}/${request.id}/submission`);
  }
}

/** @param spot what the picture is about, if it may be further down on the page */
async function both(name: string, caption: string, spot?: string): Promise<void> {
  for (const { page } of [tom, mara]) {
    if (spot === undefined) await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    else await page.getByText(spot).last().scrollIntoViewIfNeeded();
  }
  await album.add(name, caption, [
    { name: 'Tom, team member', page: tom.page },
    { name: 'Mara, manager', page: mara.page },
  ]);
}

describe('a tour with two people', () => {
  it('shows each of the eight mutations to the other at once', async () => {
    await tom.button(/New request/).click();
    await tom.page.getByLabel('Title').fill('Fix the coffee machine');
    await tom.page.getByLabel('Cost').fill('40');
    await tom.button('Save as draft').click();
    await tom.page.getByRole('heading', { name: 'Fix the coffee machine' }).waitFor();
    await mara.row('Fix the coffee machine').waitFor();
    await both('created', 'Tom writes a request, and it appears in Mara’s list.');

    await mara.row('Fix the coffee machine').getByRole('link').click();
    await mara.page.getByRole('heading', { name: 'Fix the coffee machine' }).waitFor();
    await tom.retitle('Fix the coffee machine', 'Fix the espresso machine');
    await mara.page.getByRole('heading', { name: 'Fix the espresso machine' }).waitFor();
    await both('updated', 'Tom changes the title under Mara’s eyes.');

    await tom.button('Submit').click();
    await mara.sees('submitted the request');
    await mara.button('Start review').waitFor();
    await both('status-changed', 'Tom submits it: now Mara can review it.');

    await tom.button('Assign to me').click();
    await mara.sees('took over');
    await both('assigned', 'Tom takes it over.');

    await tom.page.getByLabel('Write a comment').fill('It only does tea now.');
    await tom.button('Comment').click();
    await mara.sees('It only does tea now.');
    await both('comment-added', 'Tom comments.', 'It only does tea now.');
    await tom.button(/^Actions for the comment/).click();
    await tom.page.getByRole('menuitem', { name: 'Delete' }).click();
    await mara.noLongerSees('It only does tea now.');
    await both('comment-deleted', 'Tom thinks better of it, and the comment is gone for both.', 'took over');

    await tom.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'machine.txt', mimeType: 'text/plain', buffer: Buffer.from('Model: Steam 3') });
    await mara.page.getByRole('button', { name: 'Download machine.txt' }).first().waitFor();
    await both('attachment-uploaded', 'Tom adds a file.', 'machine.txt');
    await tom.button('Delete machine.txt').click();
    await mara.page.getByRole('button', { name: 'Download machine.txt' }).first().waitFor({ state: 'hidden' });
    await both('attachment-deleted', 'And removes it again.');
  });

  it('keeps what both of them wrote when they edit the same thing at once', async () => {
    await mara.page.getByRole('button', { name: 'Fix the espresso machine' }).click();
    await mara.page.getByLabel('Title').fill('Replace the espresso machine');
    await tom.retitle('Fix the espresso machine', 'Fix the espresso machine today');
    await mara.page.getByLabel('Title').press('Enter');
    await mara.button('Use mine').waitFor();
    await both('conflict', 'Both change the title at once: nothing is lost, Mara is asked which one holds.');
    await mara.button('Use mine').click();
    await tom.page.getByRole('heading', { name: 'Replace the espresso machine' }).waitFor();
    await both('conflict-solved', 'Mara takes hers, and Tom sees it.');
  });

  it('goes through the life cycle', async () => {
    await mara.button('Start review').click();
    await tom.sees('In review');
    await mara.button('Approve').click();
    await tom.button('Complete').waitFor();
    await both('approved', 'Mara approves; Tom, who took it over, may complete it now.');
    await tom.button('Complete').click();
    await mara.sees('Completed');
    await both('completed', 'Tom completes it.');
  });

  it('catches up by itself after the server was killed', async () => {
    await server.kill();
    await Promise.all([mara.connectionIs('offline'), tom.connectionIs('offline')]);
    await both('offline', 'The server is killed. Both pages say so; what one types is kept.');
    await server.start();
    const requests = await company.member.get<{ data: RequestView[] }>(`/programs/${company.programId}/requests`);
    const request = requests.data.find(({ title }) => title === 'Replace the espresso machine');
    const path = `/programs/${company.programId}/requests/${request?.id ?? ''}`;
    await company.member.post(`${path}/comments`, { body: 'The new one has arrived.' });
    await Promise.all([mara.sees('The new one has arrived.'), tom.sees('The new one has arrived.')]);
    await Promise.all([mara.connectionIs('live'), tom.connectionIs('live')]);
    await both(
      'caught-up',
      'It is back: both pages have what they missed, and nobody had to reload.',
      'The new one has arrived.',
    );
    album.bind('A tour with two people', 'Taken by `./docket tour`, which drives two browsers against a real server.');
    expect([...tom.errors, ...mara.errors]).toEqual([]);
  });
});
