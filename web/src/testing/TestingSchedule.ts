import type { Schedule } from '@/live/programs';

/** Time that passes when the test says so. */
export class TestingSchedule {
  private waiting: (() => void)[] = [];

  readonly schedule: Schedule = (work) => void this.waiting.push(work);

  /** Runs what waits, and what that leaves behind, until nothing waits. */
  pass(): void {
    while (this.waiting.length > 0) {
      const due = this.waiting;
      this.waiting = [];
      for (const work of due) work();
    }
  }
}
