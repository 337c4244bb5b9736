import { Chance } from './chance.ts';
import { Client } from './client.ts';
import { add, noCounts } from './counts.ts';
import type { ClientPlan, Order, State, UserState } from './messages.ts';
import { MovingJudge } from './moving.ts';
import { Proxy } from './proxy.ts';
import { Storm } from './storm.ts';
import { type Judge, View } from './view.ts';

/** The clients of one thread, and what is known of what they may see. */
export class Crew {
  private readonly clients: Client[] = [];
  private readonly views = new Map<string, View>();
  private readonly movers = new Map<string, MovingJudge>();
  private readonly auth = new Map<string, { token: string }>();
  private readonly refusals: Record<string, number> = {};
  private proxy: Proxy | null = null;
  private storm: Storm | undefined;

  async obey(order: Order): Promise<State | null> {
    switch (order.type) {
      case 'start':
        await this.start(order);
        return null;
      case 'tokens':
        this.renew(order.tokens);
        return null;
      case 'view':
        this.view(order.program, order.view).extend(order.prints);
        this.tracksOf(order.program).forEach(({ track }) => track.settle());
        return null;
      case 'mark':
        this.tracksOf(order.program, order.userId).forEach(({ track }) => track.mark());
        return null;
      case 'away':
        if (order.away) await Promise.all(this.of(order.userId).map((client) => client.leave()));
        else this.of(order.userId).forEach((client) => client.comeBack());
        return null;
      case 'storm':
        if (order.on) this.storm?.begin();
        else this.storm?.end();
        return null;
      case 'changes': {
        const upTo = this.view(order.program, 'manager').upTo;
        this.mover(order.program, order.userId).decide(order.changes, upTo);
        return null;
      }
      case 'finish':
        this.clients.forEach((client) => client.finish());
        return this.state();
      case 'state':
        return this.state();
      case 'close':
        this.storm?.end();
        this.clients.forEach((client) => client.close());
        this.proxy?.close();
        return null;
    }
  }

  private async start({ url, seed, clients, tokens }: Order & { type: 'start' }): Promise<void> {
    for (const [userId, token] of Object.entries(tokens)) this.auth.set(userId, { token });
    if (clients.some(({ proxied }) => proxied)) this.proxy = await Proxy.open(new URL(url));
    for (const plan of clients) this.clients.push(this.connect(url, plan));
    this.storm = new Storm(new Chance(seed), this.clients, this.proxy);
  }

  private connect(url: string, plan: ClientPlan): Client {
    const auth = this.auth.get(plan.userId) ?? { token: '' };
    const through = plan.proxied && this.proxy !== null ? this.proxy.url : url;
    const client = new Client(through, new URL(url).host, auth, plan, (program) => this.judge(plan, program));
    client.socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code !== undefined) this.refusals[code] = (this.refusals[code] ?? 0) + 1;
    });
    return client;
  }

  /** Open sockets are told, too: they are closed otherwise. */
  private renew(tokens: Record<string, string>): void {
    for (const [userId, token] of Object.entries(tokens)) {
      const auth = this.auth.get(userId);
      if (auth !== undefined) auth.token = token;
      this.of(userId).forEach((client) => client.isConnected && client.socket.emit('auth:refresh', { token }));
    }
  }

  private judge(plan: ClientPlan, program: string): Judge {
    return plan.moves ? this.mover(program, plan.userId) : this.view(program, plan.views[program] ?? 'nothing');
  }

  private view(program: string, name: string): View {
    const key = `${program} ${name}`;
    const view = this.views.get(key) ?? new View();
    this.views.set(key, view);
    return view;
  }

  private mover(program: string, userId: string): MovingJudge {
    const key = `${program} ${userId}`;
    const judge = this.movers.get(key) ?? new MovingJudge(this.view(program, 'manager'), this.view(program, 'team'));
    this.movers.set(key, judge);
    return judge;
  }

  private of(userId: string): Client[] {
    return this.clients.filter(({ plan }) => plan.userId === userId);
  }

  private tracksOf(program: string, userId?: string) {
    const clients = userId === undefined ? this.clients : this.of(userId);
    return clients.flatMap((client) => {
      const track = client.tracks.get(program);
      return track === undefined ? [] : [{ client, track }];
    });
  }

  private state(): State {
    const state: State = {
      counts: { telling: noCounts(), stock: noCounts() },
      interruptions: {
        ...(this.storm?.done ?? { reconnects: 0, absences: 0, resets: 0, halfOpen: 0, slowReaders: 0 }),
        disconnects: 0,
        closings: {},
      },
      users: {},
      examples: [],
      resyncs: 0,
      unrecovered: 0,
      refusals: { ...this.refusals },
    };
    for (const client of this.clients) {
      const counts = state.counts[client.plan.kind];
      client.tracks.forEach((track) => add(counts, track.counts));
      counts.leaked += client.strangers;
      state.examples.push(...client.examples());
      state.resyncs += client.resyncs;
      state.unrecovered += client.unrecovered;
      state.interruptions.disconnects += client.disconnects;
      for (const reason of client.closings)
        state.interruptions.closings[reason] = (state.interruptions.closings[reason] ?? 0) + 1;
      state.users[client.plan.userId] = withClient(state.users[client.plan.userId], client);
    }
    return state;
  }
}

function withClient(user: UserState | undefined, client: Client): UserState {
  const fences: Record<string, number> = {};
  for (const program of Object.keys(client.plan.views))
    fences[program] = Math.min(user?.fences[program] ?? Infinity, client.fences[program] ?? 0);
  return {
    connected: (user?.connected ?? 0) + (client.isLive ? 1 : 0),
    clients: (user?.clients ?? 0) + 1,
    ended: (user?.ended ?? 0) + client.disconnects,
    fences,
  };
}
