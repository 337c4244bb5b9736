import { type Counts, noCounts } from './counts.ts';
import { NumberSet, Numbers } from './numbers.ts';
import type { Judge } from './view.ts';

const EXAMPLES = 3;

/**
 * What one client received of one program. Order and doubles show at once; what may be seen shows when the journal is known so
 * far, and then the delivery is forgotten but for one bit. A delivery counts once, for the first thing that is wrong with it.
 */
export class Track {
  readonly counts: Counts = noCounts();
  /** The first few things that were wrong. */
  readonly examples: { what: keyof Counts; seq: number }[] = [];
  private readonly seen = new NumberSet();
  /** Not judged yet, in the order of arrival: `seq` and print. */
  private readonly waiting = new Numbers();
  /** What came after later ones, and perhaps rightly so; with the changes of rights that had begun. */
  private readonly late: { seq: number; print: number; marks: number }[] = [];
  /** By the number in `waiting` before which the change of rights began. */
  private readonly marks: number[] = [];
  private marksPassed = 0;
  private marksMade = 0;
  private last: number;

  /** @param start the position after which everything is to come */
  constructor(
    private readonly judge: Judge,
    private readonly start: number,
  ) {
    this.last = start;
  }

  /** Whether it has come, or is from before the start. */
  has(seq: number): boolean {
    return seq <= this.start || this.seen.has(seq);
  }

  came(seq: number): boolean {
    return this.seen.has(seq);
  }

  /**
   * @param mayRepeat whether it may come although it came before
   * @param mayBeLate whether it may come after later ones if it was hidden when those came
   */
  arrive(seq: number, print: number, mayRepeat: boolean, mayBeLate = false): void {
    if (this.has(seq)) {
      if (mayRepeat) this.counts.repeated++;
      else this.note('doubled', seq);
      return;
    }
    this.seen.add(seq);
    if (seq < this.last) {
      if (mayBeLate) this.late.push({ seq, print, marks: this.marksMade });
      else this.note('reordered', seq);
      return;
    }
    this.last = seq;
    this.waiting.push(seq);
    this.waiting.push(print);
  }

  /** A change of this viewer's rights begins. */
  mark(): void {
    this.marksMade++;
    this.marks.push(this.waiting.length);
  }

  /** The client was told to load the program anew and to go on from here. */
  jumpTo(seq: number): void {
    for (let skipped = this.last + 1; skipped <= seq; skipped++) this.seen.add(skipped);
    this.last = Math.max(this.last, seq);
  }

  /** Judges what the journal is known for by now. */
  settle(): void {
    let done = 0;
    while (done < this.waiting.length && this.waiting.at(done) <= this.judge.upTo) {
      while ((this.marks[this.marksPassed] ?? Infinity) <= done) this.marksPassed++;
      if (this.judge.allows(this.waiting.at(done), this.waiting.at(done + 1), this.marksPassed)) this.counts.checked++;
      else this.note('leaked', this.waiting.at(done));
      done += 2;
    }
    this.waiting.drop(done);
    for (let i = this.marksPassed; i < this.marks.length; i++) this.marks[i] = (this.marks[i] ?? 0) - done;
  }

  /** The journal is known to its end, and nothing more will come. */
  finish(): void {
    this.settle();
    for (const { seq, print, marks } of this.late)
      if (this.judge.allowsLate(seq, print, marks)) this.counts.late++;
      else this.note('reordered', seq);
    // What came and is in no journal: an entry that never was.
    for (let i = 0; i < this.waiting.length; i += 2) this.note('leaked', this.waiting.at(i));
    for (let seq = this.start + 1; seq <= this.judge.upTo; seq++)
      if (!this.seen.has(seq) && this.judge.requires(seq)) this.note('lost', seq);
  }

  private note(what: keyof Counts, seq: number): void {
    this.counts[what]++;
    if (this.examples.length < EXAMPLES) this.examples.push({ what, seq });
  }
}
