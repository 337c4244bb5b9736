import { Worker } from 'node:worker_threads';
import { add, noCounts } from './counts.ts';
import type { ClientPlan, Order, State, UserState } from './messages.ts';

const EXAMPLES = 50;
const PATIENCE_MILLIS = 10_000;

/** One thread and the answers that it still owes. */
class Thread {
  private readonly worker = new Worker(new URL('./thread.js', import.meta.url));
  private readonly waiting: { done: (answer: State | null) => void; failed: (reason: Error) => void }[] = [];

  constructor() {
    this.worker.on('message', (answer: State | null) => this.waiting.shift()?.done(answer));
    this.worker.on('error', (error) => this.waiting.splice(0).forEach(({ failed }) => failed(error)));
  }

  tell(order: Order): Promise<State | null> {
    return new Promise((done, failed) => {
      this.waiting.push({ done, failed });
      this.worker.postMessage(order);
    });
  }

  /** Nothing holds it any more once it has closed all: Node 20 may spin for ever in the clean-up of a thread that is ended at work. */
  async end(): Promise<void> {
    const ended = new Promise((done) => this.worker.once('exit', done));
    await this.tell({ type: 'close' });
    const patience = setTimeout(() => void this.worker.terminate(), PATIENCE_MILLIS);
    await ended;
    clearTimeout(patience);
  }
}

/** All clients, spread over threads. */
export class Threads {
  private readonly threads: Thread[];

  constructor(count: number) {
    this.threads = Array.from({ length: count }, () => new Thread());
  }

  async start(url: string, seed: number, plans: ClientPlan[], tokens: Record<string, string>): Promise<void> {
    await Promise.all(
      this.threads.map((thread, index) =>
        thread.tell({
          type: 'start',
          url,
          seed: seed + index,
          clients: plans.filter((_, i) => i % this.threads.length === index),
          tokens,
        }),
      ),
    );
  }

  /** Completes when every thread has done it. */
  async tell(order: Order): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.tell(order)));
  }

  async state(order: 'state' | 'finish' = 'state'): Promise<State> {
    const states = await Promise.all(this.threads.map((thread) => thread.tell({ type: order })));
    return sum(states.filter((state) => state !== null));
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}

function sum(states: State[]): State {
  const total: State = {
    counts: { telling: noCounts(), stock: noCounts() },
    interruptions: {
      reconnects: 0,
      absences: 0,
      resets: 0,
      halfOpen: 0,
      slowReaders: 0,
      disconnects: 0,
      closings: {},
    },
    users: {},
    examples: [],
    resyncs: 0,
    unrecovered: 0,
    refusals: {},
  };
  for (const state of states) {
    add(total.counts.telling, state.counts.telling);
    add(total.counts.stock, state.counts.stock);
    const { closings, ...counted } = total.interruptions;
    const { closings: more, ...others } = state.interruptions;
    add(closings, more);
    add(counted, others);
    total.interruptions = { ...counted, closings };
    add(total.refusals, state.refusals);
    total.examples.push(...state.examples.slice(0, EXAMPLES - total.examples.length));
    total.resyncs += state.resyncs;
    total.unrecovered += state.unrecovered;
    for (const [userId, user] of Object.entries(state.users)) total.users[userId] = both(total.users[userId], user);
  }
  return total;
}

function both(a: UserState | undefined, b: UserState): UserState {
  if (a === undefined) return b;
  const fences = Object.fromEntries(
    Object.entries(b.fences).map(([program, fence]) => [program, Math.min(fence, a.fences[program] ?? fence)]),
  );
  return {
    connected: a.connected + b.connected,
    clients: a.clients + b.clients,
    ended: a.ended + b.ended,
    fences,
  };
}
