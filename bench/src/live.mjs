// ./docket bench live [--sockets N] [--rate N] [--seconds N] [--rounds N]
// Commit-to-socket latency and CPU per delivered message, beside Node's socket.io, in turn within one run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDocket, startNode } from './candidates.mjs';
import { loadOn, median, pause, quantile } from './measure.mjs';
import { openSocket, openSockets } from './sockets.mjs';

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '500' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
  },
});
const [sockets, rate, seconds, rounds] = ['sockets', 'rate', 'seconds', 'rounds'].map((key) => Number(values[key]));

/** Changes at a steady rate for a while; the time from sending each to its arrival on every socket, in ms. */
async function window(candidate, clients, arrivals) {
  const sent = new Map();
  const latencies = [];
  arrivals.on = (text, at) => {
    const marker = /m\d{9}/.exec(text)?.[0];
    if (marker !== undefined && sent.has(marker)) latencies.push(at - sent.get(marker));
  };
  const changes = rate * seconds;
  const [server, database] = [candidate.serverCpu(), candidate.databaseCpu()];
  const start = performance.now();
  const writes = [];
  for (let i = 0; i < changes; i++) {
    await pause(Math.max(0, start + (i * 1000) / rate - performance.now()));
    const marker = `m${String(Math.floor(performance.now() * 1000) % 1e9).padStart(9, '0')}`;
    sent.set(marker, performance.now());
    writes.push(candidate.change(marker));
  }
  await Promise.all(writes);
  const deadline = performance.now() + 5_000;
  while (latencies.length < changes * clients && performance.now() < deadline) await pause(10);
  latencies.sort((a, b) => a - b);
  return {
    delivered: latencies.length,
    expected: changes * clients,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: candidate.serverCpu() - server,
    databaseCpu: candidate.databaseCpu() - database,
  };
}

async function run(candidate, clients) {
  const arrivals = { on: () => undefined };
  const open = await openSockets(clients, candidate.url, candidate.auth, (text) =>
    arrivals.on(text, performance.now()),
  );
  await pause(300);
  const result = await window(candidate, clients, arrivals);
  open.forEach((socket) => socket.terminate());
  await pause(300);
  return result;
}

/** One event of Docket, so that the other server sends as many bytes. */
async function sampleEvent(docket) {
  let seen;
  const socket = await openSocket(
    docket.url,
    docket.auth,
    (text) => (seen = text.includes('m000000000') ? text : seen),
  );
  await pause(300);
  await docket.change('m000000000');
  while (seen === undefined) await pause(10);
  socket.terminate();
  return seen;
}

const serverCore = '0';
loadOn(String(Math.min(1, cpus().length - 1)));
const docket = await startDocket(serverCore);
const event = await sampleEvent(docket);
const [, envelope] = JSON.parse(event.slice(event.indexOf('[')));
const node = await startNode(serverCore, (marker) => ({
  ...envelope,
  data: { ...envelope.data, request: { ...envelope.data.request, title: `Change ${marker}` } },
}));
const idle = docket.memory();
const candidates = [docket, node];
const results = new Map(candidates.map((candidate) => [candidate, { all: [], alone: [] }]));
for (const candidate of candidates) await run(candidate, sockets); // Warm-up.
for (let round = 0; round < rounds; round++) {
  for (const candidate of candidates) {
    results.get(candidate).alone.push(await run(candidate, 1));
    results.get(candidate).all.push(await run(candidate, sockets));
  }
}

const microseconds = (cpu, messages) => (cpu / messages) * 1e6;
const rows = candidates.map((candidate) => {
  const { all, alone } = results.get(candidate);
  return {
    server: candidate.name,
    p50: median(all.map((r) => r.p50)),
    p99: median(all.map((r) => r.p99)),
    cpuPerMessage: median(all.map((r) => microseconds(r.serverCpu, r.delivered))),
    // What one more socket costs: the change itself (HTTP, transaction, journal) taken out.
    cpuPerMessageNet: median(
      all.map((r, i) => microseconds(r.serverCpu - alone[i].serverCpu, r.delivered - alone[i].delivered)),
    ),
    cpuPerChange: median(alone.map((r) => microseconds(r.serverCpu, r.delivered))),
    databaseCpuPerChange: median(alone.map((r) => microseconds(r.databaseCpu, r.delivered))),
    missing: all.reduce((sum, r) => sum + r.expected - r.delivered, 0),
  };
});
await Promise.all(candidates.map((candidate) => candidate.stop()));

const report = {
  sockets,
  rate,
  seconds,
  rounds,
  eventBytes: event.length,
  readyAfter: docket.readyAfter,
  idleMegabytes: idle,
  rows,
};
const folder = join(dirname(fileURLToPath(import.meta.url)), '../results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'live.json'), `${JSON.stringify(report, null, 2)}\n`);

console.log(
  `${sockets} sockets in one room, ${rate} changes/s, ${event.length} B per event, ${rounds} rounds of ${seconds} s in turn`,
);
console.log(
  `Docket: ready after ${docket.readyAfter.toFixed(1)} s from nothing; ${idle.toFixed(0)} MB idle, database included`,
);
console.table(
  Object.fromEntries(
    rows.map((row) => [
      row.server,
      {
        'p50 ms': +row.p50.toFixed(2),
        'p99 ms': +row.p99.toFixed(2),
        'CPU us/message': +row.cpuPerMessage.toFixed(2),
        'CPU us/message, net of the change': +row.cpuPerMessageNet.toFixed(2),
        'CPU us/change': +row.cpuPerChange.toFixed(0),
        'database us/change': +row.databaseCpuPerChange.toFixed(0),
        missing: row.missing,
      },
    ]),
  ),
);
const [a, b] = rows;
console.log(
  `ratio Docket : Node  p50 ${(a.p50 / b.p50).toFixed(2)}  p99 ${(a.p99 / b.p99).toFixed(2)}  ` +
    `CPU per message ${(a.cpuPerMessage / b.cpuPerMessage).toFixed(2)}  net ${(a.cpuPerMessageNet / b.cpuPerMessageNet).toFixed(2)}`,
);
process.exit(0);
