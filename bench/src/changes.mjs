// ./docket bench changes [--connections N] [--programs N] [--seconds N] [--rounds N]
// Durable changes per second over HTTP, and what each costs; beside pgbench with the same statements, in turn within one run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Docket } from './docket.mjs';
import { HttpConnection, requestText } from './http-load.mjs';
import { median, quantile } from './measure.mjs';
import { keepLog, pgbenchScripts, statementsOf } from './statements.mjs';

/** What the Node/Express/Mongoose original reached with 32 connections, nothing durable, on a machine like this. */
const ORIGINAL = 146;

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '32' },
    programs: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
  },
});
const [connections, programs, seconds, rounds] = ['connections', 'programs', 'seconds', 'rounds'].map((key) =>
  Number(values[key]),
);

/** A program with three fields and one submitted request for each connection that will change it. */
async function furnish(docket, number, requests) {
  const program = await docket.call('POST', '/programs', { name: `Bench ${number}` });
  const path = `/programs/${program.id}`;
  await docket.call('POST', `${path}/fields`, { key: 'cost', label: 'Cost', type: 'number' });
  await docket.call('POST', `${path}/fields`, { key: 'place', label: 'Place', type: 'text' });
  await docket.call('POST', `${path}/fields`, { key: 'wanted', label: 'Wanted on', type: 'date' });
  const made = [];
  for (let i = 0; i < requests; i++) {
    const fields = { cost: 1, place: 'Second floor', wanted: '2027-01-31' };
    const request = await docket.call('POST', `${path}/requests`, { title: 'Paper for the printer', fields });
    await docket.call('POST', `${path}/requests/${request.id}/submission`);
    made.push(`${path}/requests/${request.id}`);
  }
  return made;
}

let cost = 1;

function change(docket, path) {
  cost = (cost % 1_000_000) + 1;
  return requestText('PATCH', path, docket.token, { fields: { cost } });
}

/** All connections at once, each with one change at a time to requests of its own. */
async function window(docket, paths) {
  const open = paths.map(() => new HttpConnection(docket.port));
  const latencies = [];
  const [server, database] = [docket.serverCpu(), docket.databaseCpu()];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    open.map(async (connection, index) => {
      for (let i = 0; performance.now() < end; i++) {
        const sent = performance.now();
        await connection.send(change(docket, paths[index][i % paths[index].length]));
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const took = (performance.now() - start) / 1000;
  open.forEach((connection) => connection.close());
  latencies.sort((a, b) => a - b);
  return {
    rate: latencies.length / took,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: ((docket.serverCpu() - server) / latencies.length) * 1e6,
    databaseCpu: ((docket.databaseCpu() - database) / latencies.length) * 1e6,
  };
}

/** Until the JVM has compiled what it will: three windows in a row of which none costs the server much less than the one before. */
async function untilSteady(docket, paths) {
  const costs = [];
  for (let steady = 0; steady < 3 && costs.length < 15; ) {
    const { serverCpu } = await window(docket, paths);
    steady = serverCpu < 0.95 * (costs.at(-1) ?? Infinity) ? 0 : steady + 1;
    costs.push(serverCpu);
  }
  return costs;
}

function pgbench(docket, scripts) {
  const { host, port, user, database, password } = docket.database();
  const before = docket.databaseCpu();
  const run = spawnSync(
    'pgbench',
    [
      ...['-n', '-h', host, '-p', String(port), '-U', user, '-M', 'prepared', '-c', String(connections), '-j', '1'],
      ...['-T', String(seconds), ...scripts.flatMap((script) => ['-f', script]), database],
    ],
    // As the role that the server works as, below the same policies.
    { env: { ...process.env, PGPASSWORD: password, PGOPTIONS: '-c role=docket_app' }, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`pgbench: ${run.error?.message ?? run.stderr.slice(0, 2_000)}`);
  const count = Number(/actually processed: (\d+)/.exec(run.stdout)[1]);
  return {
    rate: Number(/tps = ([\d.]+)/.exec(run.stdout)[1]),
    databaseCpu: ((docket.databaseCpu() - before) / count) * 1e6,
  };
}

const docket = await Docket.start('0-1');
const furnished = [];
for (let number = 0; number < programs; number++) furnished.push(await furnish(docket, number, 2));
const crowded = await furnish(docket, programs, connections);
await docket.pause();
keepLog(docket.data);
await docket.run();
await docket.logIn();

const spread = Array.from({ length: connections }, (_, c) => furnished.map(([a, b]) => (c % 2 === 0 ? a : b)));
// Each connection goes through the programs from another one on.
spread.forEach((paths, c) => paths.push(...paths.splice(0, Math.floor((c * programs) / connections))));
const alone = crowded.map((path) => [path]);

const warmUp = await untilSteady(docket, spread);
const captured = [];
for (const [path] of furnished) {
  const connection = new HttpConnection(docket.port);
  captured.push(await statementsOf(docket, () => connection.send(change(docket, path))));
  connection.close();
}
const scripts = pgbenchScripts(join(docket.data, 'bench-scripts'), captured);
const results = { spread: [], alone: [], pgbench: [] };
for (let round = 0; round < rounds; round++) {
  results.spread.push(await window(docket, spread));
  results.alone.push(await window(docket, alone));
  results.pgbench.push(pgbench(docket, scripts));
}
await docket.stop();

const of = (list, key) => median(list.map((result) => result[key]));
const row = (list) => ({
  'changes/s': +of(list, 'rate').toFixed(0),
  'p50 ms': list[0].p50 === undefined ? '' : +of(list, 'p50').toFixed(1),
  'p99 ms': list[0].p99 === undefined ? '' : +of(list, 'p99').toFixed(1),
  'server us/change': list[0].serverCpu === undefined ? '' : +of(list, 'serverCpu').toFixed(0),
  'database us/change': +of(list, 'databaseCpu').toFixed(0),
});
const ratios = {
  toPgbench: of(results.spread, 'rate') / of(results.pgbench, 'rate'),
  toOriginal: of(results.spread, 'rate') / ORIGINAL,
};
const folder = join(dirname(fileURLToPath(import.meta.url)), '../results');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'changes.json'),
  `${JSON.stringify({ connections, programs, seconds, rounds, warmUp, results, ratios, statements: captured[0] }, null, 2)}\n`,
);
console.log(
  `${connections} connections, one change of a field each at a time, durable; ${rounds} rounds of ${seconds} s in turn, all on the same cores`,
);
console.table({
  [`Docket, ${programs} programs`]: row(results.spread),
  'Docket, one program': row(results.alone),
  [`pgbench, ${programs} programs, same statements`]: row(results.pgbench),
});
console.log(`per change: ${captured[0].length} statements; the last ones before the commit travel with it`);
captured[0].forEach((statement) => console.log(`  ${statement.replaceAll(/\s+/g, ' ').slice(0, 110)}`));
console.log(
  `ratio to pgbench ${ratios.toPgbench.toFixed(2)} (goal 0.6)  to the Node original's ${ORIGINAL}/s ${ratios.toOriginal.toFixed(1)} (goal 15)`,
);
process.exit(0);
