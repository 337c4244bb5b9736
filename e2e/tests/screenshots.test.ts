import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../src/accessibility.ts';
import { Api, type Named, type RequestView } from '../src/api.ts';
import { launch, Visitor } from '../src/browser.ts';
import { DocketServer } from '../src/server.ts';

const folder = resolve(process.env.SCREENSHOTS ?? '../target/screenshots');
const looks = [
  { name: 'desktop-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' as const },
  { name: 'desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const },
  {
    name: 'phone-light',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'light' as const,
  },
  {
    name: 'phone-dark',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark' as const,
  },
];

interface Listed<T> {
  data: T[];
}

let server: DocketServer;
let browser: Browser;
let paths: Record<string, string>;
let manager: { email: string; password: string };

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [server, browser] = await Promise.all([DocketServer.start({ demo: true }), launch()]);
  manager = account('manager');
  const api = await Api.logIn(server.url, manager.email, manager.password);
  const programs = await api.get<Listed<Named & { myRole: string }>>('/programs?limit=100');
  const program = programs.data.find(({ myRole }) => myRole === 'manager');
  if (program === undefined) throw new Error('the demo manager manages no program');
  const open = await api.get<Listed<RequestView & { commentCount: number }>>(
    `/programs/${program.id}/requests?limit=100&status=in_review,submitted`,
  );
  const [request] = open.data.toSorted((a, b) => b.commentCount - a.commentCount);
  if (request === undefined) throw new Error('the demo has no open request');
  const base = `/programs/${program.id}`;
  paths = {
    programs: '/',
    requests: base,
    request: `${base}/requests/${request.id}`,
    activity: `${base}/activity`,
    members: `${base}/members`,
    settings: `${base}/settings`,
  };
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The first demo account of a role: lines of e-mail, role and password. */
function account(role: string): { email: string; password: string } {
  const lines = readFileSync(join(server.dataDir, 'demo-accounts.txt'), 'utf8').split('\n');
  const line = lines.find((text) => new RegExp(`\\b${role}\\b`).test(text) && text.includes('@'));
  const email = /\S+@\S+/.exec(line ?? '')?.[0];
  const password = line?.trim().split(/\s+/).at(-1);
  if (email === undefined || password === undefined) throw new Error(`no ${role} in:\n${lines.join('\n')}`);
  return { email, password };
}

describe.each(looks)('every page, $name', ({ name, ...look }) => {
  it('shows without an error, without a second scroll bar and without a barrier', async () => {
    const visitor = await Visitor.arrive(browser, server.url, look);
    const hindering: Record<string, string[]> = {};
    const shot = async (page: string) => {
      await visitor.page.screenshot({ path: join(folder, `${page}-${name}.png`) });
      const found = await barriers(visitor.page);
      if (found.length > 0) hindering[page] = found;
    };
    await visitor.page.getByLabel('E-mail').waitFor();
    await shot('login');
    await visitor.logIn(manager.email, manager.password);
    for (const [page, path] of Object.entries(paths)) {
      await visitor.page.goto(path);
      await visitor.connectionIs('live');
      await visitor.page.waitForLoadState('networkidle');
      await shot(page);
      const overflow = await visitor.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${page} is wider than the window`).toBeLessThanOrEqual(0);
    }
    expect(hindering).toEqual({});
    expect(visitor.errors).toEqual([]);
    await visitor.leave();
  });
});
