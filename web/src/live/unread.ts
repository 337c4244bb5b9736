import type { HistoryEntry, Position } from '@/api/types';
import { Emitter } from './emitter';
import type { LiveEvent } from './events';

type Positions = Readonly<Record<string, Position>>;

/**
 * In which programs something was done by others since this person looked at them on this device. What happens while connected
 * comes as events; what happened before is looked up for the programs that have moved on, one after the other.
 */
export class UnreadPrograms {
  readonly changes = new Emitter<ReadonlySet<string>>();
  private current: ReadonlySet<string> = new Set();
  private readonly now = new Map<string, Position>();
  private looking: string | null = null;
  private checks: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly meId: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly newest: (programId: string) => Promise<HistoryEntry[]>,
  ) {}

  get unread(): ReadonlySet<string> {
    return this.current;
  }

  /** The program on the screen; null when there is none, or nobody looks. */
  look(programId: string | null): void {
    this.looking = programId;
    if (programId !== null) this.markSeen(programId);
  }

  arrived(event: LiveEvent): void {
    const { programId, seq } = event;
    const at = this.now.get(programId);
    if (at !== undefined && seq > at.seq) this.now.set(programId, { ...at, seq });
    if (this.looking === programId) this.markSeen(programId);
    else if (event.performedBy.userId !== this.meId) this.mark(programId, true);
  }

  caughtUp(positions: Positions): void {
    const seen = this.seen();
    const behind: [string, Position][] = [];
    for (const [programId, position] of Object.entries(positions)) {
      this.now.set(programId, position);
      const last = seen[programId];
      // New on this device, or history was replaced by a restore: there is nothing to compare with.
      if (programId === this.looking || last?.epoch !== position.epoch) this.markSeen(programId);
      else if (last.seq < position.seq && !this.current.has(programId)) behind.push([programId, last]);
    }
    for (const [programId, last] of behind) this.checks = this.checks.then(() => this.check(programId, last));
  }

  /** Another tab of this browser has looked. */
  reload(): void {
    const seen = this.seen();
    for (const programId of this.current) {
      const at = this.now.get(programId);
      if (at !== undefined && (seen[programId]?.seq ?? 0) >= at.seq) this.mark(programId, false);
    }
  }

  static key(meId: string): string {
    return `docket.seen.${meId}`;
  }

  private async check(programId: string, last: Position): Promise<void> {
    try {
      const entries = await this.newest(programId);
      if (this.looking !== programId && entries.some(({ seq, actor }) => seq > last.seq && actor.id !== this.meId))
        this.mark(programId, true);
    } catch {
      // A dot less; the next connect looks again.
    }
  }

  private markSeen(programId: string): void {
    this.mark(programId, false);
    const at = this.now.get(programId);
    if (at === undefined) return;
    const seen = this.seen();
    const last = seen[programId];
    if (last?.epoch === at.epoch && last.seq >= at.seq) return;
    this.storage.setItem(UnreadPrograms.key(this.meId), JSON.stringify({ ...seen, [programId]: at }));
  }

  private mark(programId: string, unread: boolean): void {
    if (this.current.has(programId) === unread) return;
    const next = new Set(this.current);
    if (unread) next.add(programId);
    else next.delete(programId);
    this.current = next;
    this.changes.emit(next);
  }

  private seen(): Positions {
    try {
      return JSON.parse(this.storage.getItem(UnreadPrograms.key(this.meId)) ?? '{}') as Positions;
    } catch {
      return {};
    }
  }
}
