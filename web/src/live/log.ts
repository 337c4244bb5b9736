import type { Position } from '@/api/types';
import type { LiveEvent } from './events';

const KEPT = 500;

/**
 * The latest events of one program: without a hole from `from` (excluded) to `to`. What was read by REST at a position within
 * this range is brought up to date by applying the events after it; what was read earlier has to be read again.
 */
export class ProgramLog {
  private events: LiveEvent[] = [];
  private from: number;
  private to: number;

  /** The epoch is null while only events have come, which do not tell it. */
  constructor(
    private epoch: string | null,
    seq: number,
  ) {
    this.from = seq;
    this.to = seq;
  }

  get position(): Position | null {
    return this.epoch === null ? null : { epoch: this.epoch, seq: this.to };
  }

  /** False when the event is known already. */
  take(event: LiveEvent): boolean {
    if (event.seq <= this.to) return false;
    this.events.push(event);
    this.to = event.seq;
    if (this.events.length > KEPT) this.from = this.events.shift()?.seq ?? this.from;
    return true;
  }

  /**
   * The server says that up to here everything has been sent that this viewer may see. False when that is another history
   * than this one.
   */
  advance(position: Position): boolean {
    this.epoch ??= position.epoch;
    if (this.epoch !== position.epoch) return false;
    this.to = Math.max(this.to, position.seq);
    return true;
  }

  /** Whether all events after `at` are here, so that what was read there can be brought up to date. */
  covers(at: Position): boolean {
    return (this.epoch === null || this.epoch === at.epoch) && at.seq >= this.from;
  }

  after(at: Position): LiveEvent[] {
    return this.events.filter((event) => event.seq > at.seq);
  }
}
