import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Position } from './api.ts';

export interface Envelope {
  id: string;
  seq: number;
  event: string;
  programId: string;
  requestId: string | null;
  data: Record<string, unknown>;
  performedBy: { userId: string; name: string };
  timestamp: string;
}

interface Ready {
  positions: Record<string, Position>;
}

/** A stock Socket.IO client that keeps its position, as a careful program would, unless it is not to tell it. */
export abstract class Follower {
  readonly positions: Record<string, Position> = {};
  readonly refusals: { message: string; code: string | undefined }[] = [];
  readonly socket: Socket;
  ready = 0;

  constructor(
    url: string,
    readonly auth: { token: string },
    options: Partial<ManagerOptions & SocketOptions> = {},
    keepsPositions = true,
  ) {
    this.socket = io(url, {
      auth: (answer: (auth: object) => void) =>
        answer(keepsPositions ? { ...this.auth, positions: this.positions } : this.auth),
      reconnectionDelay: 50,
      reconnectionDelayMax: 300,
      forceNew: true,
      ...options,
    });
    this.socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
      this.refusals.push({ message: error.message, code: error.data?.code }),
    );
    this.socket.on('live:ready', (answer: Ready) => {
      for (const [programId, position] of Object.entries(answer.positions)) this.goOn(programId, position);
      this.ready += 1;
    });
    this.socket.on('live:resync', ({ programId, position }: { programId: string; position: Position }) => {
      this.reload(programId, position);
      this.positions[programId] = position;
    });
    this.socket.onAny((event: string, envelope: Partial<Envelope>) => {
      if (!event.startsWith('live:')) this.take(envelope as Envelope);
    });
  }

  close(): void {
    this.socket.close();
  }

  protected abstract receive(envelope: Envelope): void;

  /** It is told to load a program anew and to go on from `position`. */
  protected abstract reload(programId: string, position: Position): void;

  /** Live begins at `position`; events that came since may have been faster than the news of it. */
  private goOn(programId: string, position: Position): void {
    const known = this.positions[programId];
    if (known?.epoch !== position.epoch || known.seq < position.seq) this.positions[programId] = position;
  }

  private take(envelope: Envelope): void {
    this.receive(envelope);
    const known = this.positions[envelope.programId];
    if (known !== undefined) this.positions[envelope.programId] = { epoch: known.epoch, seq: envelope.seq };
  }
}

/** Records what it is sent. */
export class Listener extends Follower {
  readonly received: Envelope[] = [];
  readonly resyncs: string[] = [];
  readonly recoveries: boolean[] = [];

  constructor(...of: ConstructorParameters<typeof Follower>) {
    super(...of);
    this.socket.on('connect', () => this.recoveries.push(this.socket.recovered));
  }

  /** The names of what came about one request, in order. */
  eventsOf(requestId: string): string[] {
    return this.received.filter((envelope) => envelope.requestId === requestId).map((envelope) => envelope.event);
  }

  protected override receive(envelope: Envelope): void {
    this.received.push(envelope);
  }

  protected override reload(programId: string): void {
    this.resyncs.push(programId);
  }
}
