/** How long before the interruption a stock client may have received what comes again. */
const ALLOWED_MILLIS = 1_000;

interface Arrival {
  program: string;
  seq: number;
  at: number;
}

/**
 * What a stock client may get twice, or late: after an interruption, entries of *other* programs than that of its last event, from the last
 * second before. The last event is what the server knows the client by, so the second ends there. Each comes once more, and if the
 * connection breaks again before the client has caught up, what was still to come does so after that. Among them come, for the first
 * time, entries of that second that the client may see only now, because its rights were extended meanwhile.
 */
export class Repeats {
  private arrivals: Arrival[] = [];
  private connectedAt = Infinity;
  private readonly allowed = new Set<string>();
  /** By program: the last that came before the allowed second, of what still may come again. */
  private readonly floors = new Map<string, number>();
  /** By program: the last of those that are not in `arrivals` any more. */
  private readonly forgotten = new Map<string, number>();
  /** Set while entries from before the very first connection may come: an interruption followed it at once. */
  private early = false;
  private named: string | undefined;
  private interruptedAt: number | undefined;
  private lastAt: number | undefined;

  connected(now: number): void {
    this.connectedAt = Math.min(this.connectedAt, now);
  }

  arrived(program: string, seq: number, now: number): void {
    this.arrivals.push({ program, seq, at: now });
    if (this.arrivals.length > 512) this.forgetBefore(now - ALLOWED_MILLIS);
  }

  /** @param caughtUp since the interruption before */
  interrupted(now: number, caughtUp: boolean): void {
    const last = this.arrivals.at(-1);
    this.interruptedAt = now;
    this.lastAt = last?.at;
    this.named = last?.program;
    this.early = (last?.at ?? this.connectedAt) - this.connectedAt <= ALLOWED_MILLIS;
    if (caughtUp) {
      this.allowed.clear();
      this.floors.clear();
    }
    this.forgetBefore((last?.at ?? 0) - ALLOWED_MILLIS);
    for (const { program, seq } of this.arrivals) {
      if (program === this.named) continue;
      this.allowed.add(`${program}:${seq}`);
      const floor = this.forgotten.get(program) ?? 0;
      this.floors.set(program, Math.min(floor, this.floors.get(program) ?? floor));
    }
  }

  /** For whoever looks for the cause of a double. */
  describe(program: string, seq: number, now: number): string {
    const before = this.arrivals.findLast((arrival) => arrival.program === program && arrival.seq === seq);
    const age = (at: number | undefined) => (at === undefined ? 'long' : `${Math.round(now - at)} ms`);
    return (
      `came ${age(before?.at)} ago; interrupted ${age(this.interruptedAt)} ago, ` +
      `last event before ${age(this.lastAt)} ago, of ${program === this.named ? 'the same' : 'another'} program`
    );
  }

  /** @param neverCame whether it is from before the client's first connection */
  accepts(program: string, seq: number, neverCame: boolean): boolean {
    return neverCame ? this.early && program !== this.named : this.allowed.delete(`${program}:${seq}`);
  }

  /** Whether it may come for the first time after later ones have come. It is for the judge to say whether it was hidden before. */
  acceptsLate(program: string, seq: number): boolean {
    return seq > (this.floors.get(program) ?? Infinity);
  }

  private forgetBefore(time: number): void {
    for (const { program, seq, at } of this.arrivals)
      if (at < time) this.forgotten.set(program, Math.max(seq, this.forgotten.get(program) ?? 0));
    this.arrivals = this.arrivals.filter(({ at }) => at >= time);
  }
}
