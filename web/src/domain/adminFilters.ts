import { GLOBAL_ROLES, type AuditFilter, type PeopleFilter } from '@/api/admin';

/** Read out of an address, which anybody may have typed; what makes no sense is undefined. */
export function peopleFilterOf(search: Record<string, unknown>): PeopleFilter {
  return {
    q: words(search.q),
    role: GLOBAL_ROLES.find((role) => role === search.role),
    active: typeof search.active === 'boolean' ? search.active : undefined,
  };
}

export function auditFilterOf(search: Record<string, unknown>): AuditFilter {
  return {
    program: words(search.program),
    event: words(search.event),
    actor: words(search.actor),
    subject: words(search.subject),
    request: words(search.request),
    from: day(search.from),
    to: day(search.to),
  };
}

/** A search for digits arrives as a number. */
function words(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A day that there is: of 30 February a browser would make 2 March. */
function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const read = new Date(value);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value) ? value : undefined;
}
