export const stream = {
  title: 'Activity',
  filter: 'Show',
  all: 'All',
  comments: 'Comments',
  changes: 'Changes',
  earlier: 'Load earlier changes',
  emptyComments: 'No comments yet.',
  emptyAll: 'Nothing has happened yet.',
} as const;
