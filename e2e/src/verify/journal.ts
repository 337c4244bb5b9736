import type { HistoryEntry } from '../api.ts';
import { type Cast, viewers } from './cast.ts';
import { fenceIn } from './fence.ts';
import type { ViewName } from './messages.ts';
import { printOfForgetting, printOfLine } from './print.ts';

/** An entry `member:*`: whom it is about. */
export interface MemberEntry {
  seq: number;
  userId: string;
  role: string | null;
}

/** The journal of one program, read over REST by each kind of viewer, from where it was read before. */
export class ProgramJournal {
  upTo = 0;
  /** Numbers that a manager was not shown. */
  gaps = 0;
  readonly members: MemberEntry[] = [];
  /** Where the fences are, by their number. */
  readonly fences = new Map<number, number>();
  /** Entries about requests and what hangs on them: the writers' work. */
  work = 0;

  constructor(
    private readonly cast: Cast,
    readonly program: string,
  ) {}

  /** What is new, as prints by `seq`, for each view. A read that fails changes nothing. */
  async readOn(): Promise<Record<ViewName, Uint32Array>> {
    const from = this.upTo;
    // Managers see everything; read first, it says up to where the others' journals are complete.
    const all = await this.cast.manager.activity(this.program, from);
    const upTo = all.at(-1)?.seq ?? from;
    const views: Record<ViewName, Uint32Array> = { nothing: new Uint32Array(upTo - from) };
    for (const [name, viewer] of Object.entries(viewers(this.cast))) {
      const lines = name === 'manager' ? all : await viewer.activity(this.program, from);
      const staff = name === 'team' || name === 'author';
      views[name] = prints(lines, from, upTo, staff ? all : []);
    }
    this.note(all);
    this.upTo = upTo;
    this.gaps += upTo - from - all.length;
    return views;
  }

  private note(lines: HistoryEntry[]): void {
    for (const line of lines) {
      const fence = fenceIn(line);
      if (fence > 0 && !this.fences.has(fence)) this.fences.set(fence, line.seq);
      if (line.event.startsWith('member:')) this.members.push(memberOf(line));
      if (line.requestId !== null) this.work++;
    }
  }
}

/** `all`: every entry; one that takes a request out of sight is told as such to staff whose own journal does not show it. */
function prints(lines: HistoryEntry[], from: number, upTo: number, all: HistoryEntry[]): Uint32Array {
  const bySeq = new Uint32Array(upTo - from);
  for (const line of all)
    if (line.event === 'request:status_changed' && line.data.to === 'draft')
      bySeq[line.seq - from - 1] = printOfForgetting(line);
  for (const line of lines) if (line.seq <= upTo) bySeq[line.seq - from - 1] = printOfLine(line);
  return bySeq;
}

function memberOf({ seq, data }: HistoryEntry): MemberEntry {
  const member = data.member as { user: { id: string }; role: string } | undefined;
  return member === undefined
    ? { seq, userId: String(data.userId), role: null }
    : { seq, userId: member.user.id, role: member.role };
}
