import { cpus } from 'node:os';
import { eventually } from '../eventually.ts';
import { assemble, type Cast, disperse, everybody, plans } from './cast.ts';
import { Chance } from './chance.ts';
import { Faults } from './faults.ts';
import { Fences } from './fences.ts';
import type { Installation } from './installation.ts';
import { ProgramJournal } from './journal.ts';
import type { State } from './messages.ts';
import { changesOf, Moves } from './moves.ts';
import type { Options } from './options.ts';
import { type Findings, progress } from './report.ts';
import type { Stop } from './stop.ts';
import { Threads } from './threads.ts';
import { Writers } from './writers.ts';

const ARRIVAL_MILLIS = 180_000;
const READ_MILLIS = 4_000;
/** An access token is good for 15 minutes, of which a clock step may take 10. */
const RENEWAL_MILLIS = 3 * 60_000;

/** One verification, from the first user to the last count. */
export class Run {
  private readonly threads = new Threads(Math.max(1, Math.min(4, cpus().length)));
  private readonly chance: Chance;
  private readonly journals: ProgramJournal[];
  private readonly fences: Fences;
  private readonly writers: Writers;
  private readonly faults: Faults;
  private readonly moves: Moves;

  private constructor(
    private readonly installation: Installation,
    private readonly options: Options,
    private readonly cast: Cast,
    private readonly stop: Stop,
    private readonly say: (line: string) => void,
  ) {
    this.chance = new Chance(options.seed);
    this.journals = cast.programs.map((program) => new ProgramJournal(cast, program));
    this.fences = new Fences(cast.manager, this.threads);
    this.writers = new Writers(cast);
    this.faults = new Faults(installation, this.chance.branch(1), stop);
    this.moves = new Moves(cast, this.threads, this.fences, this.chance.branch(2), stop);
  }

  static async prepare(
    installation: Installation,
    options: Options,
    stop: Stop,
    say: (line: string) => void,
  ): Promise<Run> {
    const tag = `${new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '').toLowerCase()}-${options.seed}`;
    const secret = crypto.randomUUID();
    const cast = await assemble(installation.url, installation.admin, options.programs, tag, secret);
    return new Run(installation, options, cast, stop, say);
  }

  async verify(): Promise<Findings> {
    await this.connect();
    const started = performance.now();
    await this.work(this.options.minutes * 60_000);
    const absent = await this.calmDown();
    const seconds = (performance.now() - started) / 1000;
    const state = await this.judge();
    return this.findings(state, seconds, absent);
  }

  /** Leaves an installation of somebody else as it was found, as far as that can be. */
  async cleanUp(): Promise<string[]> {
    await this.threads.close();
    return this.installation.shared ? disperse(this.cast) : [];
  }

  private async connect(): Promise<void> {
    const { url, shared } = this.installation;
    // A proxy could not answer for a certificate.
    const proxied = url.startsWith('http:');
    await this.threads.start(
      url,
      this.options.seed,
      plans(this.cast, this.options.clients, shared, proxied),
      this.tokens(),
    );
    await eventually('all clients to be connected', ARRIVAL_MILLIS, async () => {
      const { users } = await this.threads.state();
      return Object.values(users).every(({ connected, clients }) => connected === clients);
    });
  }

  private tokens(): Record<string, string> {
    return Object.fromEntries(everybody(this.cast).map(({ userId, token }) => [userId, token]));
  }

  private async work(millis: number): Promise<void> {
    // However short the run: each kind of harm is done once.
    const end = setTimeout(() => void this.faults.firstRound.then(() => this.stop.request()), millis);
    this.writers.begin(this.options.writers, this.chance.branch(3));
    await this.threads.tell({ type: 'storm', on: true });
    // In a minute each fault comes once at least; in a long run there is time to breathe.
    const pause = Math.min(10_000, Math.max(2_000, millis / 10));
    await Promise.all([
      this.faults.run(this.installation.faults, pause),
      this.moves.run(pause / 2),
      this.follow(),
      this.renew(),
    ]).finally(() => {
      clearTimeout(end);
      this.stop.request();
    });
  }

  /** Reads the journals while they grow, so that deliveries are judged and forgotten, and says how it goes. */
  private async follow(): Promise<void> {
    const started = performance.now();
    while (!this.stop.requested()) {
      await this.stop.within(READ_MILLIS);
      await this.readOn().catch(() => this.say("  the journal can't be read at the moment"));
      this.say(progress(await this.threads.state(), (performance.now() - started) / 1000, this.faults.done));
    }
  }

  private async renew(): Promise<void> {
    while (!this.stop.requested()) {
      await this.stop.within(RENEWAL_MILLIS);
      if (this.stop.requested()) return;
      for (const user of everybody(this.cast))
        await eventually(`a new log-in of ${user.email}`, ARRIVAL_MILLIS, () => user.renew().then(() => true));
      await this.threads.tell({ type: 'tokens', tokens: this.tokens() });
    }
  }

  private async readOn(): Promise<void> {
    for (const journal of this.journals) {
      const views = await journal.readOn();
      for (const [view, prints] of Object.entries(views))
        await this.threads.tell({ type: 'view', program: journal.program, view, prints });
    }
  }

  /** No more work, no more harm: everybody catches up. Answers how many users did not. */
  private async calmDown(): Promise<number> {
    await this.threads.tell({ type: 'storm', on: false });
    await eventually('the installation to be well', ARRIVAL_MILLIS, () => this.installation.answers());
    await this.writers.end();
    this.say('  waiting for everybody to catch up');
    const absent = new Set<string>();
    for (const [index, program] of this.cast.programs.entries()) {
      const fence = await this.fences.write(program);
      for (const user of everybody(this.cast)) {
        const member = index === 0 || user !== this.cast.outsider;
        if (!member || this.moves.roleOf(user, program) === null) continue;
        if (!(await this.fences.reaches([user.userId], program, fence))) absent.add(user.userId);
      }
    }
    return absent.size;
  }

  private async judge(): Promise<State> {
    await eventually('the journals to be read', ARRIVAL_MILLIS, () => this.readOn().then(() => true));
    for (const { program, members, fences } of this.journals)
      for (const { userId } of this.cast.movers) {
        const moves = this.moves.done.filter((move) => move.program === program && move.userId === userId);
        const entries = members.filter((entry) => entry.userId === userId);
        const changes = changesOf(moves, entries, (fence) => fences.get(fence) ?? 0);
        await this.threads.tell({ type: 'changes', program, userId, changes });
      }
    return this.threads.state('finish');
  }

  private findings(state: State, seconds: number, absent: number): Findings {
    const answered = Object.values(this.writers.answered).reduce((sum, count) => sum + count, 0);
    const missing = this.journals.map(({ program, work }) => Math.max(0, (this.writers.answered[program] ?? 0) - work));
    return {
      options: this.options,
      seconds,
      state,
      faults: this.faults.done,
      moves: this.moves.done,
      clock: this.installation.faults.includes('clock'),
      entries: this.journals.reduce((sum, { upTo }) => sum + upTo, 0),
      answered,
      failed: this.writers.failed,
      missing: missing.reduce((sum, count) => sum + count, 0),
      gaps: this.journals.reduce((sum, { gaps }) => sum + gaps, 0),
      absent,
      leftBehind: [],
    };
  }
}
