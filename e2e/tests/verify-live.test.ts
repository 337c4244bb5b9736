import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Findings } from '../src/verify/report.ts';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'e2e/dist/verify/main.js');

/** Runs the command as an operator would, and answers how it ended, and its result file. */
async function verifyLive(...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-verify-'));
  try {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const code = await new Promise((done) => child.once('close', done));
    const result = code === 2 ? undefined : readFileSync(join(folder, 'target/verify-live.json'), 'utf8');
    return { code, words, findings: result === undefined ? undefined : (JSON.parse(result) as Findings) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('keeps every promise of live delivery while the server, its database and the network fail', async () => {
  const { code, words, findings } = await verifyLive('--minutes', '0.4', '--seed', '4');
  expect(code, words).toBe(0);
  expect(findings?.state.counts.telling.checked).toBeGreaterThan(1_000);
  expect(findings?.state.counts.stock.checked).toBeGreaterThan(1_000);
  expect(findings?.faults.server).toBeGreaterThan(0);
  expect(findings?.faults.postmaster).toBeGreaterThan(0);
  expect(words).toContain('Every promise of the contract was kept.');
}, 600_000);

it('says what is wrong with its options', async () => {
  const { code, words } = await verifyLive('--clients', 'many');
  expect(code).toBe(2);
  expect(words).toContain('--clients: many (expected: 9..2000)');
});
