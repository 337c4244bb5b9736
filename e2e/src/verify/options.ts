import { parseArgs } from 'node:util';

export interface Options {
  minutes: number;
  clients: number;
  writers: number;
  programs: number;
  seed: number;
  /** Somebody's own installation, and as whom to log in there. */
  target?: { url: string; email: string };
}

export class WrongOptions extends Error {}

/** @throws WrongOptions with every wrong option in words */
export function parse(args: string[]): Options {
  const { values } = strictly(args);
  const wrong: string[] = [];
  const number = (
    name: 'minutes' | 'clients' | 'writers' | 'programs' | 'seed',
    or: number,
    min: number,
    max: number,
  ) => {
    const text = values[name];
    const value = text === undefined ? or : Number(text);
    const good = text?.trim() !== '' && value >= min && value <= max && (name === 'minutes' || Number.isInteger(value));
    if (!good) wrong.push(`--${name}: ${text ?? ''} (expected: ${min}..${max})`);
    return value;
  };
  const options: Options = {
    minutes: number('minutes', 1, 0.1, 10_000),
    clients: number('clients', 54, 9, 2_000),
    writers: number('writers', 8, 1, 100),
    programs: number('programs', 3, 1, 50),
    seed: number('seed', Date.now() % 1_000_000, 0, 4_294_967_295),
  };
  const { url, email } = values;
  if ((url === undefined) !== (email === undefined)) wrong.push('--url and --email: only one (expected: both or none)');
  if (url !== undefined && !/^https?:\/\/[^/]+\/?$/.test(url))
    wrong.push(`--url: ${url} (expected: http(s)://host[:port])`);
  if (wrong.length > 0) throw new WrongOptions(wrong.join('\n'));
  if (url !== undefined && email !== undefined) options.target = { url: url.replace(/\/$/, ''), email };
  return options;
}

function strictly(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: { minutes: text, clients: text, writers: text, programs: text, seed: text, url: text, email: text },
    });
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error));
  }
}
