import type { SessionState } from '@/api/session';
import { Emitter } from './emitter';
import { isLiveEvent, type ControlEvents, type PresenceChanged } from './events';
import { LivePresence } from './presence';
import type { LivePrograms, Schedule } from './programs';

export type ConnectionState = 'live' | 'catching-up' | 'offline';

/** What is used of a socket.io-client socket. */
export interface LiveSocket {
  readonly connected: boolean;
  /** Whether the client is going to connect again by itself. */
  readonly active: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, listener: (...args: never[]) => void): unknown;
  onAny(listener: (event: string, ...args: unknown[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
}

export type OpenSocket = (auth: (send: (auth: object) => void) => void) => LiveSocket;

export interface SessionPort {
  readonly token: string | null;
  renew(stale?: string | null): Promise<string | null>;
  end(reason: 'inactive'): void;
  subscribe(listener: (state: SessionState) => void): () => void;
}

const RETRY_MS = [0, 1000, 2000, 5000, 10_000];

/** Holds the one socket: says who we are and where we were, and gets it open again whatever closed it. */
export class LiveConnection {
  private readonly changes = new Emitter<ConnectionState>();
  readonly subscribe = this.changes.subscribe;
  readonly presence = new LivePresence((event, message, answer) => void this.socket.emit(event, message, answer));
  private current: ConnectionState = 'offline';
  private begun = Date.now();
  private readonly socket: LiveSocket;
  private leaveSession: () => void = () => undefined;
  private closing: ControlEvents['live:closing']['reason'] | undefined;
  private usedToken: string | null = null;
  private refusals = 0;
  private stopped = true;

  constructor(
    open: OpenSocket,
    private readonly session: SessionPort,
    private readonly programs: LivePrograms,
    private readonly schedule: Schedule,
  ) {
    this.socket = open((send) => {
      this.usedToken = session.token;
      send({ token: session.token, positions: programs.handshake() });
    });
    this.listen();
  }

  /** When the present state began. */
  get since(): number {
    return this.begun;
  }

  get state(): ConnectionState {
    return this.current;
  }

  start(): void {
    this.stopped = false;
    this.leaveSession = this.session.subscribe((state) => {
      if (state.status === 'in') this.renewed(state.token);
    });
    this.socket.connect();
  }

  stop(): void {
    this.stopped = true;
    this.leaveSession();
    this.socket.disconnect();
    this.presence.disconnected();
    this.become('offline');
  }

  /** The browser says that there is a network again: no need to sit out the pause. */
  retryNow(): void {
    if (!this.stopped && !this.socket.connected) this.socket.connect();
  }

  private listen(): void {
    const { socket, programs, presence } = this;
    socket.on('connect', () => this.become('catching-up'));
    socket.on('disconnect', () => {
      presence.disconnected();
      this.become('offline');
      if (!socket.active) void this.comeBack();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      this.become('offline');
      if (!socket.active) void this.comeBack(error.data?.code);
    });
    socket.on('live:ready', (message: ControlEvents['live:ready']) => {
      this.refusals = 0;
      programs.ready(message.positions);
      presence.connected();
      this.become('live');
    });
    socket.on('live:position', (message: ControlEvents['live:position']) =>
      programs.advance(message.programId, message.position),
    );
    socket.on('live:resync', (message: ControlEvents['live:resync']) =>
      programs.resync(message.programId, message.position),
    );
    socket.on('live:closing', (message: ControlEvents['live:closing']) => {
      this.closing = message.reason;
    });
    socket.on('presence:changed', (message: PresenceChanged) => presence.changed(message));
    socket.onAny((_name, envelope) => {
      if (isLiveEvent(envelope)) programs.take(envelope);
    });
  }

  /** After the server has closed or refused the connection, which the client does not try again by itself. */
  private async comeBack(refusal: string | undefined = this.closing): Promise<void> {
    this.closing = undefined;
    if (this.stopped) return;
    if (refusal === 'user_inactive') {
      this.session.end('inactive');
      return;
    }
    if (refusal?.startsWith('token_')) {
      try {
        if ((await this.session.renew(this.usedToken)) === null) return;
      } catch {
        // The server can't be reached for a new token: the next try asks again.
      }
    }
    const delay = RETRY_MS[Math.min(this.refusals++, RETRY_MS.length - 1)] ?? 0;
    this.schedule(() => this.retryNow(), delay);
  }

  private renewed(token: string): void {
    if (!this.socket.connected || token === this.usedToken) return;
    this.usedToken = token;
    // A token that is not accepted has its consequence on the server's side: live:closing, and then a new connection.
    this.socket.emit('auth:refresh', { token }, () => undefined);
  }

  private become(state: ConnectionState): void {
    if (state === this.current) return;
    this.current = state;
    this.begun = Date.now();
    this.changes.emit(state);
  }
}
