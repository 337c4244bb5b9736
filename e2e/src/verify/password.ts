import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

const VARIABLE = 'DOCKET_VERIFY_PASSWORD';

/** From the environment, or asked for without an echo; never from an argument, which every user of the machine could read. */
export async function passwordOf(email: string): Promise<string> {
  const given = process.env[VARIABLE];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new Error(`${VARIABLE}: missing (expected: the password of ${email})`);
  process.stderr.write(`Password of ${email}: `);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await asking.question('');
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}
