import { errorFor, Problem, problemOf, Unreachable } from './problem';
import type { Me, Session } from './types';

/** Why a session is over that its owner has not ended. */
type Reason = 'inactive' | 'ended';

/** `unknown` until the first refresh has answered; `unreachable` when it could not be asked. */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'unreachable' }
  | { status: 'out'; reason?: Reason }
  | { status: 'in'; user: Me; token: string };

type Shared = { kind: 'session'; session: Session; lifetime: number } | { kind: 'out'; reason?: Reason };

export interface SessionPorts {
  fetch: typeof fetch;
  /** One holder at a time over all tabs of this browser. */
  locked: <T>(work: () => Promise<T>) => Promise<T>;
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | undefined;
  /** A person who logs in as somebody else in another tab: nothing of the former may stay in memory. */
  startOver: () => void;
}

const BASE = '/api/v1/auth/session';
const RENEW_BEFORE_MS = 60_000;
const SHORTEST_MS = 5_000;

/**
 * Who is logged in. The access token lives here, in memory, and nowhere else; the refresh cookie is the browser's.
 * Every refresh token is good for one use and a second use ends the session, so refreshes take turns over all tabs, and the
 * tab that was second takes the token that the first has shared.
 */
export class SessionKeeper {
  private current: SessionState = { status: 'unknown' };
  private readonly listeners = new Set<(state: SessionState) => void>();
  private renewing: Promise<string | null> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: SessionPorts) {
    if (ports.channel) {
      ports.channel.onmessage = (message: MessageEvent<Shared>) => this.takeShared(message.data);
    }
  }

  get state(): SessionState {
    return this.current;
  }

  get token(): string | null {
    return this.current.status === 'in' ? this.current.token : null;
  }

  readonly subscribe = (listener: (state: SessionState) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async logIn(email: string, password: string): Promise<Me> {
    const response = await this.send('', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw errorFor(await problemOf(response));
    const session = (await response.json()) as Session;
    this.accept(session, lifetimeOf(session, response), true);
    return session.user;
  }

  async logOut(): Promise<void> {
    try {
      await this.send('', { method: 'DELETE' });
    } finally {
      this.end();
    }
  }

  /** The person has changed what is known of them, such as their name. */
  know(user: Me): void {
    if (this.current.status === 'in') this.become({ ...this.current, user });
  }

  /** Ends the session here and in the other tabs, without asking the server. */
  end(reason?: Reason): void {
    if (this.current.status === 'out') return;
    this.ports.channel?.postMessage({ kind: 'out', reason } satisfies Shared);
    this.become({ status: 'out', reason });
  }

  /**
   * A token that is newer than `stale` (the one that was refused; null at the start), or null when there is no session any
   * more. However many ask at once, one refresh is sent.
   */
  renew(stale: string | null = this.token): Promise<string | null> {
    if (this.token !== null && this.token !== stale) return Promise.resolve(this.token);
    this.renewing ??= this.ports
      .locked(() => (this.token !== null && this.token !== stale ? Promise.resolve(this.token) : this.refresh()))
      .finally(() => {
        this.renewing = undefined;
      });
    return this.renewing;
  }

  private async refresh(): Promise<string | null> {
    let response: Response;
    try {
      // keepalive: a reload in the middle must not lose the cookie that replaces the one just used.
      response = await this.send('/refresh', { method: 'POST', keepalive: true });
      if (response.status >= 500) throw new Unreachable();
    } catch (error) {
      if (this.current.status === 'unknown') this.become({ status: 'unreachable' });
      throw error;
    }
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.status === 429) throw problem;
      const wasIn = this.current.status === 'in';
      const reason = problem.code === 'user_inactive' ? 'inactive' : wasIn ? 'ended' : undefined;
      if (wasIn) this.end(reason);
      else this.become({ status: 'out', reason });
      return null;
    }
    const session = (await response.json()) as Session;
    this.accept(session, lifetimeOf(session, response), true);
    return session.accessToken;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.ports.fetch(BASE + path, { credentials: 'same-origin', ...init });
    } catch (error) {
      throw new Unreachable(error);
    }
  }

  private accept(session: Session, lifetime: number, share: boolean): void {
    if (this.current.status === 'in' && this.current.user.id !== session.user.id) {
      this.ports.startOver();
      return;
    }
    if (share) this.ports.channel?.postMessage({ kind: 'session', session, lifetime } satisfies Shared);
    this.become({ status: 'in', user: this.same(session.user), token: session.accessToken });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renewQuietly(), Math.max(lifetime - RENEW_BEFORE_MS, SHORTEST_MS));
  }

  /** The object that is held already, if it says the same: a new token is no reason to draw everything anew. */
  private same(user: Me): Me {
    const held = this.current.status === 'in' ? this.current.user : undefined;
    return held !== undefined && JSON.stringify(held) === JSON.stringify(user) ? held : user;
  }

  private async renewQuietly(): Promise<void> {
    try {
      await this.renew();
    } catch (error) {
      // Offline or too many: the next request that is refused for its token tries again.
      if (!(error instanceof Unreachable || error instanceof Problem)) throw error;
    }
  }

  private takeShared(message: Shared): void {
    if (message.kind === 'out') this.become({ status: 'out', reason: message.reason });
    else this.accept(message.session, message.lifetime, false);
  }

  private become(state: SessionState): void {
    if (state.status !== 'in') clearTimeout(this.timer);
    this.current = state;
    for (const listener of [...this.listeners]) listener(state);
  }
}

/** How long the token is good for, by the server's clock: the browser's own may be wrong by hours. */
function lifetimeOf(session: Session, response: Response): number {
  const date = response.headers.get('Date');
  const now = date === null ? Date.now() : Date.parse(date);
  return Date.parse(session.expiresAt) - now;
}

function browserPorts(): SessionPorts {
  return {
    fetch: (...args) => fetch(...args),
    locked: (work) =>
      'locks' in navigator
        ? navigator.locks.request('docket.refresh', work)
        : // Only https and localhost have locks. Elsewhere two tabs may send the same cookie: for a few seconds the server
          // answers the second of one browser like the first.
          work(),
    channel: 'BroadcastChannel' in globalThis ? new BroadcastChannel('docket.session') : undefined,
    startOver: () => location.reload(),
  };
}

export const session = new SessionKeeper(browserPorts());
