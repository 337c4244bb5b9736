import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** A file of JavaScript as far as its size matters. */
export interface Chunk {
  fileName: string;
  code: string;
  /** Loaded with it, before it runs. */
  imports: readonly string[];
  isEntry: boolean;
  /** What it was made from, when it is loaded on demand. */
  source: string | null;
  /** Scripts that it has the address of and runs beside the page. */
  workers?: readonly string[];
}

/** Compressed, in bytes: what a first visit costs before anything can be done, and what somebody waits for who asks for more. */
export const LIMITS = { login: 200_000, route: 300_000, onDemand: 650_000 };

/** Loaded when somebody opens something on a page that stands already, and weighed by itself: all that is new then. */
const ON_DEMAND = ['src/features/attachments/pdf.ts'];

/** What every page inside needs before itself; a page of a program, both. */
const AROUND = ['src/app/shell/Shell.tsx', 'src/app/pages/ProgramPage.tsx'];
/** One of them is needed everywhere. */
const LANGUAGES = ['src/app/i18n/en/index.ts', 'src/app/i18n/de/index.ts'];

export interface Cost {
  page: string;
  bytes: number;
  limit: number;
}

/** What each page costs with everything that it loads; the log-in first, then the dearest, and last what is loaded on demand. */
export function costs(chunks: readonly Chunk[]): Cost[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const sizes = new Map<string, number>();
  const closure = (from: Chunk, into: Set<Chunk>): Set<Chunk> => {
    if (into.has(from)) return into;
    into.add(from);
    for (const name of [...from.imports, ...(from.workers ?? [])]) {
      const next = byName.get(name);
      if (next !== undefined) closure(next, into);
    }
    return into;
  };
  const bytesOf = ({ fileName, code }: Chunk): number => {
    const known = sizes.get(fileName) ?? gzipSync(code).byteLength;
    sizes.set(fileName, known);
    return known;
  };
  const all = (parts: readonly Chunk[]) => {
    const found = new Set<Chunk>();
    for (const part of parts) closure(part, found);
    return found;
  };
  const sum = (parts: Iterable<Chunk>) => [...parts].reduce((bytes, chunk) => bytes + bytesOf(chunk), 0);
  const together = (parts: readonly Chunk[]) => sum(all(parts));
  const languages = chunks.filter(({ source }) => isOneOf(source, LANGUAGES));
  const language = languages.sort((a, b) => bytesOf(b) - bytesOf(a)).slice(0, 1);
  const always = [...chunks.filter(({ isEntry }) => isEntry), ...language];
  const around = chunks.filter(({ source }) => isOneOf(source, AROUND));
  const later = chunks.filter(({ source }) => isOneOf(source, ON_DEMAND));
  const pages = chunks
    .filter((chunk) => !chunk.isEntry && chunk.source !== null && !isOneOf(chunk.source, LANGUAGES))
    .filter((chunk) => !later.includes(chunk))
    .map((chunk): Cost => {
      const bytes = together([...always, ...around, chunk]);
      return { page: chunk.source ?? chunk.fileName, bytes, limit: LIMITS.route };
    })
    .sort((a, b) => b.bytes - a.bytes);
  const there = all([...always, ...around]);
  const onDemand = later.map((chunk): Cost => {
    const bytes = sum([...all([chunk])].filter((part) => !there.has(part)));
    return { page: chunk.source ?? chunk.fileName, bytes, limit: LIMITS.onDemand };
  });
  return [{ page: 'log-in', bytes: together(always), limit: LIMITS.login }, ...pages, ...onDemand];
}

const isOneOf = (source: string | null, files: readonly string[]) => files.some((file) => source?.endsWith(file));

/** Names that stand in the code of libraries and are never fetched. */
const NAMES = [
  // Vocabularies of XML.
  'http://www.w3.org/',
  'http://ns.adobe.com/',
  'http://www.xfa.org/schema/',
  // Where errors, warnings and licences send those who read them.
  'https://react.dev/errors/',
  'https://react.i18next.com/',
  'https://socket.io/docs/',
  'https://tailwindcss.com',
  'https://github.com/zloirock/core-js',
  'http://www.apache.org/licenses/',
  'https://www.apache.org/licenses/',
  // What relative addresses are read against.
  'http://localhost',
];

/** Samples by which libraries try whether the browser reads addresses as it should. */
const SAMPLES = /^https?:\/\/(a|a@b|a#.+|a\/c%20d\?a=1&c=3|x|foo\.bar|example\.com)$/u;

/** Addresses of other servers in what is shipped: nothing may be asked of anybody else. */
export function foreignAddresses(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[\w.-]+[^\s"'`)<>\\]*/g) ?? [];
  return [...new Set(found)].filter(
    (address) => !NAMES.some((name) => address.startsWith(name)) && !SAMPLES.test(address),
  );
}

/** Fails a build that has become too heavy, or speaks with strangers. */
export function bundleChecks(): Plugin {
  return {
    name: 'docket:bundle-checks',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = Object.values(bundle);
      const all = costs([
        ...files.filter((file) => file.type === 'chunk').map(chunkOf),
        ...files
          .filter((file) => file.type === 'asset')
          .filter(isWorker)
          .map(workerOf),
      ]);
      for (const { page, bytes, limit } of all) {
        if (bytes > limit)
          this.error(`${page}: ${String(bytes)} bytes of compressed JavaScript (expected: at most ${String(limit)})`);
      }
      for (const file of files) {
        const foreign = foreignAddresses(textOf(file));
        if (foreign.length > 0)
          this.error(`${file.fileName} names ${foreign.join(', ')} (expected: nothing from another origin)`);
      }
      const shown = all.filter(({ limit }, index) => index < 2 || limit === LIMITS.onDemand);
      for (const { page, bytes, limit } of shown)
        this.info(`${page}: ${(bytes / 1000).toFixed(1)} of ${String(limit / 1000)} kB`);
    },
  };
}

function chunkOf({ fileName, code, imports, isEntry, facadeModuleId, viteMetadata }: Rollup.OutputChunk): Chunk {
  const workers = [...(viteMetadata?.importedAssets ?? [])].filter((name) => isWorker({ fileName: name }));
  return { fileName, code, imports, isEntry, source: facadeModuleId, workers };
}

/** A script that is used by its address. */
const isWorker = ({ fileName }: { fileName: string }) => fileName.endsWith('.mjs');

const workerOf = (file: Rollup.OutputAsset): Chunk => ({
  fileName: file.fileName,
  code: textOf(file),
  imports: [],
  isEntry: false,
  source: null,
});

function textOf(file: Rollup.OutputChunk | Rollup.OutputAsset): string {
  if (file.type === 'chunk') return file.code;
  // Fonts and pictures are read as text too: an address would be found, and nothing else looks like one.
  return typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('latin1');
}
