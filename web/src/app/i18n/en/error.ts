export const error = {
  title: 'This did not load',
  offline: 'The server cannot be reached. Check your connection; nothing that you typed is lost.',
  unexpected: 'Something unexpected happened. Reload the page; if it happens again, tell your administrator.',
  notFoundTitle: 'Not here',
  notFound: 'This does not exist, or it is not shared with you.',
  home: 'To the start page',
} as const;
