import { useRef } from 'react';
import { newCallKey } from '@/api/callKey';

interface CallKey {
  /** The same key as before while the same is sent again; another for anything else. */
  of: (content: unknown) => string;
  /** It was answered: the same content is meant anew from now on. */
  done: () => void;
}

/** Names what somebody sends, so that trying again after a lost answer does not do it twice. */
export function useCallKey(): CallKey {
  const last = useRef<{ content: string; key: string }>(undefined);
  return {
    of: (content) => {
      const text = JSON.stringify(content);
      if (last.current?.content !== text) last.current = { content: text, key: newCallKey() };
      return last.current.key;
    },
    done: () => {
      last.current = undefined;
    },
  };
}
