export const keys = {
  title: 'Keyboard shortcuts',
  nextPrevious: 'Next and previous in a list',
  open: 'Open',
  search: 'Search',
  create: 'New request',
  edit: 'Edit the title',
  comment: 'Write a comment',
  assign: 'Assign',
  send: 'Send or save',
  discard: 'Discard or close',
  help: 'This window',
} as const;
