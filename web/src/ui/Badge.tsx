import type { ReactNode } from 'react';
import { cx } from './cx';

export type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'red' | 'teal';

const TONES: Record<Tone, string> = {
  grey: 'bg-grey-soft text-grey',
  blue: 'bg-blue-soft text-blue',
  amber: 'bg-amber-soft text-amber',
  green: 'bg-green-soft text-green',
  red: 'bg-red-soft text-red',
  teal: 'bg-teal-soft text-teal',
};

/** A state: always an icon and a word, never colour alone. */
export const Badge = ({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) => (
  <span
    className={cx(
      'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap',
      TONES[tone],
    )}
  >
    {icon}
    {children}
  </span>
);
