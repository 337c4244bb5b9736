import { createContext, use, type ReactNode } from 'react';
import type { Me } from '@/api/types';

const MeContext = createContext<Me | null>(null);

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <MeContext value={me}>{children}</MeContext>
);

/** The person who is logged in. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('useMe outside of MeProvider');
  return me;
}
