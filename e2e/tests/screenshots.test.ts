import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../src/accessibility.ts';
import { Api, type Named, type RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { DocketServer } from '../src/server.ts';

const folder = resolve(process.env.SCREENSHOTS ?? '../target/screenshots');
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; look: BrowserContextOptions }[] = [
  { name: 'desktop-light', look: { ...desktop, colorScheme: 'light' } },
  { name: 'desktop-dark', look: { ...desktop, colorScheme: 'dark' } },
  { name: 'phone-light', look: { ...phone, colorScheme: 'light' } },
  { name: 'phone-dark', look: { ...phone, colorScheme: 'dark' } },
];

interface Account {
  email: string;
  password: string;
}
interface Listed<T> {
  data: T[];
}
type ListedRequest = RequestView & { commentCount: number };

/** Pages by the name of their picture, of those who see the most of them, or see them in another way. */
interface Tour {
  role: string;
  account: Account;
  pages: Record<string, string>;
}

let server: DocketServer;
let browser: Browser;
let tours: Tour[];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [server, browser] = await Promise.all([DocketServer.start({ demo: true }), launch()]);
  tours = await Promise.all([forManager(), forClient(), forAdmin()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function forManager(): Promise<Tour> {
  const account = accountOf('manager');
  const { program, request } = await workOf(account, 'manager', 'in_review,submitted');
  return {
    role: 'manager',
    account,
    pages: {
      home: '/',
      programs: '/programs',
      requests: program,
      request,
      activity: `${program}/activity`,
      members: `${program}/members`,
      settings: `${program}/settings`,
      profile: '/profile',
    },
  };
}

async function forClient(): Promise<Tour> {
  const account = accountOf('client');
  const { program, request } = await workOf(account, 'client', '');
  return {
    role: 'client',
    account,
    pages: { 'client-home': '/', 'client-requests': program, 'client-request': request },
  };
}

async function forAdmin(): Promise<Tour> {
  const account = accountOf('admin');
  const api = await Api.logIn(server.url, account.email, account.password);
  const [person] = (await api.get<Listed<Named & { role: string }>>('/users?limit=100')).data.filter(
    ({ role }) => role === 'team_member',
  );
  return {
    role: 'admin',
    account,
    pages: {
      people: '/admin',
      person: `/admin/people/${person?.id ?? ''}`,
      audit: '/admin/audit',
      installation: '/admin/settings',
    },
  };
}

/** A program in which the account has the role, and the request there that is talked about most. */
async function workOf({ email, password }: Account, role: string, status: string) {
  const api = await Api.logIn(server.url, email, password);
  const programs = await api.get<Listed<Named & { myRole: string }>>('/programs?limit=100');
  const program = programs.data.find(({ myRole }) => myRole === role);
  if (program === undefined) throw new Error(`${email} is ${role} of no program`);
  const path = `/programs/${program.id}`;
  const filter = status === '' ? '' : `&status=${status}`;
  const requests = await api.get<Listed<ListedRequest>>(`${path}/requests?limit=100${filter}`);
  const [request] = requests.data.toSorted((a, b) => b.commentCount - a.commentCount);
  if (request === undefined) throw new Error(`${email} sees no request`);
  return { program: path, request: `${path}/requests/${request.id}` };
}

/** The first demo account of a role: lines of e-mail, role and password. */
function accountOf(role: string): Account {
  const lines = readFileSync(join(server.dataDir, 'demo-accounts.txt'), 'utf8').split('\n');
  const line = lines.find((text) => new RegExp(`\\b${role}\\b`).test(text) && text.includes('@'));
  const email = /\S+@\S+/.exec(line ?? '')?.[0];
  const password = line?.trim().split(/\s+/).at(-1);
  if (email === undefined || password === undefined) throw new Error(`no ${role} in:\n${lines.join('\n')}`);
  return { email, password };
}

describe.each(looks)('every page, $name', ({ name, look }) => {
  it('shows without an error, without a second scroll bar and without a barrier', async () => {
    const wrong: string[] = [];
    const lookAt = async (visitor: Visitor, page: string) => {
      await visitor.page.waitForLoadState('networkidle');
      await visitor.page.screenshot({ path: join(folder, `${page}-${name}.png`) });
      const { width, window } = await visitor.page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      if (width > window) wrong.push(`${page}: ${width} pixels wide (expected: at most ${window})`);
      wrong.push(...(await barriers(visitor.page)).map((barrier) => `${page}: ${barrier}`));
    };
    for (const { role, account, pages } of tours) {
      const visitor = await Visitor.arrive(browser, server.url, look);
      await visitor.page.getByLabel('E-mail').waitFor();
      if (role === 'manager') await lookAt(visitor, 'login');
      await visitor.logIn(account.email, account.password);
      for (const [page, path] of Object.entries(pages)) {
        await visitor.page.goto(path);
        await visitor.connectionIs('live');
        await lookAt(visitor, page);
      }
      wrong.push(...visitor.errors.map((error) => `${role}: ${error}`));
      await visitor.leave();
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});
