export const dashboard = {
  title: 'What concerns you',
  text: 'From all your programs, live.',
  clientTitle: 'Your requests',
  clientText: 'Where each of them stands, at any moment.',
  noPrograms:
    'You are in no program yet. As soon as somebody adds you to one, your requests appear here by themselves.',
  noProgramsCreator: 'There is no program yet. Create the first one:',
  mineMore: 'The ten that are due first. The others are in their programs.',
  toReviewMore: 'The ten that have waited longest. The others are in their programs.',
  overdueMore: 'The ten that are late the longest. The others are in their programs.',
  recentlyChangedMore: 'The ten latest. Each program has a list of all.',
  staff: {
    mine: 'Mine',
    mineEmpty:
      'Nothing is on your desk. Requests that you file or that are assigned to you appear here until they are done.',
    toReview: 'To review',
    toReviewEmpty:
      'Nothing waits for you. What is submitted in a program that you manage appears here, the longest waiting first.',
    overdue: 'Overdue',
    overdueEmpty: 'Nothing is late.',
    recentlyChanged: 'Recently changed',
    recentlyChangedEmpty: 'Nothing has happened yet. Whatever changes in your programs appears here.',
  },
  client: {
    mine: 'Not finished yet',
    mineEmpty: 'You have no open request. What you file appears here until it is done.',
    toReview: 'Waiting for your decision',
    toReviewEmpty: 'Nothing waits for you.',
    overdue: 'Later than planned',
    overdueEmpty: 'Everything is on time.',
    recentlyChanged: 'News',
    recentlyChangedEmpty: 'No news yet. When somebody works on your request or answers you, it appears here.',
  },
} as const;
