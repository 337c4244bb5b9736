import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Position } from './api.ts';

export interface Envelope {
  id: string;
  seq: number;
  event: string;
  programId: string;
  requestId: string | null;
  data: Record<string, unknown>;
}

interface Ready {
  positions: Record<string, Position>;
}

/** A stock Socket.IO client that records what it is sent and keeps its position, as a careful program would. */
export class Listener {
  readonly received: Envelope[] = [];
  readonly resyncs: string[] = [];
  readonly positions: Record<string, Position> = {};
  readonly recoveries: boolean[] = [];
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
    this.socket.on('connect', () => this.recoveries.push(this.socket.recovered));
    this.socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
      this.refusals.push({ message: error.message, code: error.data?.code }),
    );
    this.socket.on('live:ready', (answer: Ready) => {
      Object.assign(this.positions, answer.positions);
      this.ready += 1;
    });
    this.socket.on('live:resync', (answer: { programId: string; position: Position }) => {
      this.resyncs.push(answer.programId);
      this.positions[answer.programId] = answer.position;
    });
    this.socket.onAny((event: string, envelope: Partial<Envelope>) => {
      if (!event.startsWith('live:')) this.record(envelope as Envelope);
    });
  }

  /** The names of what came about one request, in order. */
  eventsOf(requestId: string): string[] {
    return this.received.filter((envelope) => envelope.requestId === requestId).map((envelope) => envelope.event);
  }

  close(): void {
    this.socket.close();
  }

  private record(envelope: Envelope): void {
    this.received.push(envelope);
    const known = this.positions[envelope.programId];
    if (known !== undefined) this.positions[envelope.programId] = { epoch: known.epoch, seq: envelope.seq };
  }
}
