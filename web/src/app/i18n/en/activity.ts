export const activity = {
  empty: 'Nothing has happened yet.',
  earlier: 'Load earlier',
  label: 'Activity of the program',
} as const;
