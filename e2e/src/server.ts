import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface ServerOptions {
  demo?: boolean;
  /** Settings, `DOCKET_…`. */
  settings?: Record<string, string>;
  /** Other variables of its environment. */
  environment?: Record<string, string>;
}

/** The packaged server, as an operator runs it: `java -jar`, a data folder, a port. Start, kill and start it again. */
export class DocketServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'docket-e2e-'));
  output = '';
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly options: ServerOptions,
  ) {}

  static async start(options: ServerOptions = {}): Promise<DocketServer> {
    const server = new DocketServer(await freePort(), options);
    await server.start().catch(async (error: unknown) => {
      await server.close();
      throw error;
    });
    return server;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** What the first start printed: the generated password of an account named by its e-mail. */
  passwordOf(email: string): string {
    const line = this.output.split('\n').find((text) => text.includes(email));
    const password = /password (\S+)/.exec(line ?? '')?.[1];
    if (password === undefined) throw new Error(`no password for ${email} in the output:\n${this.output}`);
    return password;
  }

  async start(): Promise<void> {
    const java = process.env.JAVA_HOME === undefined ? 'java' : join(process.env.JAVA_HOME, 'bin/java');
    const flags = (process.env.SERVER_JAVA_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
    const child = spawn(java, [...flags, '-jar', join(root, 'server/target/docket.jar')], {
      // In a group of its own: Ctrl-C is for whoever started it, and is passed on when it is time.
      detached: true,
      env: {
        ...withoutSettings(process.env),
        ...this.options.environment,
        ...this.options.settings,
        DOCKET_PORT: String(this.port),
        DOCKET_DATA_DIR: this.dataDir,
        ...(this.options.demo === true && { DOCKET_DEMO: 'true' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    await eventually(`the server on ${this.url}`, 600_000, async () => {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.output}`);
      return (await fetch(`${this.url}/health`)).ok;
    });
  }

  /** As a power cut for the process: no shutdown hook runs, the database process is left behind. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it properly and removes its data. */
  async close(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await exited;
  }
}

/** The settings of an installation that somebody has in the environment are none of ours, its database least of all. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('DOCKET_')));
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
