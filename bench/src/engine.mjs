// ./docket bench engine [--only fanout,latency,idle,connect] [--with docket-io_uring,docket-nio] [--cycles N] [--quick]
// What our Socket.IO engine costs, beside a floor in C, Node's socket.io and netty-socketio, in turn within one run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as measures from './engine-measures.mjs';
import { page } from './engine-page.mjs';
import { CANDIDATES, startCandidate } from './engine-processes.mjs';
import { summary, printed } from './engine-summary.mjs';

const PARTS = ['fanout', 'latency', 'idle', 'connect'];
const EXTRA = ['docket-io_uring', 'docket-nio'];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    with: { type: 'string', default: '' },
    cycles: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const only = listed('only', values.only, PARTS);
const extra = listed('with', values.with, EXTRA);
const cycles = Number(values.cycles ?? (values.quick ? 2 : 7));
if (!(cycles >= 1)) stop(`--cycles: ${values.cycles} (expected: a number from 1 on)`);
const cores = { server: '0', load: String(Math.min(1, cpus().length - 1)) };
const plan = values.quick
  ? {
      sizes: [500],
      fanout: { cycles, windowMillis: 1_000, warmUpMillis: 6_000 },
      latency: { cycles, rate: 50, broadcasts: 100 },
      memory: { warmUp: 500, more: 2_000 },
      idle: { connections: openFiles(4_000), seconds: 25 },
      connect: { cycles, connections: 500 },
    }
  : {
      sizes: [500, 2_000],
      fanout: { cycles, windowMillis: 2_000, warmUpMillis: 15_000 },
      latency: { cycles, rate: 50, broadcasts: 200 },
      memory: { warmUp: 500, more: 5_000 },
      // Twice the interval of the heartbeat.
      idle: { connections: openFiles(20_000), seconds: 50 },
      connect: { cycles, connections: 2_000 },
    };

function listed(option, text, allowed) {
  const names = text.split(',').filter(Boolean);
  const wrong = names.find((name) => !allowed.includes(name));
  if (wrong !== undefined) stop(`--${option}: ${wrong} (expected: some of ${allowed.join(',')})`);
  return names;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

/** As many connections as wanted, or as a process may have open files. */
function openFiles(wanted) {
  const [, limit] = /^Max open files\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
  return limit === 'unlimited' ? wanted : Math.min(wanted, Number(limit) - 200);
}

const say = (text) => console.error(`${new Date().toTimeString().slice(0, 8)} ${text}`);

/** Runs the work with all candidates alive, and ends them in any case. */
async function withCandidates(names, recovery, work) {
  const candidates = [];
  try {
    for (const name of names) candidates.push(await startCandidate(name, cores, recovery));
    await work(candidates);
  } finally {
    await Promise.allSettled(candidates.map((candidate) => candidate.stop()));
  }
}

const names = ['floor', 'docket', ...extra, 'node', 'netty-socketio'];
const results = { fanout: [], latency: [], idleMemory: [], idleCpu: [], connect: [] };

if (only.includes('fanout') || only.includes('latency')) {
  await withCandidates(names, false, async (candidates) => {
    let open = 0;
    for (const sockets of plan.sizes) {
      for (const candidate of candidates) await candidate.ask(`open ${sockets - open} 50`);
      open = sockets;
      if (only.includes('fanout')) {
        say(`fan-out to ${sockets} sockets, ${cycles} cycles`);
        results.fanout.push(...(await measures.fanout(candidates, sockets, plan.fanout)));
      }
      if (only.includes('latency') && sockets === plan.sizes[0]) {
        say(`latency of a broadcast to ${sockets} sockets, ${cycles} cycles`);
        results.latency.push(...(await measures.latency(candidates, sockets, plan.latency)));
      }
    }
  });
}
const servers = names.filter((name) => name !== 'floor');
if (only.includes('connect')) {
  await withCandidates(servers, true, async (candidates) => {
    say(`connects, ${cycles} cycles`);
    results.connect.push(...(await measures.connects(candidates, plan.connect)));
  });
}
if (only.includes('idle')) {
  await withCandidates(servers, true, async (candidates) => {
    say(`memory of ${plan.memory.more} idle connections`);
    results.idleMemory.push(...(await measures.idleMemory(candidates, plan.memory)));
    say(`CPU of ${plan.idle.connections} idle connections, ${plan.idle.seconds} s`);
    results.idleCpu.push(...(await measures.idleCpu(candidates, plan.idle)));
  });
}

const report = {
  at: new Date().toISOString(),
  machine: {
    cpu: cpus()[0].model,
    cores: cpus().length,
    kernel: release(),
    loadAverage: loadavg(),
    node: process.version,
    java: execFileSync(join(process.env.JAVA_HOME, 'bin/java'), ['--version'], { encoding: 'utf8' }).split('\n')[0],
  },
  plan,
  titles: Object.fromEntries(names.map((name) => [name, CANDIDATES[name].title])),
  summary: summary(results),
  results,
};
const folder = join(dirname(fileURLToPath(import.meta.url)), '../results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'engine.json'), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(join(folder, 'engine.html'), page(report));
console.log(printed(report));
console.log('bench/results/engine.json, bench/results/engine.html');
