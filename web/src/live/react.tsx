import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { RequestRef } from '@/api/calls';
import { session } from '@/api/session';
import type { Person, Position } from '@/api/types';
import { newestActivity } from '@/api/unread';
import { LiveConnection, type ConnectionState, type OpenSocket } from './connection';
import type { LiveEvent } from './events';
import { NOBODY, type Presence } from './presence';
import { LivePrograms, type Notice, type Pulse } from './programs';
import { openSocket } from './socket';
import { UnreadPrograms } from './unread';

interface Live {
  programs: LivePrograms;
  connection: LiveConnection;
  unread: UnreadPrograms;
}

const LiveContext = createContext<Live | null>(null);

/** How a connection is opened. Tests put the other end of it in its place. */
export const OpenSocketContext = createContext<OpenSocket>(openSocket);

const soon = (work: () => void, delayMs: number) => void setTimeout(work, delayMs);

/** Keeps the one live connection of the person who is logged in, for everything below it. */
export function LiveProvider({ meId, children }: { meId: string; children: ReactNode }) {
  const cache = useQueryClient();
  const open = use(OpenSocketContext);
  const [live] = useState<Live>(() => {
    const programs = new LivePrograms(cache, meId, soon);
    const unread = new UnreadPrograms(meId, localStorage, newestActivity);
    return { programs, unread, connection: new LiveConnection(open, session, programs, soon) };
  });

  useEffect(() => {
    const { programs, connection, unread } = live;
    const leaves = [
      programs.follow(),
      programs.arrivals.subscribe((event) => unread.arrived(event)),
      programs.caughtUp.subscribe((positions) => unread.caughtUp(positions)),
    ];
    const stored = (event: StorageEvent) => {
      if (event.key === UnreadPrograms.key(meId)) unread.reload();
    };
    const online = () => connection.retryNow();
    connection.start();
    window.addEventListener('online', online);
    window.addEventListener('storage', stored);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('storage', stored);
      connection.stop();
      leaves.forEach((leave) => leave());
    };
  }, [live, meId]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): LivePrograms {
  const live = use(LiveContext);
  if (live === null) throw new Error('useLive outside of LiveProvider');
  return live.programs;
}

const never = () => () => undefined;
const NONE: ReadonlySet<string> = new Set();

export function useConnection(): ConnectionState {
  const connection = use(LiveContext)?.connection;
  return useSyncExternalStore(connection?.subscribe ?? never, () => connection?.state ?? 'offline');
}

export function useNotices(onNotice: (notice: Notice) => void): void {
  const programs = useLive();
  const handle = useEffectEvent(onNotice);
  useEffect(() => programs.notices.subscribe((notice) => handle(notice)), [programs]);
}

/** Runs for each event of any program, after the cache has it; and after each connect, with where every program stands. */
export function useArrivals(
  onEvent: (event: LiveEvent) => void,
  onCaughtUp: (positions: Readonly<Record<string, Position>>) => void,
): void {
  const programs = useLive();
  const event = useEffectEvent(onEvent);
  const caughtUp = useEffectEvent(onCaughtUp);
  useEffect(() => {
    const leaves = [
      programs.arrivals.subscribe((each) => event(each)),
      programs.caughtUp.subscribe((positions) => caughtUp(positions)),
    ];
    return () => leaves.forEach((leave) => leave());
  }, [programs]);
}

/** The state of the connection, since when, and a way to try again at once. */
export function useConnectionDetails(): { state: ConnectionState; since: number; retry: () => void } {
  const connection = use(LiveContext)?.connection;
  const state = useConnection();
  return { state, since: connection?.since ?? 0, retry: () => connection?.retryNow() };
}

const GLOW_MS = 1600;

/** Who has just changed the request, or one field of it, for as long as that should be seen; never the viewer. */
export function usePulse(requestId: string, field?: string): Person | null {
  const programs = useLive();
  const [pulse, setPulse] = useState<Pulse | null>(null);
  useEffect(
    () =>
      programs.pulses.subscribe((next) => {
        if (next.requestId === requestId && (field === undefined || next.fields.includes(field))) setPulse(next);
      }),
    [programs, requestId, field],
  );
  useEffect(() => {
    if (pulse === null) return;
    const timer = setTimeout(() => setPulse(null), GLOW_MS);
    return () => clearTimeout(timer);
  }, [pulse]);
  return pulse?.by ?? null;
}

function onVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

/** The programs with news by others; the one on the screen is being read, unless the page lies behind others. */
export function useUnread(programId: string | undefined): ReadonlySet<string> {
  const unread = use(LiveContext)?.unread;
  const hidden = useSyncExternalStore(onVisibility, () => document.visibilityState === 'hidden');
  useEffect(() => unread?.look(hidden ? null : (programId ?? null)), [unread, programId, hidden]);
  return useSyncExternalStore(unread?.changes.subscribe ?? never, () => unread?.unread ?? NONE);
}

/** Who else is at a request, which this says to be looked at: not from a page that lies behind others. */
export function usePresence({ programId, requestId }: RequestRef): Presence {
  const presence = use(LiveContext)?.connection.presence;
  const hidden = useSyncExternalStore(onVisibility, () => document.visibilityState === 'hidden');
  const watch = useCallback(
    (onChange: () => void) => (hidden ? never() : (presence?.watch({ programId, requestId }, onChange) ?? never())),
    [presence, programId, requestId, hidden],
  );
  return useSyncExternalStore(watch, () => presence?.at(requestId) ?? NOBODY);
}

/** Tells the others that a comment is being written, and when not any more. */
export function useTyping(requestId: string): { type: (internal: boolean) => void; stop: () => void } {
  const presence = use(LiveContext)?.connection.presence;
  return useMemo(
    () => ({
      type: (internal) => presence?.type(requestId, internal),
      stop: () => presence?.stopTyping(requestId),
    }),
    [presence, requestId],
  );
}
