// From the rows of all cycles to medians with their range, and what was aimed at.
import { median } from './measure.mjs';

/** What the engine is to reach, see docs/decisions/0006. */
const AIMS = {
  ratio: { 1: 1.35, 8: 0.3 },
  latencyToNode: 0.5,
  idleBytes: 10 * 1024,
  idlePercent: 5,
  connectToNode: 2,
};

const spread = (values) => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });

/** The spread of a figure per candidate, beside that of its ratio to the base in the same cycle. */
function perCandidate(rows, figure, base) {
  const bases = new Map(rows.filter((row) => row.candidate === base).map((row) => [row.cycle, row[figure]]));
  const names = [...new Set(rows.map((row) => row.candidate))];
  return names.map((candidate) => {
    const own = rows.filter((row) => row.candidate === candidate);
    return {
      candidate,
      [figure]: spread(own.map((row) => row[figure])),
      ratio: spread(own.map((row) => row[figure] / bases.get(row.cycle))),
    };
  });
}

export function summary({ fanout, latency, idleMemory, idleCpu, connect }) {
  const kinds = [...new Set(fanout.map(({ sockets, pending }) => `${sockets} ${pending}`))];
  return {
    aims: AIMS,
    fanout: kinds.map((kind) => {
      const [sockets, pending] = kind.split(' ').map(Number);
      const rows = fanout.filter((row) => row.sockets === sockets && row.pending === pending);
      return { sockets, pending, aim: AIMS.ratio[pending], candidates: perCandidate(rows, 'microseconds', 'floor') };
    }),
    latency: {
      p50: perCandidate(latency, 'p50', 'node'),
      p99: perCandidate(latency, 'p99', 'node'),
    },
    idleMemory,
    idleCpu,
    connect: perCandidate(connect, 'perSecond', 'node'),
    connectCpu: perCandidate(connect, 'microseconds', 'node'),
  };
}

const range = ({ median: middle, min, max }, digits = 2) =>
  `${middle.toFixed(digits)} (${min.toFixed(digits)}..${max.toFixed(digits)})`;

function table(title, rows, titles, columns) {
  const cells = rows.map((row) => [titles[row.candidate], ...columns.map(([, of]) => of(row))]);
  const heads = [title, ...columns.map(([head]) => head)];
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((cell) => cell[i].length)));
  return [heads, ...cells].map((line) => line.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd()).join('\n');
}

/** The summary as text, for the terminal. */
export function printed({ summary: { aims, fanout, latency, idleMemory, idleCpu, connect, connectCpu }, titles }) {
  const parts = fanout.map(({ sockets, pending, aim, candidates }) =>
    table(`${sockets} sockets, ${pending} pending`, candidates, titles, [
      ['CPU us/message', (row) => range(row.microseconds)],
      [`x floor (aim: ${aim})`, (row) => range(row.ratio)],
    ]),
  );
  if (latency.p99.length > 0) {
    parts.push(
      table('p99 of a broadcast', latency.p99, titles, [
        ['us', (row) => range(row.p99, 0)],
        [`x Node (aim: ${aims.latencyToNode})`, (row) => range(row.ratio)],
        ['p50 us', (row) => range(latency.p50.find((each) => each.candidate === row.candidate).p50, 0)],
      ]),
    );
  }
  if (connect.length > 0) {
    parts.push(
      table('connects', connect, titles, [
        ['per second', (row) => range(row.perSecond, 0)],
        [`x Node (aim: ${aims.connectToNode})`, (row) => range(row.ratio)],
        ['CPU us', (row) => range(connectCpu.find((each) => each.candidate === row.candidate).microseconds, 0)],
      ]),
    );
  }
  if (idleMemory.length > 0) {
    parts.push(
      table('memory per idle connection', idleMemory, titles, [
        [`KB (aim: ${aims.idleBytes / 1024})`, (row) => (row.totalBytes / 1024).toFixed(1)],
        ['of it live heap', (row) => (row.heapBytes / 1024).toFixed(1)],
      ]),
      table(`CPU of ${idleCpu[0].connections} idle connections`, idleCpu, titles, [
        [`% of a core (aim: ${aims.idlePercent})`, (row) => row.percentOfCore.toFixed(2)],
        ['heartbeats', (row) => String(row.heartbeats)],
      ]),
    );
  }
  return parts.join('\n\n');
}
