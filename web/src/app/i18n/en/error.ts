export const error = {
  title: 'This did not load',
  offline: 'The server cannot be reached. Check your connection; nothing that you typed is lost.',
  unexpected: 'Something unexpected happened. Reload the page; if it happens again, tell your administrator.',
  tooMany: 'Too many tries. Wait a moment, then try again.',
  tooManyUntil: 'Too many tries. Try again in {{wait}}.',
  takesTooLong: 'The search took too long. Try rarer words, or try again later.',
  notFoundTitle: 'Not here',
  notFound: 'This does not exist, or it is not shared with you.',
  home: 'To the start page',
} as const;
