import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dashboardKey, dashboardQuery, type Dashboard } from '@/api/dashboard';
import { useArrivals } from '@/live/react';
import { applyToDashboard } from './applyDashboard';

/** However much happens, the server is asked no more often than this. */
const ASK_EVERY_MS = 2000;

export function useLiveDashboard() {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const askSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // A page that lies behind others catches up when it is looked at again.
      const refetchType = document.visibilityState === 'hidden' ? 'none' : 'active';
      void cache.invalidateQueries({ queryKey: dashboardKey, refetchType });
    }, ASK_EVERY_MS);
  };

  useArrivals(
    (event) => {
      cache.setQueryData<Dashboard>(dashboardKey, (held) => held && applyToDashboard(held, event));
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

  return useQuery(dashboardQuery());
}
