import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unreachable } from './problem';
import { SessionKeeper, type SessionPorts } from './session';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T10:00:00.000Z');

/** One browser: tabs share the channel, the lock and the cookie, which is good for one use. */
class TestingBrowser {
  cookie: number | null = 1;
  refreshes = 0;
  reused = false;
  reachable = true;
  refusal: object | undefined;
  user = { id: 'u1', name: 'Mara' };
  private lock: Promise<unknown> = Promise.resolve();
  private readonly channels: { onmessage: ((message: MessageEvent) => unknown) | null }[] = [];

  openTab(startOver = () => undefined as unknown): SessionKeeper {
    const channel = {
      onmessage: null as ((message: MessageEvent) => unknown) | null,
      postMessage: (data: unknown) => {
        for (const other of this.channels) if (other !== channel) other.onmessage?.({ data } as MessageEvent);
      },
    };
    this.channels.push(channel);
    const ports: SessionPorts = {
      channel: channel,
      startOver: () => void startOver(),
      locked: (work) => {
        const mine = this.lock.then(work);
        this.lock = mine.catch(() => undefined);
        return mine;
      },
      fetch: (input, init) => this.answer(input as string, init?.method ?? 'GET'),
    };
    return new SessionKeeper(ports);
  }

  private async answer(path: string, method: string): Promise<Response> {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    if (method === 'DELETE') {
      this.cookie = null;
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/refresh')) {
      const sent = this.cookie;
      await Promise.resolve(); // the answer takes its time; a second use of the same cookie would be seen
      if (sent === null || this.refusal) return this.refuse(this.refusal ?? { code: 'session_ended' });
      if (sent !== this.cookie) this.reused = true;
    } else if (this.refusal) {
      return this.refuse(this.refusal);
    }
    this.refreshes += 1;
    this.cookie = (this.cookie ?? 0) + 1;
    const expiresAt = new Date(Date.now() + 15 * MINUTE).toISOString();
    const body = { accessToken: `token-${this.refreshes}`, expiresAt, user: this.user };
    return Response.json(body, { headers: { Date: new Date().toUTCString() } });
  }

  private refuse(more: object): Response {
    const document = { type: '/problems/unauthenticated', title: 'No', status: 401, ...more };
    return Response.json(document, { status: document.status });
  }
}

let browser: TestingBrowser;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  browser = new TestingBrowser();
});
afterEach(() => vi.useRealTimers());

