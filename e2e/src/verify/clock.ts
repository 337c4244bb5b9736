import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where distributions put libfaketime; the first folder is completed by the machine's architecture. */
const folders = ['/usr/lib', '/usr/lib64/faketime', '/usr/lib/faketime', '/usr/local/lib/faketime'];
const library = 'libfaketime.so.1';

/** Where libfaketime is installed on this machine, if it is. */
export function findLibrary(): string | undefined {
  const multiarch = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder, 'faketime'))
    : [];
  return [...folders, ...multiarch].map((folder) => join(folder, library)).find((path) => existsSync(path));
}

/**
 * The wall clock of a server and its database, which can be set while they run, by libfaketime. The monotonic clock, by which a
 * machine waits, stays as it is: that is what happens when a real clock is set.
 */
export class FalseClock {
  private readonly folder = mkdtempSync(join(tmpdir(), 'docket-clock-'));
  private readonly file = join(this.folder, 'offset');

  constructor(private readonly path: string) {
    this.set(0);
  }

  get environment(): Record<string, string> {
    return {
      LD_PRELOAD: this.path,
      FAKETIME_TIMESTAMP_FILE: this.file,
      // Looks at the file each second; each time would cost more than everything else.
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
      // Java waits by the monotonic clock; with the fix, which is for older C libraries, every wait would end at once.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    };
  }

  set(seconds: number): void {
    writeFileSync(this.file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
