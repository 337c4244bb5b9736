/** A wish to end, which all loops look at. */
export class Stop {
  private readonly waiting = new Set<() => void>();
  private wished = false;

  requested(): boolean {
    return this.wished;
  }

  request(): void {
    this.wished = true;
    this.waiting.forEach((wake) => wake());
  }

  /** Waits so long, or until the wish. */
  within(millis: number): Promise<void> {
    if (this.wished) return Promise.resolve();
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, millis);
      this.waiting.add(wake);
    });
  }
}
