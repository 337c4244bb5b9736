import type { Position } from '../api.ts';
import { type Envelope, Follower } from '../listener.ts';
import { fenceIn } from './fence.ts';
import type { ClientPlan, Example } from './messages.ts';
import { printOfDelivery } from './print.ts';
import { Repeats } from './repeats.ts';
import { Track } from './track.ts';
import type { Judge } from './view.ts';

/** A gap larger than this may be answered by "load anew": the server's own limit is at least as large. */
const REPLAY_LIMIT = 5_000;
const REFUSED_MILLIS = 500;

/** One socket under test: it records what it receives, by program, and how it came back. */
export class Client extends Follower {
  readonly fences: Record<string, number> = {};
  readonly closings: string[] = [];
  readonly tracks = new Map<string, Track>();
  disconnects = 0;
  resyncs = 0;
  unrecovered = 0;
  /** Deliveries of programs that this user has no business with. */
  strangers = 0;
  away = false;
  private readonly doubles = new Map<string, string>();
  private connections = 0;
  private live = false;
  private receivedAt = performance.now();
  /** How things stood in the end, for whoever looks for the cause of a loss. */
  private last = '';
  private readonly repeats = new Repeats();
  /** What came before the first connection had said where it starts. */
  private held: Envelope[] = [];

  constructor(
    url: string,
    /** Of the server, which may stand behind a proxy. */
    host: string,
    auth: { token: string },
    readonly plan: ClientPlan,
    private readonly judgeOf: (program: string) => Judge,
  ) {
    super(
      url,
      auth,
      {
        transports: plan.transports,
        reconnectionDelay: 100,
        reconnectionDelayMax: 1_000,
        ...(plan.proxied && { extraHeaders: { host } }),
      },
      plan.kind === 'telling',
    );
    this.socket.on('connect', () => this.connected());
    this.socket.on('disconnect', () => this.disconnected());
    this.socket.on('live:closing', ({ reason }: { reason: string }) => this.closings.push(reason));
    this.socket.on('live:ready', ({ positions }: { positions: Record<string, Position> }) => this.begin(positions));
    // A stock client that is refused does not try again by itself.
    this.socket.on('connect_error', () => {
      if (!this.socket.active) setTimeout(() => this.away || this.socket.connect(), REFUSED_MILLIS);
    });
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  /** Caught up after the latest connection. */
  get isLive(): boolean {
    return this.isConnected && this.live;
  }

  /** Ends the connection; the client comes back by itself. */
  cut(): void {
    this.socket.io.engine.close();
  }

  /** Ends the connection and stays away. Completes when nothing can arrive any more. */
  leave(): Promise<void> {
    this.away = true;
    if (!this.isConnected) {
      // Between two attempts: there will be no other.
      this.socket.disconnect();
      return Promise.resolve();
    }
    const left = new Promise<void>((done) => this.socket.once('disconnect', () => done()));
    this.socket.io.reconnection(false);
    this.cut();
    return left;
  }

  comeBack(): void {
    this.away = false;
    this.socket.io.reconnection(true);
    this.socket.connect();
  }

  /** Nothing more is to come: it leaves, and everything that it received is judged. */
  finish(): void {
    const { engine } = this.socket.io;
    this.last =
      `${this.isLive ? 'live' : this.isConnected ? 'connected' : 'not connected'} in the end, engine ${engine.readyState}, ` +
      `last event ${Math.round(performance.now() - this.receivedAt)} ms ago, ${this.disconnects} disconnects`;
    this.close();
    this.tracks.forEach((track) => track.finish());
  }

  examples(): Example[] {
    const { userId, kind, transports, proxied } = this.plan;
    return [...this.tracks].flatMap(([program, track]) =>
      track.examples.map(({ what, seq }) => {
        const detail = what === 'lost' ? this.last : (this.doubles.get(`${program} ${seq}`) ?? '');
        return { what, program, seq, userId, kind, transports, proxied, detail };
      }),
    );
  }

  protected override receive(envelope: Envelope): void {
    if (this.tracks.size === 0) {
      this.held.push(envelope);
      return;
    }
    this.receivedAt = performance.now();
    const { programId, seq } = envelope;
    const track = this.tracks.get(programId);
    if (track === undefined) {
      if (!this.plan.seesOthers) this.strangers++;
      return;
    }
    const print = printOfDelivery(envelope);
    const stock = this.plan.kind === 'stock';
    const again = track.has(seq);
    const mayRepeat = stock && again && this.repeats.accepts(programId, seq, !track.came(seq));
    if (again && !mayRepeat)
      this.doubles.set(`${programId} ${seq}`, this.repeats.describe(programId, seq, performance.now()));
    track.arrive(seq, print, mayRepeat, stock && this.repeats.acceptsLate(programId, seq));
    if (stock) this.repeats.arrived(programId, seq, performance.now());
    const fence = fenceIn(envelope);
    if (fence > 0) this.fences[programId] = Math.max(fence, this.fences[programId] ?? 0);
  }

  protected override reload(programId: string, { seq }: Position): void {
    const track = this.tracks.get(programId);
    if (track === undefined) return;
    if (seq - (this.positions[programId]?.seq ?? seq) <= REPLAY_LIMIT) this.resyncs++;
    track.jumpTo(seq);
  }

  private connected(): void {
    this.connections++;
    this.live = false;
    if (this.plan.kind !== 'stock') return;
    if (this.connections > 1 && !this.socket.recovered) this.unrecovered++;
    this.repeats.connected(performance.now());
  }

  private disconnected(): void {
    this.disconnects++;
    this.repeats.interrupted(performance.now(), this.live);
    this.live = false;
  }

  /** Where it starts is what the first connection says; later ones continue. */
  private begin(positions: Record<string, Position>): void {
    this.live = true;
    if (this.tracks.size > 0) return;
    for (const program of Object.keys(this.plan.views))
      this.tracks.set(program, new Track(this.judgeOf(program), positions[program]?.seq ?? 0));
    this.held.forEach((envelope) => this.receive(envelope));
    this.held = [];
  }
}
