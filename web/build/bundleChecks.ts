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
}

/** Compressed, in bytes: what a first visit costs before anything can be done. */
export const LIMITS = { login: 200_000, route: 300_000 };

/** What every page inside needs before itself; a page of a program, both. */
const AROUND = ['src/app/shell/Shell.tsx', 'src/app/pages/ProgramPage.tsx'];
/** One of them is needed everywhere. */
const LANGUAGES = ['src/app/i18n/en/index.ts', 'src/app/i18n/de/index.ts'];

export interface Cost {
  page: string;
  bytes: number;
  limit: number;
}

/** What each page costs with everything that it loads; the log-in first, then the dearest. */
export function costs(chunks: readonly Chunk[]): Cost[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const sizes = new Map<string, number>();
  const closure = (from: Chunk, into: Set<Chunk>): Set<Chunk> => {
    if (into.has(from)) return into;
    into.add(from);
    for (const name of from.imports) {
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
  const together = (parts: readonly Chunk[]) => {
    const all = new Set<Chunk>();
    for (const part of parts) closure(part, all);
    return [...all].reduce((sum, chunk) => sum + bytesOf(chunk), 0);
  };
  const languages = chunks.filter(({ source }) => isOneOf(source, LANGUAGES));
  const language = languages.sort((a, b) => bytesOf(b) - bytesOf(a)).slice(0, 1);
  const always = [...chunks.filter(({ isEntry }) => isEntry), ...language];
  const around = chunks.filter(({ source }) => isOneOf(source, AROUND));
  const pages = chunks
    .filter(({ source, isEntry }) => !isEntry && source !== null && !isOneOf(source, LANGUAGES))
    .map((chunk): Cost => {
      const bytes = together([...always, ...around, chunk]);
      return { page: chunk.source ?? chunk.fileName, bytes, limit: LIMITS.route };
    })
    .sort((a, b) => b.bytes - a.bytes);
  return [{ page: 'log-in', bytes: together(always), limit: LIMITS.login }, ...pages];
}

const isOneOf = (source: string | null, files: readonly string[]) => files.some((file) => source?.endsWith(file));

/** Names that stand in the code of libraries and are never fetched. */
const NAMES = [
  // Vocabularies of XML.
  'http://www.w3.org/',
  // Where errors, warnings and licences send those who read them.
  'https://react.dev/errors/',
  'https://react.i18next.com/',
  'https://socket.io/docs/',
  'https://tailwindcss.com',
  // What relative addresses are read against.
  'http://localhost',
];

/** Addresses of other servers in what is shipped: nothing may be asked of anybody else. */
export function foreignAddresses(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[\w.-]+[^\s"'`)<>\\]*/g) ?? [];
  return [...new Set(found)].filter((address) => !NAMES.some((name) => address.startsWith(name)));
}

/** Fails a build that has become too heavy, or speaks with strangers. */
export function bundleChecks(): Plugin {
  return {
    name: 'docket:bundle-checks',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = Object.values(bundle);
      const all = costs(files.filter((file) => file.type === 'chunk').map(chunkOf));
      for (const { page, bytes, limit } of all) {
        if (bytes > limit)
          this.error(`${page}: ${String(bytes)} bytes of compressed JavaScript (expected: at most ${String(limit)})`);
      }
      for (const file of files) {
        const foreign = foreignAddresses(textOf(file));
        if (foreign.length > 0)
          this.error(`${file.fileName} names ${foreign.join(', ')} (expected: nothing from another origin)`);
      }
      const shown = [all[0], all[1]].filter((cost) => cost !== undefined);
      for (const { page, bytes, limit } of shown)
        this.info(`${page}: ${(bytes / 1000).toFixed(1)} of ${String(limit / 1000)} kB`);
    },
  };
}

const chunkOf = ({ fileName, code, imports, isEntry, facadeModuleId }: Rollup.OutputChunk): Chunk => ({
  fileName,
  code,
  imports,
  isEntry,
  source: facadeModuleId,
});

function textOf(file: Rollup.OutputChunk | Rollup.OutputAsset): string {
  if (file.type === 'chunk') return file.code;
  // Fonts and pictures are read as text too: an address would be found, and nothing else looks like one.
  return typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('latin1');
}
