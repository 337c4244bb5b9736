export const stream = {
  title: 'Activity',
  filter: 'Show',
  all: 'All',
  comments: 'Conversation',
  changes: 'Changes',
  earlier: 'Load earlier changes',
  fresh_one: '{{count}} new comment, by {{name}}',
  fresh_other: '{{count}} new comments',
  emptyComments: 'No comments yet.',
  emptyAll: 'Nothing has happened yet.',
} as const;
