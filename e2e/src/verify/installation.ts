import { eventually } from '../eventually.ts';
import { Api } from '../api.ts';
import { DocketServer } from '../server.ts';
import { FalseClock, findLibrary } from './clock.ts';
import { backendsOf, postmasterOf } from './processes.ts';

export type Fault = 'server' | 'postmaster' | 'backend' | 'clock';

/** The Docket under test. */
export interface Installation {
  readonly url: string;
  /** Whether other programs than those of the check may be in it. */
  readonly shared: boolean;
  readonly admin: Api;
  /** What can be done to it. */
  readonly faults: Fault[];
  strike(fault: Fault, choose: (choices: readonly number[]) => number): Promise<void>;
  answers(): Promise<boolean>;
  /** What the server of our own said. */
  log(): string;
  close(): Promise<void>;
}

/** Somebody else's: it is used, and nothing is done to it. */
export async function theirs(url: string, email: string, password: string): Promise<Installation> {
  const admin = await Api.logIn(url, email, password);
  return {
    url,
    shared: true,
    admin,
    faults: [],
    strike: () => Promise.reject(new Error('an installation of somebody else is not harmed')),
    answers: () => healthy(url),
    log: () => '',
    close: () => admin.logOut(),
  };
}

/** One of our own, from the packaged jar, in a temporary folder. */
export async function ours(): Promise<Installation> {
  const library = findLibrary();
  const clock = library === undefined ? undefined : new FalseClock(library);
  const server = await DocketServer.start({
    settings: { DOCKET_REPLAY_LIMIT: '100000' },
    ...(clock !== undefined && { environment: clock.environment }),
  });
  const close = async () => {
    await server.close();
    clock?.remove();
  };
  try {
    const admin = await Api.logIn(server.url, 'admin@docket.local', server.passwordOf('admin@docket.local'));
    return {
      url: server.url,
      shared: false,
      admin,
      faults: ['server', 'postmaster', 'backend', ...(clock === undefined ? [] : (['clock'] as const))],
      strike: (fault, choose) => strike(server, clock, fault, choose),
      answers: () => healthy(server.url),
      log: () => server.output,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const clockSteps = [-300, -30, 0, 30, 300];

async function strike(
  server: DocketServer,
  clock: FalseClock | undefined,
  fault: Fault,
  choose: (choices: readonly number[]) => number,
): Promise<void> {
  switch (fault) {
    case 'server':
      await server.kill();
      await server.start();
      break;
    case 'postmaster':
      process.kill(postmasterOf(server.dataDir), 'SIGKILL');
      break;
    case 'backend': {
      const backends = () => backendsOf(postmasterOf(server.dataDir));
      await eventually('a connection to the database', 10_000, () => backends().length > 0);
      process.kill(choose(backends()), 'SIGKILL');
      break;
    }
    case 'clock':
      clock?.set(choose(clockSteps));
      break;
  }
}

const healthy = (url: string): Promise<boolean> =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(15_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
