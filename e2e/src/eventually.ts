/** Tries `condition` until it is true; fails with `what` and the last error when `millis` have passed. */
export async function eventually(
  what: string,
  millis: number,
  condition: () => boolean | Promise<boolean>,
  pauseMillis = 25,
): Promise<void> {
  const deadline = Date.now() + millis;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      if (await condition()) return;
    } catch (error) {
      last = error;
      if (error instanceof Error && error.message.startsWith('the server ended')) throw error;
    }
    await new Promise((done) => setTimeout(done, pauseMillis));
  }
  throw new Error(`waited ${millis} ms for ${what}`, { cause: last });
}
