// The servers of the engine bench, and the program that plays their clients. All end with their standard input.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, freePort } from './measure.mjs';

const engine = join(dirname(fileURLToPath(import.meta.url)), '../engine');
const java = join(process.env.JAVA_HOME, 'bin/java');
// As Docket runs, but with a heap whose pages are all there from the start: what grows later is not the heap.
const javaFlags = [
  ...(process.env.SERVER_JAVA_FLAGS ?? '').split(' ').filter((flag) => flag && !/^-Xm[sx]/.test(flag)),
  ...['-Xms768m', '-Xmx768m', '-XX:+AlwaysPreTouch'],
  ...(process.env.BENCH_JAVA_FLAGS ?? '').split(' ').filter(Boolean),
];

const server = (folder, main, ...args) => [java, ...javaFlags, '-cp', classpath(folder), `dev.docket.bench.${main}`, ...args];
const classpath = (folder) =>
  `${join(engine, folder, 'target/classes')}:${readFileSync(join(engine, folder, 'target/classpath'), 'utf8').trim()}`;
const docket = (backend) => (port, recovery) => server('docket', 'EngineServer', port, backend, recovery);

/** The command line of each candidate, given a port and whether lost connections are to be recoverable. */
export const CANDIDATES = {
  floor: { title: 'floor: C, write(2)', command: (port) => [join(engine, 'target/floor'), port] },
  docket: { title: 'Docket', command: docket('EPOLL') },
  'docket-io_uring': { title: 'Docket, io_uring', command: docket('IO_URING') },
  'docket-nio': { title: 'Docket, NIO', command: docket('NIO') },
  node: {
    title: 'Node socket.io',
    command: (port, recovery) => [process.execPath, '--expose-gc', join(engine, 'socket.io.mjs'), port, recovery],
  },
  'netty-socketio': { title: 'netty-socketio', command: (port) => server('netty-socketio', 'NettySocketIoServer', port) },
};

/** A server on its core with clients on theirs. `ask` sends the clients a command and answers what they measured. */
export async function startCandidate(name, cores, recovery) {
  const port = String(await freePort());
  const host = await talkTo(name, cores.server, CANDIDATES[name].command(port, String(recovery)));
  await host.next();
  const load = await talkTo(`clients of ${name}`, cores.load, [join(engine, 'target/load'), port]);
  return {
    name,
    title: CANDIDATES[name].title,
    pid: host.pid,
    cpu: () => cpuSeconds(host.pid),
    collect: async () => JSON.parse(await host.ask('collect')),
    ask: async (command) => JSON.parse(await load.ask(command)),
    stop: async () => {
      await load.end();
      await host.end();
    },
  };
}

/** A process that answers each line with a line. Its failure is ours. */
async function talkTo(what, cores, [command, ...args]) {
  const child = spawn('taskset', ['-c', cores, command, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = '';
  let ending = false;
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit').then(([code]) => {
    if (!ending) throw new Error(`${what} ended with ${code}: ${said.trim().slice(-2000)}`);
  });
  ended.catch(() => undefined);
  const next = async () => (await Promise.race([lines.next(), ended.then(() => lines.next())])).value ?? (await ended);
  return {
    pid: child.pid,
    next,
    ask: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    end: async () => {
      ending = true;
      child.stdin.end();
      await ended;
    },
  };
}
