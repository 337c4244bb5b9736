import type { ReactNode } from 'react';

/** Requests last: they arrive while one types, and nothing above them must move. */
export const GROUPS = ['here', 'programs', 'pages', 'actions', 'requests'] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  id: string;
  group: Group;
  label: string;
  /** Beside the label, smaller; searched too. */
  hint?: string;
  icon?: ReactNode;
  keys?: readonly string[];
  run: () => void;
}

/** Those that contain every word; what begins with the words comes before what only contains them. */
export function matching(commands: readonly Command[], words: string): Command[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [...commands];
  const parts = wanted.split(/\s+/);
  const text = ({ label, hint }: Command) => `${hint ?? ''} ${label}`.toLowerCase();
  const begins = ({ label, hint }: Command) =>
    [label, hint ?? ''].some((each) => each.toLowerCase().startsWith(wanted));
  const found = commands.filter((command) => parts.every((part) => text(command).includes(part)));
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}
