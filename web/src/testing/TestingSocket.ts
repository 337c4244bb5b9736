import type { LiveSocket, OpenSocket } from '@/live/connection';

type Listener = (...args: never[]) => void;

/** A socket whose server is the test. */
export class TestingSocket implements LiveSocket {
  connected = false;
  active = true;
  auth: { token?: string | null; positions?: object } = {};
  connects = 0;
  readonly sent: unknown[][] = [];
  private readonly listeners = new Map<string, Listener[]>();
  private onEach: ((event: string, ...args: unknown[]) => void) | undefined;
  private askAuth: ((send: (auth: object) => void) => void) | undefined;

  readonly open: OpenSocket = (auth) => {
    this.askAuth = auth;
    return this;
  };

  connect(): void {
    this.connects += 1;
    this.active = true;
    this.askAuth?.((auth) => {
      this.auth = auth;
    });
  }

  disconnect(): void {
    this.connected = false;
    this.active = false;
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  onAny(listener: (event: string, ...args: unknown[]) => void): void {
    this.onEach = listener;
  }

  emit(...args: unknown[]): void {
    this.sent.push(args);
  }

  /** The server lets the socket in. */
  accept(): void {
    this.connected = true;
    this.tell('connect');
  }

  /** The server refuses the handshake: the client does not try again by itself. */
  refuse(code: string): void {
    this.active = false;
    this.tell('connect_error', Object.assign(new Error(code), { data: { code } }));
  }

  /** The connection ends; `byServer` when the server closed it, after which the client does not come back by itself. */
  lose(byServer = false): void {
    this.connected = false;
    this.active = !byServer;
    this.tell('disconnect', byServer ? 'io server disconnect' : 'transport close');
  }

  tell(event: string, message?: unknown): void {
    if (!['connect', 'disconnect', 'connect_error'].includes(event)) this.onEach?.(event, message);
    for (const listener of this.listeners.get(event) ?? []) (listener as (message: unknown) => void)(message);
  }
}
