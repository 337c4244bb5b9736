/** What became of deliveries. */
export interface Counts {
  /** As they should be. */
  checked: number;
  /** Should have come and did not. */
  lost: number;
  /** Had come before. */
  doubled: number;
  /** Had come before, and the contract allows it: to stock clients, after an interruption, of other programs. */
  repeated: number;
  /** Came after a later one, and the contract allows it: among what comes again, to a stock client that may see more than before. */
  late: number;
  /** Came after a later one. */
  reordered: number;
  /** May not be seen by this viewer, or not so. */
  leaked: number;
}

export const noCounts = (): Counts => ({
  checked: 0,
  lost: 0,
  doubled: 0,
  repeated: 0,
  late: 0,
  reordered: 0,
  leaked: 0,
});

export function add<T extends object>(sum: T, more: T): void {
  for (const key of Object.keys(more) as (keyof T)[])
    sum[key] = (Number(sum[key] ?? 0) + Number(more[key])) as T[keyof T];
}
