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
    expect(typing).toMatch(/^Tom/);
    expect(await cleo.button(/looking at this too/).count()).toBe(0);

    await tom.leave();
    await mara.button(/is looking at this too/).waitFor();
    await cleo.leave();
    await mara.button(/looking at this too/).waitFor({ state: 'hidden' });
    expect(mara.errors).toEqual([]);
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
