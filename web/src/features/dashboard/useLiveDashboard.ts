import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  dashboardKey,
  dashboardQuery,
  mentionsKey,
  mentionsQuery,
  type Dashboard,
  type Mentions,
} from '@/api/dashboard';
import { useMe } from '@/domain/me';
import { useArrivals } from '@/live/react';
import { applyToDashboard } from './applyDashboard';
import { applyToMentions } from './applyMentions';

/** Soon after something has happened; but however much happens, no more often than every two seconds. */
const ASK_AFTER_MS = 150;
const ASK_EVERY_MS = 2000;

export function useLiveDashboard() {
  const cache = useQueryClient();
  const me = useMe();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const askSoon = () => {
    const delay = Math.max(ASK_AFTER_MS, asked.current + ASK_EVERY_MS - Date.now());
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      asked.current = Date.now();
      // A page that lies behind others catches up when it is looked at again.
      const refetchType = document.visibilityState === 'hidden' ? 'none' : 'active';
      void cache.invalidateQueries({ queryKey: dashboardKey, refetchType });
    }, delay);
  };

  useArrivals(
    (event) => {
      cache.setQueryData<Dashboard>(dashboardKey, (held) => held && applyToDashboard(held, event));
      cache.setQueryData<Mentions>(mentionsKey, (held) => held && applyToMentions(held, event, me.id));
      askSoon();
    },
    () => void cache.invalidateQueries({ queryKey: dashboardKey }),
  );

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible')
        void cache.refetchQueries({ queryKey: dashboardKey, type: 'active', stale: true });
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer.current);
      timer.current = undefined;
      // Nobody listens from here on: whoever comes back asks.
      void cache.invalidateQueries({ queryKey: dashboardKey, refetchType: 'none' });
    };
  }, [cache]);

  return { dashboard: useQuery(dashboardQuery()), mentions: useQuery(mentionsQuery()) };
}
