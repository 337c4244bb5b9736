import type { Chance } from './chance.ts';
import type { Client } from './client.ts';
import type { Interruptions } from './messages.ts';
import type { Proxy } from './proxy.ts';

const STEP_MILLIS = 250;
/** How many clients in a thousand are treated badly per step. */
const CUT_PER_MILLE = 6;

type Counted = 'reconnects' | 'absences' | 'resets' | 'halfOpen' | 'slowReaders';

/** Connections that come and go, and a network that cuts them, until it calms down. */
export class Storm {
  readonly done: Pick<Interruptions, Counted> = { reconnects: 0, absences: 0, resets: 0, halfOpen: 0, slowReaders: 0 };
  private timer: NodeJS.Timeout | undefined;
  private readonly absent = new Map<Client, NodeJS.Timeout>();

  constructor(
    private readonly chance: Chance,
    private readonly clients: Client[],
    private readonly proxy: Proxy | null,
  ) {}

  begin(): void {
    this.timer ??= setInterval(() => this.step(), STEP_MILLIS);
  }

  end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.absent.forEach((timer, client) => {
      clearTimeout(timer);
      client.comeBack();
    });
    this.absent.clear();
    this.proxy?.endSilence();
  }

  private step(): void {
    const share = (this.clients.length * CUT_PER_MILLE) / 1000;
    for (let left = share; left > 0; left--) if (this.chance.isTrue(Math.min(left, 1))) this.strike();
  }

  private strike(): void {
    const kind = this.chance.next();
    if (kind < 0.25) this.closeOne();
    else if (kind < 0.5) this.takeOneAway();
    else if (this.proxy !== null) this.cutOne(this.proxy, kind);
  }

  private closeOne(): void {
    const client = this.chance.oneOf(this.clients);
    if (!client.isConnected) return;
    client.cut();
    this.done.reconnects++;
  }

  private takeOneAway(): void {
    const client = this.chance.oneOf(this.clients);
    // Members whose rights change are sent away by whoever changes them.
    if (!client.isConnected || client.plan.moves) return;
    void client.leave();
    this.done.absences++;
    const back = () => {
      this.absent.delete(client);
      client.comeBack();
    };
    this.absent.set(client, setTimeout(back, this.chance.between(200, 4_000)));
  }

  private cutOne(proxy: Proxy, kind: number): void {
    const lines = proxy.connections;
    if (lines.length === 0) return;
    const line = this.chance.oneOf(lines);
    if (kind < 0.75) {
      line.reset();
      this.done.resets++;
    } else if (kind < 0.9) {
      line.slow(this.chance.between(1_000, 8_000));
      this.done.slowReaders++;
    } else {
      line.silence();
      this.done.halfOpen++;
    }
  }
}
