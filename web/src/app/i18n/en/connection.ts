export const connection = {
  live: 'Live',
  'catching-up': 'Catching up',
  offline: 'Offline',
  liveText: 'Changes by others appear here the moment they happen.',
  'catching-upText': 'Loading what happened while you were away.',
  offlineText: 'No connection to the server. What you see may be out of date; we keep trying to reconnect.',
} as const;
