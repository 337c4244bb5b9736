// What every bench shares: processes on a core of their own, their CPU time, and honest statistics.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK']));

/** Starts a program on the given cores; its children inherit them. */
export function spawnOn(cores, command, args, env = {}) {
  const child = spawn('taskset', ['-c', cores, command, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.output = '';
  // A bench that fails leaves no server behind.
  process.once('exit', () => child.kill('SIGTERM'));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (child.output += chunk));
  return child;
}

/** Moves this process, the load, to a core where the servers are not. */
export function loadOn(core) {
  execFileSync('taskset', ['-apc', core, String(process.pid)]);
}

/** User and system CPU seconds of a process so far. */
export function cpuSeconds(pid) {
  const { user, system } = processTimes(pid);
  return user + system;
}

/** User and system CPU seconds of the children of a process that have ended, and theirs. */
export function endedChildrenSeconds(pid) {
  return processTimes(pid).endedChildren;
}

/** System CPU seconds of a process so far. */
export function systemSeconds(pid) {
  return processTimes(pid).system;
}

function processTimes(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const [user, system, childrenUser, childrenSystem] = fields
    .slice(11, 15)
    .map((ticks) => Number(ticks) / TICKS_PER_SECOND);
  return { user, system, endedChildren: childrenUser + childrenSystem };
}

/** Resident memory of a process and all below it, in MB, shared pages counted once per process group member (PSS). */
export function memoryMegabytes(pid) {
  return treeOf(pid).reduce((sum, each) => sum + pss(each), 0) / 1024;
}

function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // It ended meanwhile.
  }
}

export function treeOf(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === Number(pid));
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch {
    return -1;
  }
}

/** The value below which the share `q` of the sorted values lies. */
export function quantile(sorted, q) {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function median(values) {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

export async function eventually(what, millis, condition) {
  const deadline = performance.now() + millis;
  while (performance.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await pause(20);
  }
  throw new Error(`waited ${millis} ms for ${what}`);
}

export const pause = (millis) => new Promise((done) => setTimeout(done, millis));

export function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
