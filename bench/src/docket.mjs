// A Docket of the bench's own: started in a temporary folder, with one admin, on the cores given.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, endedChildrenSeconds, eventually, freePort, memoryMegabytes, spawnOn, treeOf } from './measure.mjs';

const jar = join(dirname(fileURLToPath(import.meta.url)), '../../server/target/docket.jar');

export class Docket {
  static async start(cores) {
    const docket = new Docket(mkdtempSync(join(tmpdir(), 'docket-bench-')), cores);
    await docket.run();
    const [, password] = /admin@docket.local.*password (\S+)/.exec(docket.child.output);
    docket.password = password;
    await docket.logIn();
    return docket;
  }

  constructor(data, cores) {
    this.data = data;
    this.cores = cores;
  }

  async run() {
    this.port = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const started = performance.now();
    const flags = (process.env.SERVER_JAVA_FLAGS ?? '').split(' ').filter(Boolean);
    this.child = spawnOn(this.cores, join(process.env.JAVA_HOME, 'bin/java'), [...flags, '-jar', jar], {
      DOCKET_PORT: String(this.port),
      DOCKET_DATA_DIR: this.data,
    });
    await eventually('Docket', 60_000, async () => (await fetch(`${this.url}/health`)).ok);
    this.readyAfter = (performance.now() - started) / 1000;
  }

  async logIn() {
    const session = await this.call('POST', '/auth/session', {
      email: 'admin@docket.local',
      password: this.password,
    });
    this.token = session.accessToken;
  }

  async call(method, path, body) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  serverCpu() {
    return cpuSeconds(this.child.pid);
  }

  /** Of connections that have ended, too. */
  databaseCpu() {
    const postmaster = this.postmaster();
    if (postmaster === undefined) return 0;
    return treeOf(postmaster).reduce((sum, pid) => sum + cpuOf(pid), endedChildrenSeconds(postmaster));
  }

  memory() {
    return memoryMegabytes(this.child.pid) + memoryMegabytes(this.postmaster());
  }

  /** The embedded PostgreSQL is a daemon of its own: found by its data folder. */
  postmaster() {
    const lines = this.postmasterFile();
    return lines && Number(lines[0]);
  }

  /** How to reach the embedded PostgreSQL. */
  database() {
    return {
      host: '127.0.0.1',
      port: Number(this.postmasterFile()[3]),
      user: 'postgres',
      database: 'postgres',
      password: readFileSync(join(this.data, 'postgres.password'), 'utf8').trim(),
    };
  }

  postmasterFile() {
    try {
      return readFileSync(join(this.data, 'postgres/postmaster.pid'), 'utf8').split('\n');
    } catch {
      return undefined;
    }
  }

  async pause() {
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    await gone;
  }

  async stop() {
    await this.pause();
    rmSync(this.data, { recursive: true, force: true });
  }
}

function cpuOf(pid) {
  try {
    return cpuSeconds(pid);
  } catch {
    return 0; // A worker of PostgreSQL that ended meanwhile.
  }
}
