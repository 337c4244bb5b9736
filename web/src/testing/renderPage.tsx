import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { session } from '@/api/session';
import type { Me } from '@/api/types';
import { createAppRouter } from '@/app/router';
import { MeProvider } from '@/domain/me';
import { LiveProvider, OpenSocketContext } from '@/live/react';
import type { LiveEvent } from '@/live/events';
import { ToastProvider } from '@/ui/Toast';
import { TooltipProvider } from '@/ui/Tooltip';
import { TestingSocket } from './TestingSocket';
import { aMe } from './things';

const createCache = () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });

/** Shows a part of a page as it stands in the app, with a live connection whose other end is the test. */
export function renderLive(part: ReactNode, me: Me = aMe()) {
  const socket = new TestingSocket();
  const cache = createCache();
  const view = render(
    <QueryClientProvider client={cache}>
      <TooltipProvider>
        <MeProvider me={me}>
          <OpenSocketContext value={socket.open}>
            <LiveProvider meId={me.id}>
              <ToastProvider label="Notices" closeLabel="Close">
                {part}
              </ToastProvider>
            </LiveProvider>
          </OpenSocketContext>
        </MeProvider>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { ...view, cache, ...liveEnd(socket) };
}

/** The server's end of the live connection. */
function liveEnd(socket: TestingSocket) {
  const told = (work: () => void) =>
    act(async () => {
      work();
      await Promise.resolve();
    });
  return {
    socket,
    tell: (event: LiveEvent) => told(() => socket.tell(event.event, event)),
    /** The server lets the browser in, and says that it has told all that there was. */
    goLive: (positions: object = {}) =>
      told(() => {
        socket.accept();
        socket.tell('live:ready', { positions });
      }),
  };
}

/** As `renderLive`, for parts that link to pages: each address that is gone to is told. */
export async function renderLinked(part: ReactNode, me: Me = aMe()) {
  const root = createRootRoute({ component: () => part });
  const anywhere = createRoute({ getParentRoute: () => root, path: '$', component: () => null });
  const router = createRouter({ routeTree: root.addChildren([anywhere]), history: createMemoryHistory() });
  await router.load();
  // The app's own router is the registered one; this stands for it.
  const view = renderLive(<RouterProvider router={router as never} />, me);
  return { ...view, address: () => router.state.location.href };
}

/** Shows the whole app at an address, for somebody who is logged in. */
export async function renderApp(address: string) {
  const socket = new TestingSocket();
  const cache = createCache();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  if (session.state.status !== 'in') await session.renew();
  const view = render(
    <QueryClientProvider client={cache}>
      <TooltipProvider>
        <OpenSocketContext value={socket.open}>
          <RouterProvider router={router} />
        </OpenSocketContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { ...view, cache, router, ...liveEnd(socket) };
}