describe('a refresh', () => {
  it('at the start keeps the session', async () => {
    const tab = browser.openTab();
    expect(await tab.renew()).toBe('token-1');
    expect(tab.state).toMatchObject({ status: 'in', user: { id: 'u1' }, token: 'token-1' });
  });

  it('is sent once however many ask', async () => {
    const tab = browser.openTab();
    const tokens = await Promise.all([tab.renew(), tab.renew(), tab.renew()]);
    expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
    expect(browser.refreshes).toBe(1);
  });

  it('is not sent for a token that has been replaced already', async () => {
    const tab = browser.openTab();
    await tab.renew();
    await tab.renew('token-1');
    expect(await tab.renew('token-1')).toBe('token-2');
    expect(browser.refreshes).toBe(2);
  });

  it('of several tabs at once never uses a cookie twice', async () => {
    const tabs = [browser.openTab(), browser.openTab(), browser.openTab()];
    const tokens = await Promise.all(tabs.map((tab) => tab.renew()));
    expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
    expect(browser.reused).toBe(false);
    expect(browser.refreshes).toBe(1);
  });

  it('happens a minute before the token expires, by the clock of the server', async () => {
    const tab = browser.openTab();
    await tab.renew();
    await vi.advanceTimersByTimeAsync(13 * MINUTE);
    expect(browser.refreshes).toBe(1);
    await vi.advanceTimersByTimeAsync(MINUTE + 1000);
    expect(tab.token).toBe('token-2');
  });

  it('by one tab spares the others theirs', async () => {
    const [one, other] = [browser.openTab(), browser.openTab()];
    await one.renew();
    await vi.advanceTimersByTimeAsync(14 * MINUTE + 1000);
    expect(browser.refreshes).toBe(2);
    expect(other.token).toBe(one.token);
  });

  it('without a session leads to the log-in, without a reason', async () => {
    browser.cookie = null;
    const tab = browser.openTab();
    expect(await tab.renew()).toBeNull();
    expect(tab.state).toEqual({ status: 'out', reason: undefined });
  });

  it('that is refused later says that the session has ended, in all tabs', async () => {
    const [one, other] = [browser.openTab(), browser.openTab()];
    await one.renew();
    browser.cookie = null;
    expect(await one.renew()).toBeNull();
    expect(one.state).toEqual({ status: 'out', reason: 'ended' });
    expect(other.state).toEqual({ status: 'out', reason: 'ended' });
  });

  it('that is refused for too many tries is not the end of the session', async () => {
    const tab = browser.openTab();
    await tab.renew();
    browser.refusal = { status: 429, retryAfter: 5 };
    await expect(tab.renew()).rejects.toMatchObject({ status: 429, retryAfter: 5 });
    expect(tab.token).toBe('token-1');
    // In its own time nobody waits for it, and the next call that is refused asks again.
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(tab.state.status).toBe('in');
  });

  it('after a night asleep takes the cookie that is still good', async () => {
    const tab = browser.openTab();
    await tab.renew();
    vi.setSystemTime(START + 9 * 60 * MINUTE);
    expect(await tab.renew('token-1')).toBe('token-2');
    expect(tab.state.status).toBe('in');
  });

  it('tells a deactivated person so', async () => {
    browser.refusal = { code: 'user_inactive' };
    const tab = browser.openTab();
    await tab.renew();
    expect(tab.state).toEqual({ status: 'out', reason: 'inactive' });
  });

  it('without a server is not the end of the session', async () => {
    const tab = browser.openTab();
    await tab.renew();
    browser.reachable = false;
    await expect(tab.renew()).rejects.toBeInstanceOf(Unreachable);
    expect(tab.state.status).toBe('in');
  });

  it('without a server at the start says so, and can be tried again', async () => {
    browser.reachable = false;
    const tab = browser.openTab();
    await expect(tab.renew()).rejects.toBeInstanceOf(Unreachable);
    expect(tab.state.status).toBe('unreachable');
    browser.reachable = true;
    expect(await tab.renew()).toBe('token-1');
  });
});

describe('logging in and out', () => {
  it('on purpose gives the other tabs no reason to wonder', async () => {
    const [one, other] = [browser.openTab(), browser.openTab()];
    await one.renew();
    await one.logOut();
    expect(other.state).toEqual({ status: 'out', reason: undefined });
  });

  it('logs in here and in the other tabs', async () => {
    const [one, other] = [browser.openTab(), browser.openTab()];
    await one.logIn('mara@example.test', 'secret');
    expect(other.token).toBe(one.token);
  });

  it('says what was wrong', async () => {
    browser.refusal = { code: 'credentials', detail: 'E-mail or password is wrong.' };
    const tab = browser.openTab();
    await expect(tab.logIn('mara@example.test', 'x')).rejects.toMatchObject({ code: 'credentials', status: 401 });
    expect(tab.token).toBeNull();
  });

  it('logs out everywhere, also without a server', async () => {
    const [one, other] = [browser.openTab(), browser.openTab()];
    await one.renew();
    browser.reachable = false;
    await expect(one.logOut()).rejects.toBeInstanceOf(Unreachable);
    expect([one.state.status, other.state.status]).toEqual(['out', 'out']);
  });

  it('keeps the person as they are known while only the token is new', async () => {
    const tab = browser.openTab();
    await tab.renew();
    const known = tab.state;
    await tab.renew();
    expect(tab.token).toBe('token-2');
    expect((tab.state as { user: object }).user).toBe((known as { user: object }).user);
  });

  it('knows what the person has changed of themselves, and still renews in time', async () => {
    const tab = browser.openTab();
    await tab.renew();
    browser.user = { id: 'u1', name: 'Mara Berger' };
    tab.know({ ...browser.user } as never);
    expect(tab.state).toMatchObject({ status: 'in', user: { name: 'Mara Berger' }, token: 'token-1' });
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(tab.token).toBe('token-2');
  });

  it('starts over when the session has become that of another person', async () => {
    const startOver = vi.fn();
    const tab = browser.openTab(startOver);
    await tab.renew();
    browser.user = { id: 'u2', name: 'Tom' }; // who logged in while this tab was frozen
    await tab.renew();
    expect(startOver).toHaveBeenCalledOnce();
    expect(tab.state).toMatchObject({ user: { id: 'u1' } });
  });
});
