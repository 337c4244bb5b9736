export const connection = {
  label: 'Connection',
  since: 'since {{time}}',
  liveTyping:
    'What you save is stored before it is shown to anybody. Drafts of what you type are kept in this browser.',
  offlineTyping:
    'Go on typing: drafts are kept in this browser, also over a reload. Save or send when the connection is back.',
  tryNow: 'Try now',
  banner: 'No connection since {{time}}. What you see may be out of date; what you type is kept.',
  live: 'Live',
  'catching-up': 'Catching up',
  offline: 'Offline',
  liveText: 'Changes by others appear here the moment they happen.',
  'catching-upText': 'Loading what happened while you were away.',
  offlineText: 'No connection to the server. What you see may be out of date; we keep trying to reconnect.',
} as const;
