// Sums JUnit result files: node figures.mjs FOLDER FAILED_GATES. Prints a line per suite, then "N passed, N failed".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedGates] = process.argv.slice(2);

/** Every <testcase> of a file, with whether it failed or was skipped. */
function cases(xml) {
  return [...xml.matchAll(/<testcase\b[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(([, body = '']) => ({
    failed: /<(failure|error)\b/.test(body),
    skipped: /<skipped\b/.test(body),
  }));
}

let passed = 0;
let failed = 0;
for (const suite of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const path = join(folder, suite.name);
  const files = readdirSync(path).filter((file) => file.endsWith('.xml'));
  if (files.length === 0) failed += 1; // A suite without a result did not run.
  const all = files.flatMap((file) => cases(readFileSync(join(path, file), 'utf8')));
  const bad = all.filter((test) => test.failed).length;
  const good = all.filter((test) => !test.failed && !test.skipped).length;
  console.log(`${suite.name.padEnd(10)} ${good} passed, ${bad} failed, ${all.length - good - bad} left out`);
  passed += good;
  failed += bad;
}
// A gate (format, lint, compile, a suite that did not even start) that failed without a test that says so.
if (failed === 0) failed = Number(failedGates);
// Nothing at all ran: that is a failure too.
if (passed === 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
