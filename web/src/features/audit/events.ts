/** Every event that the audit can be filtered by, in the order of the choice. Newer servers may have more: those are shown by name. */
export const AUDITED_EVENTS = [
  'request:created',
  'request:updated',
  'request:status_changed',
  'request:assigned',
  'request:deleted',
  'request:watched',
  'comment:added',
  'comment:updated',
  'comment:deleted',
  'attachment:uploaded',
  'attachment:deleted',
  'program:created',
  'program:updated',
  'member:added',
  'member:updated',
  'member:removed',
  'user:created',
  'user:updated',
  'user:password_reset_requested',
  'user:password_reset_issued',
  'settings:updated',
] as const;
export type AuditedEvent = (typeof AUDITED_EVENTS)[number];

export const isAuditedEvent = (event: string): event is AuditedEvent =>
  (AUDITED_EVENTS as readonly string[]).includes(event);

/** The key of its text: a colon would be taken for a namespace. */
export const textKey = (event: AuditedEvent) => event.replace(':', '_') as Textual<AuditedEvent>;

type Textual<T extends string> = T extends `${infer Thing}:${infer Deed}` ? `${Thing}_${Deed}` : never;
