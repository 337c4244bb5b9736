import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The postmaster of the embedded database in this data folder. */
export function postmasterOf(dataDir: string): number {
  const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid < 2) throw new Error(`postmaster.pid in ${dataDir} names no process`);
  return pid;
}

/** The postmaster's processes that serve a connection. */
export function backendsOf(postmaster: number): number[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((parts) => parts?.[2] === String(postmaster) && / \S+\(\d+\)/.test(parts[3] ?? ''))
    .map((parts) => Number(parts?.[1]));
}
