// The two servers of the live bench. Each offers: url, auth, change(marker) that makes one event, pid, memory.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, eventually, freePort, memoryMegabytes, spawnOn, treeOf } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export async function startDocket(cores) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'docket-bench-'));
  const started = performance.now();
  const flags = (process.env.SERVER_JAVA_FLAGS ?? '').split(' ').filter(Boolean);
  const child = spawnOn(
    cores,
    join(process.env.JAVA_HOME, 'bin/java'),
    [...flags, '-jar', join(here, '../../server/target/docket.jar')],
    { DOCKET_PORT: String(port), DOCKET_DATA_DIR: data },
  );
  await eventually('Docket', 60_000, async () => (await fetch(`${url}/health`)).ok);
  const readyAfter = (performance.now() - started) / 1000;
  const { call, token } = await logInAsAdmin(url, child.output);
  const program = await call('POST', '/programs', { name: 'Bench', key: 'BEN' });
  const request = await call('POST', `/programs/${program.id}/requests`, { title: 'The one that changes' });
  const path = `/programs/${program.id}/requests/${request.id}`;
  return {
    name: 'Docket (durable, over HTTP)',
    url,
    auth: { token },
    readyAfter,
    // Titles of one length: the envelope stays as large as the other server's payload.
    change: (marker) => call('PATCH', path, { title: `Change ${marker}` }),
    serverCpu: () => cpuSeconds(child.pid),
    databaseCpu: () => databaseProcesses(data).reduce((sum, pid) => sum + cpuOf(pid), 0),
    memory: () => memoryMegabytes(child.pid) + postmasters(data).reduce((sum, pid) => sum + memoryMegabytes(pid), 0),
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export async function startNode(cores, payloadOf) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawnOn(cores, process.execPath, [join(here, 'node-server.mjs'), String(port)]);
  const change = (marker) => fetch(url, { method: 'POST', body: JSON.stringify(payloadOf(marker)) });
  await eventually("Node's socket.io", 30_000, async () => (await change('start')).ok);
  return {
    name: 'Node socket.io (nothing stored)',
    url,
    auth: {},
    change,
    serverCpu: () => cpuSeconds(child.pid),
    databaseCpu: () => 0,
    memory: () => memoryMegabytes(child.pid),
    stop: async () => void child.kill('SIGTERM'),
  };
}

async function logInAsAdmin(url, output) {
  const [, password] = /admin@docket.local.*password (\S+)/.exec(output);
  let token;
  const call = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  token = (await call('POST', '/auth/session', { email: 'admin@docket.local', password })).accessToken;
  return { call, token };
}

/** The embedded PostgreSQL is a daemon of its own: found by its data folder. */
function databaseProcesses(data) {
  return postmasters(data).flatMap((pid) => treeOf(pid));
}

function postmasters(data) {
  try {
    return [Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])];
  } catch {
    return [];
  }
}

function cpuOf(pid) {
  try {
    return cpuSeconds(pid);
  } catch {
    return 0; // A worker of PostgreSQL that ended meanwhile.
  }
}
