import { eventually } from '../eventually.ts';
import type { Chance } from './chance.ts';
import type { Fault, Installation } from './installation.ts';
import type { Stop } from './stop.ts';

/** How long an installation may take to come back. */
const RECOVERY_MILLIS = 180_000;

/** Does to the installation what can be done, one after the other, in an order of chance, again and again. */
export class Faults {
  readonly done: Record<Fault, number> = { server: 0, postmaster: 0, backend: 0, clock: 0 };
  /** Completes when each kind has come once. */
  readonly firstRound: Promise<void>;
  private firstRoundDone!: () => void;

  constructor(
    private readonly installation: Installation,
    private readonly chance: Chance,
    private readonly stop: Stop,
  ) {
    this.firstRound = new Promise((done) => (this.firstRoundDone = done));
  }

  /** @param pauseMillis the longest wait between one recovery and the next fault; the shortest is a third of it */
  async run(kinds: Fault[], pauseMillis: number): Promise<void> {
    while (kinds.length > 0) {
      for (const kind of this.chance.shuffled(kinds)) {
        await this.stop.within(this.chance.between(pauseMillis / 3, pauseMillis));
        if (this.stop.requested()) return;
        await this.installation.strike(kind, (choices) => this.chance.oneOf(choices));
        this.done[kind]++;
        await eventually(`recovery after a fault (${kind})`, RECOVERY_MILLIS, () => this.installation.answers());
      }
      this.firstRoundDone();
    }
    this.firstRoundDone();
  }
}
