import type { Counts } from './counts.ts';
import type { Fault } from './installation.ts';
import type { Move } from './moves.ts';
import type { State } from './messages.ts';
import type { Options } from './options.ts';

/** Everything that a run found out. */
export interface Findings {
  options: Options;
  seconds: number;
  state: State;
  faults: Record<Fault, number>;
  moves: Move[];
  /** Whether the server's clock could be set. */
  clock: boolean;
  entries: number;
  /** Changes that the server answered, and failed attempts. */
  answered: number;
  failed: number;
  /** Answered changes that no journal has. */
  missing: number;
  gaps: number;
  /** Users some of whose clients had not come back in the end. */
  absent: number;
  leftBehind: string[];
}

/** What of the contract was broken, in words; empty: nothing. */
export function breaches({ state, missing, gaps, absent }: Findings): string[] {
  const broken: string[] = [];
  const expectNone = (count: number, what: string) => count > 0 && broken.push(`${number(count)} ${what}`);
  for (const [kind, name] of kinds) {
    const { lost, doubled, reordered, leaked } = state.counts[kind];
    expectNone(lost, `lost by ${name}`);
    expectNone(doubled, `received twice by ${name}`);
    expectNone(reordered, `out of order at ${name}`);
    expectNone(leaked, `shown to ${name} that may not see them, or not so`);
  }
  expectNone(state.unrecovered, 'times a stock client came back and was not recovered');
  expectNone(state.resyncs, 'times a client was told to load anew although it had missed little');
  expectNone(missing, 'changes that were answered and are in no journal');
  expectNone(gaps, 'numbers missing in a journal');
  expectNone(absent, 'users whose clients did not all come back in the end');
  return broken;
}

/** A line while it runs. */
export function progress({ counts, interruptions }: State, seconds: number, faults: Record<string, number>): string {
  const of = (name: 'checked' | 'doubled' | 'reordered' | 'leaked') => counts.telling[name] + counts.stock[name];
  const struck = Object.values(faults).reduce((sum, count) => sum + count, 0);
  return (
    `${String(Math.round(seconds)).padStart(6)} s  ${number(of('checked'))} checked, ` +
    `${of('doubled')} doubled, ${of('reordered')} reordered, ${of('leaked')} leaked; ` +
    `${struck} faults, ${interruptions.disconnects} connections ended`
  );
}

/** For an operator. */
export function words(findings: Findings): string {
  const { state, faults, moves, options, seconds } = findings;
  const { interruptions } = state;
  const broken = breaches(findings);
  const checked = state.counts.telling.checked + state.counts.stock.checked;
  const lines = [
    `Live delivery, ${options.clients} clients, ${options.writers} writers, ${options.programs} programs, ` +
      `${Math.round(seconds)} s, seed ${options.seed}`,
    `${number(checked)} deliveries checked of ${number(findings.entries)} journal entries, ` +
      `${number((checked * 60) / seconds)} a minute`,
    '',
    table(state.counts),
    '',
    'Interruptions',
    ...figures({
      'server killed (kill -9)': faults.server,
      'database killed (kill -9 of its main process)': faults.postmaster,
      'one database process killed (kill -9)': faults.backend,
      [findings.clock ? "server's clock set" : "server's clock set (not possible here: needs libfaketime)"]:
        faults.clock,
      'connection closed by the client, at once back': interruptions.reconnects,
      'client away for a while': interruptions.absences,
      'connection reset on the way': interruptions.resets,
      'connection gone silent on the way (half-open)': interruptions.halfOpen,
      'reader too slow for a while': interruptions.slowReaders,
      'member added, removed or given another role': moves.length,
      'of these while it was away': moves.filter(({ away }) => away > 0).length,
      'connections that ended, in all': interruptions.disconnects,
    }),
    ...figures(
      Object.fromEntries(Object.entries(interruptions.closings).map(([why, n]) => [`closed by the server: ${why}`, n])),
    ),
    ...figures(
      Object.fromEntries(Object.entries(state.refusals).map(([why, n]) => [`refused by the server: ${why}`, n])),
    ),
    '',
    `${number(findings.answered)} changes were answered; ${number(findings.failed)} attempts met a server that was away or refused.`,
    ...findings.leftBehind,
    '',
    broken.length === 0
      ? 'Every promise of the contract was kept.'
      : ['BROKEN: a promise of the contract was not kept.', ...broken.map((what) => `  ${what}`)].join('\n'),
  ];
  return lines.join('\n');
}

const kinds = [
  ['telling', 'clients that tell their positions'],
  ['stock', 'stock clients'],
] as const;

const columns = ['checked', 'lost', 'doubled', 'reordered', 'leaked', 'repeated', 'late'] as const;
const starred: Partial<Record<keyof Counts, string>> = { repeated: 'repeats*', late: 'late*' };

function table(counts: Record<'telling' | 'stock', Counts>): string {
  const head = [''.padEnd(36), ...columns.map((name) => (starred[name] ?? name).padStart(11))].join('');
  const rows = kinds.map(([kind, name]) =>
    [name.padEnd(36), ...columns.map((column) => number(counts[kind][column]).padStart(11))].join(''),
  );
  const note =
    '* allowed by the contract: other programs, within the last second before an interruption;\n' +
    '  late is what was hidden from the viewer when it happened, and is not any more';
  return [head, ...rows, note].join('\n');
}

const figures = (values: Record<string, number>): string[] =>
  Object.entries(values).map(([name, value]) => `  ${number(value).padStart(8)}  ${name}`);

const number = (value: number): string => Math.round(value).toLocaleString('en-US');
