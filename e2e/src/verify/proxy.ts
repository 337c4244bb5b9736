import { connect, createServer, type Server, type Socket } from 'node:net';

/** One connection through the proxy. */
class Line {
  private silent = false;

  constructor(
    readonly client: Socket,
    readonly server: Socket,
    done: () => void,
  ) {
    client.on('data', (bytes) => this.pass(bytes, client, server));
    server.on('data', (bytes) => this.pass(bytes, server, client));
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.setNoDelay();
      end.on('error', () => other.destroy());
      end.on('close', () => {
        // A half-open connection stays so: neither side learns that the other has gone.
        if (!this.silent) other.destroy();
        done();
      });
    }
  }

  get isSilent(): boolean {
    return this.silent;
  }

  /** As when a middle box forgets the connection. */
  reset(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }

  /** Half-open: bytes are taken and vanish, and nobody is told. */
  silence(): void {
    this.silent = true;
  }

  /** A reader that does not read: the server's bytes pile up. */
  slow(millis: number): void {
    this.server.pause();
    setTimeout(() => this.server.resume(), millis);
  }

  private pass(bytes: Buffer, from: Socket, to: Socket): void {
    if (this.silent || to.destroyed) return;
    if (!to.write(bytes)) {
      from.pause();
      to.once('drain', () => from.resume());
    }
  }
}

/** A TCP proxy before the server, which treats its connections badly. */
export class Proxy {
  private readonly lines = new Set<Line>();

  private readonly listener: Server;

  private constructor(target: URL) {
    this.listener = createServer((client) => this.carry(client, target));
  }

  static open(target: URL): Promise<Proxy> {
    const proxy = new Proxy(target);
    return new Promise((done, failed) => {
      proxy.listener.once('error', failed);
      proxy.listener.listen(0, '127.0.0.1', () => done(proxy));
    });
  }

  get url(): string {
    const address = this.listener.address();
    if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Those that work. */
  get connections(): Line[] {
    return [...this.lines].filter((line) => !line.isSilent);
  }

  /** Nobody is kept waiting for an answer that does not come. */
  endSilence(): void {
    this.lines.forEach((line) => line.isSilent && line.reset());
  }

  close(): void {
    this.listener.close();
    this.lines.forEach((line) => line.reset());
  }

  private carry(client: Socket, target: URL): void {
    const server = connect(Number(target.port || 80), target.hostname);
    const line = new Line(client, server, () => {
      if (client.destroyed && server.destroyed) this.lines.delete(line);
    });
    this.lines.add(line);
  }
}
