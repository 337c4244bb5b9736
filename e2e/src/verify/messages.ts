import type { Counts } from './counts.ts';
import type { Change } from './moving.ts';

/** How a client comes back: it tells its positions, or it is a stock client with connection state recovery. */
export type Kind = 'telling' | 'stock';

/** Which view a client has of a program; `nothing`: it must not receive any of it. */
export type ViewName = string;

export interface ClientPlan {
  userId: string;
  kind: Kind;
  transports: ('polling' | 'websocket')[];
  /** Through the proxy that cuts connections. */
  proxied: boolean;
  views: Record<string, ViewName>;
  /** Its rights change during the run. */
  moves: boolean;
  /** It may receive of other programs than ours, too: an admin of an installation with other work in it. */
  seesOthers: boolean;
}

/** What the main thread tells the threads of clients. */
export type Order =
  | { type: 'start'; url: string; seed: number; clients: ClientPlan[]; tokens: Record<string, string> }
  | { type: 'tokens'; tokens: Record<string, string> }
  /** `prints` by `seq`, from where the view ended before. */
  | { type: 'view'; program: string; view: ViewName; prints: Uint32Array }
  /** A change of this user's rights in the program begins. */
  | { type: 'mark'; program: string; userId: string }
  | { type: 'away'; userId: string; away: boolean }
  /** Churn and cuts begin, or end: then nobody is cut off any more. */
  | { type: 'storm'; on: boolean }
  | { type: 'changes'; program: string; userId: string; changes: Change[] }
  | { type: 'state' }
  /** Everything is known: count what is lost. */
  | { type: 'finish' }
  | { type: 'close' };

/** What became of the connections. */
export interface Interruptions {
  /** By the client: connection closed, at once back. */
  reconnects: number;
  /** By the client: connection closed, away for a while. */
  absences: number;
  /** By the proxy. */
  resets: number;
  halfOpen: number;
  slowReaders: number;
  /** How often a client saw its connection end, whatever the reason. */
  disconnects: number;
  /** By the server, as it said: `slow`, `token_expired`, … */
  closings: Record<string, number>;
}

export interface UserState {
  connected: number;
  clients: number;
  /** Connections that ended, of all its clients. */
  ended: number;
  /** By program: the last fence that every client of the user has received. */
  fences: Record<string, number>;
}

/** One thing that was wrong, for whoever looks for the cause. */
export interface Example {
  what: string;
  program: string;
  seq: number;
  userId: string;
  kind: Kind;
  transports: string[];
  proxied: boolean;
  /** About doubles: how they relate to the interruption. */
  detail: string;
}

export interface State {
  counts: Record<Kind, Counts>;
  interruptions: Interruptions;
  users: Record<string, UserState>;
  examples: Example[];
  /** Clients told to load anew although the gap was small. */
  resyncs: number;
  /** Stock clients that came back and were not recovered. */
  unrecovered: number;
  /** Why clients were refused, by code. */
  refusals: Record<string, number>;
}
