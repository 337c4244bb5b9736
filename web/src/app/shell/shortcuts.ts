/**
 * Every key that does something, for the help and for the command palette. `press` is what `useShortcut` is told: what has one
 * can be run from the palette while the page offers it.
 */
export const SHORTCUTS = [
  { id: 'palette', group: 'everywhere', shown: ['Ctrl', 'K'] },
  { id: 'help', group: 'everywhere', shown: ['?'], press: '?' },
  { id: 'sidebar', group: 'everywhere', shown: ['['], press: '[' },
  { id: 'discard', group: 'everywhere', shown: ['Esc'] },
  { id: 'nextPrevious', group: 'lists', shown: ['J', 'K'], press: 'j', inPalette: false },
  { id: 'open', group: 'lists', shown: ['Enter'] },
  { id: 'search', group: 'lists', shown: ['/'], press: '/' },
  { id: 'create', group: 'lists', shown: ['N'], press: 'n' },
  { id: 'edit', group: 'request', shown: ['E'], press: 'e' },
  { id: 'comment', group: 'request', shown: ['C'], press: 'c' },
  { id: 'assign', group: 'request', shown: ['A'], press: 'a' },
  { id: 'status', group: 'request', shown: ['S'], press: 's' },
  { id: 'send', group: 'request', shown: ['Ctrl', 'Enter'] },
] as const satisfies readonly {
  id: string;
  group: 'everywhere' | 'lists' | 'request';
  shown: readonly string[];
  press?: string;
  inPalette?: boolean;
}[];

export type Shortcut = (typeof SHORTCUTS)[number];
