import { Numbers } from './numbers.ts';

/** What one viewer may receive of a program. */
export interface Judge {
  /** Up to which `seq` it is known. */
  readonly upTo: number;
  /** @param marks changes of the viewer's rights that had begun when it came */
  allows(seq: number, print: number, marks: number): boolean;
  /** Whether it may come after later ones: it was hidden when those came, and is not any more. */
  allowsLate(seq: number, print: number, marks: number): boolean;
  /** Whether it has to come. */
  requires(seq: number): boolean;
}

/** A viewer whose rights stay as they are sees what its journal shows: the print by `seq`, 0 for what it must not see. */
export class View implements Judge {
  private readonly prints = new Numbers();

  constructor() {
    this.prints.push(0);
  }

  get upTo(): number {
    return this.prints.length - 1;
  }

  /** Continues after {@link upTo}. */
  extend(prints: Uint32Array): void {
    prints.forEach((print) => this.prints.push(print));
  }

  allows(seq: number, print: number): boolean {
    return this.requires(seq) && this.prints.at(seq) === print;
  }

  /** Nothing that was hidden ever comes to light. */
  allowsLate(): boolean {
    return false;
  }

  requires(seq: number): boolean {
    return this.prints.at(seq) !== 0;
  }
}
