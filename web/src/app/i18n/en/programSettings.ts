export const saving = {
  saved: 'Saved.',
  undo: 'Undo',
  stale: 'Somebody else changed this in the meantime; what is there now is shown.',
  insist: 'Use mine all the same',
} as const;

export const usage = {
  active_one: '{{count}} active',
  active_other: '{{count}} active',
  of: '{{active}} of {{limit}} active',
  near: 'nearly full',
  reached: 'full',
  now: 'In use now',
  people: 'Most active requests',
  more_one: '{{count}} person more',
  more_other: '{{count}} people more',
} as const;

export const preview = {
  title: 'How the form looks',
  reader: 'Seen by',
  staff: 'Staff',
  client: 'Clients',
  nothing: 'Clients are asked for nothing of this.',
} as const;
