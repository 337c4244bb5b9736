// The two servers of the live bench. Each offers: url, auth, change(marker) that makes one event, pid, memory.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Docket } from './docket.mjs';
import { cpuSeconds, eventually, freePort, memoryMegabytes, spawnOn } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export async function startDocket(cores) {
  const docket = await Docket.start(cores);
  const program = await docket.call('POST', '/programs', { name: 'Bench', key: 'BEN' });
  const request = await docket.call('POST', `/programs/${program.id}/requests`, { title: 'The one that changes' });
  const path = `/programs/${program.id}/requests/${request.id}`;
  return {
    name: 'Docket (durable, over HTTP)',
    url: docket.url,
    auth: { token: docket.token },
    readyAfter: docket.readyAfter,
    // Titles of one length: the envelope stays as large as the other server's payload.
    change: (marker) => docket.call('PATCH', path, { title: `Change ${marker}` }),
    serverCpu: () => docket.serverCpu(),
    databaseCpu: () => docket.databaseCpu(),
    memory: () => docket.memory(),
    stop: () => docket.stop(),
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
