// The summary as one page that needs nothing else: bars with their range, and a line where the aim is.
const WIDTH = 720;
const LABEL = 170;
const BAR = 22;

const escape = (text) => String(text).replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

/** Bars: {label, value, min, max}; less is better unless told otherwise. */
function chart(title, note, bars, { aim, digits = 2, unit = '' } = {}) {
  if (bars.length === 0) return '';
  const longest = Math.max(aim ?? 0, ...bars.map((bar) => bar.max ?? bar.value));
  const x = (value) => LABEL + (value / longest) * (WIDTH - LABEL - 150);
  const height = bars.length * (BAR + 8) + 10;
  const lines = bars.map((bar, i) => {
    const y = i * (BAR + 8) + 4;
    const middle = y + BAR / 2;
    const spread = bar.min === undefined ? '' : ` (${bar.min.toFixed(digits)}..${bar.max.toFixed(digits)})`;
    const whisker =
      bar.min === undefined
        ? ''
        : `<path class="range" d="M${x(bar.min)} ${middle}H${x(bar.max)}M${x(bar.min)} ${middle - 5}v10M${x(bar.max)} ${middle - 5}v10"/>`;
    return `<text x="${LABEL - 8}" y="${middle + 4}" text-anchor="end">${escape(bar.label)}</text>
<rect class="${bar.own ? 'own' : 'other'}" x="${LABEL}" y="${y}" width="${x(bar.value) - LABEL}" height="${BAR}" rx="3"/>
${whisker}<text class="value" x="${x(bar.max ?? bar.value) + 6}" y="${middle + 4}">${bar.value.toFixed(digits)}${unit}${spread}</text>`;
  });
  const mark =
    aim === undefined
      ? ''
      : `<path class="aim" d="M${x(aim)} 0V${height}"/><title>${escape(title)}. Aim: ${aim}${unit}</title>`;
  return `<h2>${escape(title)}</h2><p>${escape(note)}${aim === undefined ? '' : ` Aim: ${aim}${unit}, the dashed line.`}</p>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title)}">${lines.join('\n')}${mark}</svg>`;
}

export function page({ at, machine, plan, titles, summary }) {
  const bar = (row, { median, min, max }) => ({ label: titles[row.candidate], value: median, min, max, own: row.candidate.startsWith('docket') });
  const plain = (row, value) => ({ label: titles[row.candidate], value, own: row.candidate.startsWith('docket') });
  const { aims, fanout, latency, connect, idleMemory, idleCpu } = summary;
  const charts = [
    ...fanout.map(({ sockets, pending, aim, candidates }) =>
      chart(
        `CPU per delivered message: ${sockets} sockets, ${pending === 1 ? 'one broadcast at a time' : `${pending} broadcasts pending`}`,
        `400 B to each socket of a room; server CPU as a multiple of one write(2) per message in the same cycle. Floor: ${
          candidates.find((row) => row.candidate === 'floor').microseconds.median.toFixed(2)
        } us.`,
        candidates.map((row) => bar(row, row.ratio)),
        { aim },
      ),
    ),
    chart(
      `Latency of a broadcast to ${plan.sizes[0]} sockets, p99`,
      `${plan.latency.rate} broadcasts a second; from when one is due to when each client has the whole frame, in ms.`,
      latency.p99.map((row) => bar(row, { median: row.p99.median / 1e3, min: row.p99.min / 1e3, max: row.p99.max / 1e3 })),
      { unit: ' ms' },
    ),
    chart(
      'Connects per second',
      'TCP, WebSocket, middleware with a token, ten rooms, recovery on; one core. More is better.',
      connect.map((row) => bar(row, row.perSecond)),
      { digits: 0 },
    ),
    chart(
      'Memory per idle connection',
      'With session, ten rooms, timers and recovery; after full collections; live heap and everything else, in KB.',
      idleMemory.map((row) => plain(row, row.totalBytes / 1024)),
      { digits: 1, unit: ' KB', aim: aims.idleBytes / 1024 },
    ),
    chart(
      `CPU of ${idleCpu[0]?.connections} idle connections`,
      'Heartbeats at the default interval of 25 s; percent of one core.',
      idleCpu.map((row) => plain(row, row.percentOfCore)),
      { unit: ' %', aim: aims.idlePercent },
    ),
  ];
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Docket's Socket.IO engine, measured</title>
<style>
:root { color-scheme: light dark; --ink: light-dark(#1c2024, #e6e8ea); --own: #2f6fde; --other: light-dark(#b4bcc6, #59616b); --aim: #d9480f }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 760px; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1.05rem; margin: 2rem 0 0 } p { margin: .2rem 0 .6rem } svg { width: 100%; overflow: visible }
text { fill: var(--ink); font-size: 13px } .value { font-variant-numeric: tabular-nums; font-size: 12px }
.own { fill: var(--own) } .other { fill: var(--other) } .range { stroke: var(--ink); fill: none; opacity: .55 }
.aim { stroke: var(--aim); stroke-dasharray: 5 4; stroke-width: 1.5 }
</style>
<h1>Docket's Socket.IO engine, measured</h1>
<p>${escape(at)} on ${escape(machine.cpu)}, ${machine.cores} cores, Linux ${escape(machine.kernel)}; ${escape(machine.java)}, Node ${escape(machine.node)};
load average ${machine.loadAverage.map((load) => load.toFixed(1)).join(', ')}. Servers on core 0, clients on another; loopback. All candidates took
turns in short windows. A bar is the median of ${plan.fanout.cycles} cycles, its line from the least to the most.</p>
${charts.join('\n')}
</html>
`;
}
