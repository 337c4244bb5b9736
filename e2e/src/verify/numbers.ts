/** A growing row of 32-bit numbers, 4 bytes each. */
export class Numbers {
  length = 0;
  private values = new Uint32Array(256);

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return index < this.length ? (this.values[index] ?? 0) : 0;
  }

  /** Forgets the first `count`. */
  drop(count: number): void {
    this.values.copyWithin(0, count, this.length);
    this.length -= count;
  }
}

/** Which numbers have come, one bit each. */
export class NumberSet {
  private bits = new Uint32Array(64);

  has(number: number): boolean {
    return ((this.bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.bits.length) {
      const larger = new Uint32Array(Math.max(word + 1, this.bits.length * 2));
      larger.set(this.bits);
      this.bits = larger;
    }
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (number & 31));
  }
}
