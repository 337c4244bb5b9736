import type { Judge, View } from './view.ts';

/** The role that decides in a program; none: not a member. */
export type Role = 'manager' | 'team_member' | null;

/**
 * One change of a viewer's rights in a program.
 *
 * `seq` is the entry `member:*` about it. Between the last sign that the viewer was up to date (`from`: a fence that it had
 * received, or what came before its removal) and `to`, the change may have overtaken a delivery: there the old role or the new one
 * decides. If the viewer was cut off for the change (`away`), `to` is an entry written when it was off: what lies between `to` and
 * `seq` it missed, and the contract says that it gets of it what it may see now, by the new role. If it was connected, `to` is `seq`.
 */
export interface Change {
  seq: number;
  role: Role;
  from: number;
  to: number;
  away: boolean;
  /** Whether the connection held all the time. */
  steady: boolean;
}

/**
 * A viewer who is added, removed and given other roles. The entry `member:*` says from which `seq` on a role decides; what came
 * before a change had begun is judged without it, so that nothing is excused by rights of later.
 *
 * The member is never named in an audience (it writes nothing), so a manager's journal and a team member's say what its roles
 * see; the entries about itself go to the whole staff.
 */
export class MovingJudge implements Judge {
  upTo = 0;
  private changes: Change[] = [];

  constructor(
    private readonly asManager: View,
    private readonly asTeamMember: View,
  ) {}

  /** All changes are known, and the journal up to here. */
  decide(changes: Change[], upTo: number): void {
    this.changes = changes;
    this.upTo = upTo;
  }

  allows(seq: number, print: number, marks: number): boolean {
    const last = this.before(seq, marks);
    const next = last + 1 < marks ? this.changes[last + 1] : undefined;
    if (next === undefined || seq <= next.from) return this.sees(this.roleOf(last, seq), seq, print);
    const roles = [next.role];
    if (!next.away || seq <= next.to) roles.push(this.roleOf(last, seq));
    // Who was no member for a while had nothing meanwhile. Added again, it continues where it was, by the rights of then.
    const again = next.role === null && last + 2 < marks ? this.changes[last + 2] : undefined;
    if (again !== undefined) roles.push(again.role);
    return roles.some((role) => this.sees(role, seq, print));
  }

  allowsLate(seq: number, print: number, marks: number): boolean {
    const change = this.changes[marks - 1];
    if (change === undefined || seq >= change.seq) return false;
    return this.sees(change.role, seq, print) && !this.shown(this.roleOf(this.before(seq, marks), seq), seq);
  }

  requires(seq: number): boolean {
    const last = this.before(seq, this.changes.length);
    const role = this.roleOf(last, seq);
    const own = this.changes[last];
    if (own?.seq === seq && own.role === null) return !own.away && own.steady;
    const next = this.changes[last + 1];
    if (next === undefined || seq <= next.from) return this.shown(role, seq);
    if (next.away && seq > next.to) return this.shown(next.role, seq);
    return this.shown(role, seq) && this.shown(next.role, seq);
  }

  /** The last change that an entry comes after, or is; -1: none. */
  private before(seq: number, marks: number): number {
    let last = -1;
    while (last + 1 < Math.min(marks, this.changes.length) && (this.changes[last + 1]?.seq ?? 0) <= seq) last++;
    return last;
  }

  /** Who is removed while connected still gets the news of it. */
  private roleOf(change: number, seq: number): Role {
    const made = this.changes[change];
    if (made === undefined) return 'team_member';
    const goes = made.role === null && made.seq === seq && !made.away;
    return goes ? 'team_member' : made.role;
  }

  private sees(role: Role, seq: number, print: number): boolean {
    return this.viewOf(role)?.allows(seq, print) ?? false;
  }

  private shown(role: Role, seq: number): boolean {
    return this.viewOf(role)?.requires(seq) ?? false;
  }

  private viewOf(role: Role): View | undefined {
    if (role === null) return undefined;
    return role === 'manager' ? this.asManager : this.asTeamMember;
  }
}
