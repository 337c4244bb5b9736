import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation, ours, theirs } from './installation.ts';
import { type Options, parse, WrongOptions } from './options.ts';
import { passwordOf } from './password.ts';
import { breaches, type Findings, words } from './report.ts';
import { Run } from './run.ts';
import { Stop } from './stop.ts';

/** In the working folder, which the launcher sets. */
const FOLDER = 'target';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function verify(installation: Installation, options: Options, stop: Stop): Promise<Findings> {
  const run = await Run.prepare(installation, options, stop, say);
  const findings = await run.verify().catch(async (error: unknown) => {
    await run.cleanUp();
    throw error;
  });
  return { ...findings, leftBehind: await run.cleanUp() };
}

async function main(): Promise<number> {
  const options = parse(process.argv.slice(2));
  const { target } = options;
  const stop = new Stop();
  process.on('SIGINT', () => {
    say('  ending: the figures so far follow');
    stop.request();
  });
  mkdirSync(FOLDER, { recursive: true });
  say(target === undefined ? 'Starting a server of its own' : `Using ${target.url}`);
  const installation =
    target === undefined ? await ours() : await theirs(target.url, target.email, await passwordOf(target.email));
  try {
    const findings = await verify(installation, options, stop);
    const broken = breaches(findings);
    writeFileSync(join(FOLDER, 'verify-live.json'), `${JSON.stringify({ ...findings, broken }, null, 2)}\n`);
    process.stdout.write(`${words(findings)}\n`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    writeFileSync(join(FOLDER, 'verify-live-server.log'), installation.log());
    await installation.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const plain =
      error instanceof WrongOptions ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
    say(`docket verify-live: ${plain}`);
    process.exit(2);
  },
);
