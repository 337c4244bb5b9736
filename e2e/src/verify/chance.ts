/** Pseudo-random numbers that a seed repeats (mulberry32). What a run does then depends on them and on who is faster. */
export class Chance {
  constructor(private state: number) {}

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From `min` up to, not including, `max`. */
  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  isTrue(share: number): boolean {
    return this.next() < share;
  }

  oneOf<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.next() * choices.length)];
    if (choice === undefined) throw new Error('choices: none (expected: at least one)');
    return choice;
  }

  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, key: this.next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ thing }) => thing);
  }

  /** Another stream of numbers, which does not move this one when it is used. */
  branch(name: number): Chance {
    return new Chance((Math.imul(this.state ^ name, 0x9e3779b1) >>> 0) + name);
  }
}
