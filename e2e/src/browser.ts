import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS });

/** Somebody at a browser of their own, logged in, who finds things by their names as people do. */
export class Visitor {
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // Refusals that a test provokes are answers, not errors of the page.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        this.errors.push(message.text());
    });
  }

  static async arrive(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(30_000);
    const visitor = new Visitor(await context.newPage());
    await visitor.page.goto('/');
    return visitor;
  }

  async logIn(email: string, password: string): Promise<this> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.button('Log in').click();
    await this.connectionIs('live');
    return this;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  row(title: string): Locator {
    return this.page.getByRole('article').filter({ hasText: title });
  }

  /** On the page of a request. */
  async retitle(from: string, to: string): Promise<void> {
    await this.page.getByRole('button', { name: from }).click();
    await this.page.getByLabel('Title').fill(to);
    await this.page.getByLabel('Title').press('Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async noLongerSees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: 'hidden' });
  }

  async connectionIs(state: 'live' | 'catching-up' | 'offline'): Promise<void> {
    await this.page.locator(`[data-testid="connection"][data-state="${state}"]`).first().waitFor({ state: 'attached' });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
