import type { Api } from '../api.ts';
import { eventually } from '../eventually.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Fences } from './fences.ts';
import type { MemberEntry } from './journal.ts';
import type { Change, Role } from './moving.ts';
import type { Stop } from './stop.ts';
import type { Threads } from './threads.ts';

const PATIENCE_MILLIS = 120_000;

/** A change of rights, as it was made: fences stand for the places in the journal that are known only later. */
export interface Move {
  program: string;
  userId: string;
  role: Role;
  /** The fence that the member's clients had received before; 0 if it was no member. */
  before: number;
  /** The fence that was written when they were away; 0 if they were connected. */
  away: number;
  steady: boolean;
}

/** Adds, removes and changes members while they are connected, and while they are away. */
export class Moves {
  readonly done: Move[] = [];
  private readonly roles = new Map<string, Role>();

  constructor(
    private readonly cast: Cast,
    private readonly threads: Threads,
    private readonly fences: Fences,
    private readonly chance: Chance,
    private readonly stop: Stop,
  ) {}

  async run(pauseMillis: number): Promise<void> {
    while (!this.stop.requested()) {
      await this.stop.within(this.chance.between(pauseMillis / 3, pauseMillis));
      if (this.stop.requested()) return;
      await this.move(this.chance.oneOf(this.cast.movers), this.chance.oneOf(this.cast.programs));
    }
  }

  /** The role that the member has now. */
  roleOf(user: Api, program: string): Role {
    const role = this.roles.get(`${user.userId} ${program}`);
    return role === undefined ? 'team_member' : role;
  }

  private async move(member: Api, program: string): Promise<void> {
    const old = this.roleOf(member, program);
    const roles: Role[] = ['manager', 'team_member', null];
    const role = this.chance.oneOf(roles.filter((other) => other !== old));
    const before = old === null ? 0 : await this.fences.write(program);
    // Not up to date yet: then nothing could be said about this change.
    if (before > 0 && !(await this.fences.reaches([member.userId], program, before))) return;
    const away = this.chance.isTrue(0.5);
    if (away) await this.threads.tell({ type: 'away', userId: member.userId, away });
    const absent = away ? await this.fences.write(program) : 0;
    if (away) await this.stop.within(this.chance.between(300, 2_000));
    const ended = await this.endedOf(member);
    await this.threads.tell({ type: 'mark', program, userId: member.userId });
    await this.change(program, member, old, role);
    const move: Move = { program, userId: member.userId, role, before, away: absent, steady: false };
    this.done.push(move);
    this.roles.set(`${member.userId} ${program}`, role);
    if (away) await this.threads.tell({ type: 'away', userId: member.userId, away: false });
    // A second for the change to be felt; the connection must not have ended meanwhile.
    await new Promise((done) => setTimeout(done, 1_500));
    move.steady = !away && (await this.endedOf(member)) === ended;
  }

  /** How many connections of the member have ended so far; not a number, so equal to none, while it is not connected. */
  private async endedOf(member: Api): Promise<number> {
    const { users } = await this.threads.state();
    const user = users[member.userId];
    return user === undefined || user.connected === user.clients ? (user?.ended ?? 0) : NaN;
  }

  /** Tries until it is so: an attempt without an answer may have worked. */
  private async change(program: string, member: Api, old: Role, role: Role): Promise<void> {
    const members = `/programs/${program}/members`;
    await eventually(`${member.email} to become ${role ?? 'nobody'}`, PATIENCE_MILLIS, async () => {
      const { data } = await this.cast.manager.get<{ data: { user: { id: string }; role: string }[] }>(members);
      const now = data.find(({ user }) => user.id === member.userId)?.role ?? null;
      if (now === role) return true;
      if (role === null) await this.cast.manager.delete(`${members}/${member.userId}`);
      else if (old === null) await this.cast.manager.post(members, { userId: member.userId, role });
      else await this.cast.manager.patch(`${members}/${member.userId}`, { role });
      return true;
    });
  }
}

/**
 * The changes of one member in one program, with their places in the journal.
 *
 * @param entries about this member in this program, its first joining included
 * @param seqOf of a fence
 */
export function changesOf(moves: Move[], entries: MemberEntry[], seqOf: (fence: number) => number): Change[] {
  const later = entries.slice(1);
  if (later.length !== moves.length)
    throw new Error(`changes of a member: ${later.length} in the journal (expected: ${moves.length})`);
  return moves.map((move, i) => {
    const seq = later[i]?.seq ?? 0;
    const removal = later[i - 1]?.seq ?? 1;
    const from = move.before === 0 ? removal - 1 : seqOf(move.before);
    const to = move.away === 0 ? seq : seqOf(move.away);
    return { seq, role: move.role, from, to, away: move.away > 0, steady: move.steady };
  });
}
