import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { adminKeys } from '@/api/admin';
import type { LiveEvent } from './events';
import type { Schedule } from './programs';

/** The stream of people and settings, of which the server tells admins alone, as if it were one more program. */
export const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** A busy installation must not keep the audit reading without end. */
const GATHER_MS = 1000;

/**
 * Keeps true what admins see of people, settings and the audit. These pages are read in parts and by filters, so that an event
 * says only what is to be read again: what stands on the screen at once, everything else when it is looked at.
 */
export class LiveInstallation {
  private readonly stale = new Map<string, QueryKey>();
  private gathering = false;

  constructor(
    private readonly cache: QueryClient,
    private readonly schedule: Schedule,
  ) {}

  /** Of any stream: the audit tells of all. */
  take(event: LiveEvent): void {
    this.mark([adminKeys.audit, ...changedBy(event)]);
  }

  /** After each connect: what happened meanwhile is read, which is simpler than to have it told. */
  ready(): void {
    this.mark([adminKeys.audit, adminKeys.users, adminKeys.settings]);
  }

  private mark(keys: readonly QueryKey[]): void {
    for (const key of keys) this.stale.set(key.join(' '), key);
    if (!this.gathering) this.readStale();
  }

  private readStale(): void {
    this.gathering = true;
    for (const [name, queryKey] of this.stale) {
      // Not broken off, or it would never end while changes come. What it may have missed is read after it.
      if (this.cache.isFetching({ queryKey }) > 0) continue;
      this.stale.delete(name);
      void this.cache.invalidateQueries({ queryKey });
    }
    this.schedule(() => {
      this.gathering = false;
      if (this.stale.size > 0) this.readStale();
    }, GATHER_MS);
  }
}

function changedBy(event: LiveEvent): QueryKey[] {
  switch (event.event) {
    case 'user:created':
    case 'user:updated':
      return [adminKeys.users];
    case 'settings:updated':
      return [adminKeys.settings];
    case 'member:added':
    case 'member:updated':
      return [adminKeys.memberships(event.data.member.user.id)];
    case 'member:removed':
      return [adminKeys.memberships(event.data.userId)];
    default:
      return [];
  }
}
