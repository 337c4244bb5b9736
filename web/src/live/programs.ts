import type { Query, QueryClient } from '@tanstack/react-query';
import { Unreachable } from '@/api/problem';
import { keys, newer, type Loaded } from '@/api/queries';
import type { Person, Position, Program, Request, RequestDetail } from '@/api/types';
import { apply } from './apply';
import { applyToPrograms } from './applyPrograms';
import { isStale, readBetween, readProgram, writeProgram } from './cache';
import { Emitter } from './emitter';
import { isForgotten, type LiveEvent } from './events';
import { LiveInstallation, SYSTEM } from './installation';
import { ProgramLog } from './log';

/** What happened elsewhere and concerns the page as a whole. */
export type Notice =
  | { kind: 'program-joined'; programId: string }
  | { kind: 'program-left'; programId: string; name: string | undefined }
  | { kind: 'request-gone'; programId: string; requestId: string; requestKey: string | undefined; by: Person };

/** Somebody else has just changed a request. */
export interface Pulse {
  requestId: string;
  /** What of it, by the names that events use; empty when it is more than single fields. */
  fields: readonly string[];
  by: Person;
  seq: number;
}

/** Runs something soon; injected so that tests decide when. */
export type Schedule = (work: () => void, delayMs: number) => void;

const STALE_AFTER_MS = 100;
/** The parts of a request that events are applied to, by the third element of their keys. */
const APPLIED: ReadonlySet<unknown> = new Set(['request', 'comments', 'attachments', 'history']);
/**
 * The first event shows at once; those that follow it closely show together, so that a page on which fifty others work has time
 * for the one who types.
 */
const GATHER_MS = 100;

/** Keeps the query cache true to the journals of the viewer's programs. */
export class LivePrograms {
  readonly notices = new Emitter<Notice>();
  readonly pulses = new Emitter<Pulse>();
  /** Each event, after the cache has it. */
  readonly arrivals = new Emitter<LiveEvent>();
  /** After every connect: where each program stands now, everything before having been sent. */
  readonly caughtUp = new Emitter<Readonly<Record<string, Position>>>();
  private readonly logs = new Map<string, ProgramLog>();
  private sent: Record<string, Position> = {};
  private waiting: LiveEvent[] = [];
  /** Something has just been shown: what comes now waits for what comes with it. */
  private gathering = false;
  private readonly replaced = new Map<string, Request>();
  /** Programs in which something is to be read again. */
  private readonly stale = new Set<string>();
  private readonly installation: LiveInstallation;

  constructor(
    private readonly cache: QueryClient,
    private readonly meId: string,
    private readonly schedule: Schedule,
  ) {
    this.installation = new LiveInstallation(cache, schedule);
  }

  /** Follows what the cache reads by REST, until the returned function is called. */
  follow(): () => void {
    return this.cache.getQueryCache().subscribe((change) => {
      if (change.type === 'updated' && change.action.type === 'success' && change.action.manual !== true)
        this.loaded(change.query as Query);
    });
  }

  /** The positions to tell the server when connecting. */
  handshake(): Record<string, Position> {
    this.sent = {};
    for (const [programId, { position }] of this.logs) if (position !== null) this.sent[programId] = position;
    return this.sent;
  }

  take(event: LiveEvent): void {
    this.installation.take(event);
    if (event.programId === SYSTEM) return;
    let log = this.logs.get(event.programId);
    if (log === undefined) this.logs.set(event.programId, (log = new ProgramLog(null, event.seq - 1)));
    this.membershipChanged(event);
    if (!log.take(event)) return;
    this.waiting.push(event);
    if (this.waiting.length === 1 && !this.gathering) this.schedule(() => this.flush(), 0);
  }

  /** All programs are caught up and live. */
  ready({ [SYSTEM]: system, ...positions }: Record<string, Position>): void {
    if (system !== undefined) this.installation.ready();
    for (const [programId, position] of Object.entries(positions)) {
      // A program whose first page was read while we connected: the server did not know from where to replay.
      if (this.logs.has(programId) && !(programId in this.sent)) this.resync(programId, position);
      else this.advance(programId, position);
    }
    // What was asked for while the server could not be reached has no event that would bring it.
    void this.cache.refetchQueries({ type: 'active', predicate: ({ state }) => state.error instanceof Unreachable });
    this.caughtUp.emit(positions);
  }

  advance(programId: string, position: Position): void {
    if (programId === SYSTEM) return;
    if (this.logs.get(programId)?.advance(position) !== true)
      this.logs.set(programId, new ProgramLog(position.epoch, position.seq));
  }

  resync(programId: string, position: Position): void {
    this.logs.set(programId, new ProgramLog(position.epoch, position.seq));
    void this.cache.invalidateQueries({ queryKey: keys.program(programId) });
    void this.cache.invalidateQueries({ queryKey: keys.programs });
  }

  /** Shows the answer to a change of the viewer's own, which may be ahead of its event. */
  adopt(detail: RequestDetail): void {
    this.cache.setQueryData(keys.request(refOf(detail)), (old: Loaded<RequestDetail> | undefined) => {
      if (old === undefined) return undefined;
      if (old.value.version < detail.version) this.replaced.set(detail.id, old.value);
      // Counts follow the events of comments and files alone, which do not raise the version.
      const { commentCount, attachmentCount } = old.value;
      // Whether one watches it is told only to those who ask for it.
      const watching = detail.watching ?? old.value.watching;
      return newer(old, { at: old.at, value: { ...detail, commentCount, attachmentCount, watching } });
    });
  }

