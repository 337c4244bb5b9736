// The statements that one change sends to PostgreSQL, read from its log, and the same ones as scripts for pgbench.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { eventually, pause } from './measure.mjs';

/** Has the embedded PostgreSQL write a log that can be read; takes effect at its next start. */
export function keepLog(data) {
  appendFileSync(
    join(data, 'postgres/postgresql.auto.conf'),
    "logging_collector = on\nlog_directory = 'bench-log'\nlog_line_prefix = '%p '\nlog_parameter_max_length = -1\n",
  );
}

/** Runs `change` and answers its statements in order, each with its parameters as literals in place. */
export async function statementsOf(docket, change) {
  const folder = join(docket.data, 'postgres/bench-log');
  const client = new pg.Client(docket.database());
  await client.connect();
  await logAll(client, 'all');
  await eventually('the log to be on', 5_000, async () => (await client.query('SHOW log_statement')).rows[0].log_statement === 'all');
  await pause(300); // Other connections read the setting between two statements.
  await change();
  const before = read(folder).length;
  await change();
  await pause(300);
  await logAll(client, 'none');
  await client.end();
  return statements(read(folder).slice(before));
}

async function logAll(client, value) {
  await client.query(`ALTER SYSTEM SET log_statement = '${value}'`);
  await client.query('SELECT pg_reload_conf()');
}

function read(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

/** What the server asks on its own now and then, whoever changes something. */
const BACKGROUND = /pg_current_snapshot|ended_at >=|log_statement|pg_reload_conf/;

/** Transaction by transaction, each of one connection; connections take turns in the log. */
function statements(log) {
  // A line that goes on begins with a tab.
  const lines = log.replaceAll('\n\t', '\n\u0000').split(/\n(?!\u0000)/);
  const all = [];
  const open = new Map();
  for (const line of lines.map((text) => text.replaceAll('\u0000', ''))) {
    const [, connection, what] = /^(\d+) ([\s\S]*)$/.exec(line) ?? [];
    const statement = /^LOG: {2}(?:execute [^:]*|statement): ([\s\S]*)$/.exec(what)?.[1].trim();
    const parameters = /^DETAIL: {2}[Pp]arameters: ([\s\S]*)$/.exec(what)?.[1];
    if (parameters) {
      const current = open.get(connection) ?? all.at(-1);
      current.push(filled(current.pop(), parameters));
    } else if (statement) {
      if (!open.has(connection)) all.push([]);
      const current = open.get(connection) ?? all.at(-1);
      current.push(statement);
      if (/^BEGIN/.test(statement)) open.set(connection, current);
      if (/^(COMMIT|ROLLBACK)/.test(statement)) open.delete(connection);
    }
  }
  return all.filter((transaction) => transaction.length > 2 || !/^BEGIN/.test(transaction[0]))
    .filter((transaction) => !BACKGROUND.test(transaction.join()))
    .flat();
}

function filled(statement, parameters) {
  const values = new Map(
    [...parameters.matchAll(/\$(\d+) = ('(?:[^']|'')*'|NULL)/g)].map(([, number, value]) => [number, value]),
  );
  return statement.replaceAll(/\$(\d+)/g, (_, number) => values.get(number));
}

/** One script per request; pgbench takes one of them at random for each transaction. */
export function pgbenchScripts(folder, perRequest) {
  mkdirSync(folder, { recursive: true });
  return perRequest.map((lines, index) => {
    const file = join(folder, `change-${index}.sql`);
    writeFileSync(file, `${lines.map(scriptLine).join('\n')}\n`);
    return file;
  });
}

function scriptLine(statement) {
  const oneLine = statement
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/;?$/, ';');
  return withoutVariables(/INSERT INTO journal/.test(oneLine) ? withFreshId(oneLine) : oneLine);
}

/** In a text, pgbench would take a colon and what follows for a variable of its own. */
function withoutVariables(line) {
  return line.replaceAll(/'(?:[^']|'')*'/g, (text) =>
    text.includes(':') ? `E${text.replaceAll('\\', '\\\\').replaceAll(':', '\\x3a')}` : text,
  );
}

/** Each entry has an id of its own. */

function withFreshId(insert) {
  return insert.replace(/( AS uuid\), head, )'[0-9a-f-]{36}'/, '$1gen_random_uuid()');
}