  private loaded(query: Query): void {
    const [root, programId] = query.queryKey;
    if (root !== 'program' || typeof programId !== 'string') return;
    const read = readBetween(query.state.data);
    if (read === null) return;
    const log = this.logs.get(programId);
    if (log === undefined) this.logs.set(programId, new ProgramLog(read.newest.epoch, read.newest.seq));
    else if (log.covers(read.newest)) this.applyAll(programId, log.after(read.oldest));
    // Read before the first event that one has: what lies between is missing.
    else void this.cache.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }

  private flush(): void {
    const events = this.waiting;
    this.waiting = [];
    this.gathering = true;
    this.schedule(() => {
      this.gathering = false;
      if (this.waiting.length > 0) this.flush();
    }, GATHER_MS);
    for (const programId of new Set(events.map((event) => event.programId))) {
      this.applyAll(
        programId,
        events.filter((event) => event.programId === programId),
      );
    }
    this.cache.setQueryData(keys.programs, (programs: Program[] | undefined) =>
      programs === undefined ? undefined : events.reduce(applyToPrograms, programs),
    );
    for (const event of events) {
      this.tell(event);
      this.arrivals.emit(event);
    }
  }

  private applyAll(programId: string, events: readonly LiveEvent[]): void {
    if (events.length === 0) return;
    const before = { ...readProgram(this.cache, programId), replaced: Object.fromEntries(this.replaced) };
    writeProgram(this.cache, programId, before, events.reduce(apply, before));
    this.readStale(programId);
    for (const event of events) if (event.requestId !== null) this.replaced.delete(event.requestId);
  }

  private tell(event: LiveEvent): void {
    const { requestId, programId } = event;
    // Another program to see, or other things to do in it: the list asks again.
    if (event.event === 'program:created' || event.event === 'program:updated')
      void this.cache.invalidateQueries({ queryKey: keys.programs });
    const about = event.event === 'request:watched' ? event.data.requestId : requestId;
    if (about !== null) this.readBeside(programId, about);
    if (requestId === null) return;
    const by = { id: event.performedBy.userId, name: event.performedBy.name };
    const own = by.id === this.meId;
    if (event.event === 'request:deleted') {
      // Whether it counted as open is not in the event: the list asks again.
      if (isForgotten(event)) void this.cache.invalidateQueries({ queryKey: keys.programs });
      this.notices.emit({ kind: 'request-gone', programId, requestId, requestKey: event.data.request.key, by });
      this.cache.removeQueries({
        predicate: (query) => query.queryKey[3] === requestId && query.getObserversCount() === 0,
      });
      return;
    }
    if (!own) this.pulses.emit({ requestId, by, seq: event.seq, fields: changedFields(event) });
  }

  /** What pages show of a request beside the state that events change, such as who watches it. */
  private readBeside(programId: string, requestId: string): void {
    void this.cache.invalidateQueries({
      queryKey: keys.program(programId),
      predicate: ({ queryKey }) => queryKey[3] === requestId && !APPLIED.has(queryKey[2]),
    });
  }

  /** What events did not tell, such as what may be done now, is read again where it stands, once for a burst. */
  private readStale(programId: string): void {
    if (this.stale.size === 0) this.schedule(() => this.readAllStale(), STALE_AFTER_MS);
    this.stale.add(programId);
  }

  private readAllStale(): void {
    for (const programId of this.stale)
      void this.cache.invalidateQueries({
        queryKey: keys.program(programId),
        predicate: (query) => isStale(query.state.data),
      });
    this.stale.clear();
  }

  private membershipChanged(event: LiveEvent): void {
    const { programId } = event;
    if (event.event === 'member:removed' && event.data.userId === this.meId) {
      const name = this.cache.getQueryData<Program[]>(keys.programs)?.find((program) => program.id === programId)?.name;
      this.logs.delete(programId);
      this.notices.emit({ kind: 'program-left', programId, name });
      this.cache.removeQueries({
        predicate: (query) => query.queryKey[1] === programId && query.getObserversCount() === 0,
      });
      void this.cache.invalidateQueries({ queryKey: keys.programs });
    } else if (event.event === 'member:added' && event.data.member.user.id === this.meId) {
      this.notices.emit({ kind: 'program-joined', programId });
      void this.cache.invalidateQueries({ queryKey: keys.programs });
    } else if (event.event === 'member:updated' && event.data.member.user.id === this.meId) {
      // Another role sees other things.
      void this.cache.invalidateQueries({ queryKey: keys.program(programId) });
      void this.cache.invalidateQueries({ queryKey: keys.programs });
    }
  }
}

function changedFields(event: LiveEvent): readonly string[] {
  switch (event.event) {
    case 'request:updated':
      return event.data.changedFields;
    case 'request:status_changed':
      return ['status'];
    case 'request:assigned':
      return ['assignee'];
    default:
      return [];
  }
}

const refOf = (request: Request) => ({ programId: request.programId, requestId: request.id });
