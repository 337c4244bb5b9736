import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { costs, foreignAddresses, type Chunk } from './bundleChecks.ts';

/** A chunk that does not compress, so that its size is known. */
const chunk = (fileName: string, kB: number, more: Partial<Chunk> = {}): Chunk => ({
  fileName,
  code: randomBytes(kB * 500).toString('hex'),
  imports: [],
  isEntry: false,
  source: null,
  ...more,
});

describe('what a page costs', () => {
  const chunks = [
    chunk('entry', 10, { isEntry: true, imports: ['shared'] }),
    chunk('shared', 20, { imports: ['entry'] }),
    chunk('en', 1, { source: '/x/src/app/i18n/en/index.ts' }),
    chunk('de', 2, { source: '/x/src/app/i18n/de/index.ts' }),
    chunk('shell', 30, { source: '/x/src/app/shell/Shell.tsx', imports: ['shared'] }),
    chunk('page', 40, { source: '/x/src/app/pages/BigPage.tsx', imports: ['shared', 'ui'] }),
    chunk('ui', 5),
    chunk('small', 1, { source: '/x/src/app/pages/SmallPage.tsx' }),
    chunk('pdf', 90, { source: '/x/src/features/attachments/pdf.ts', imports: ['shared'], workers: ['worker'] }),
    chunk('worker', 60),
  ];
  const found = costs(chunks);
  const bytes = (page: string) => found.find((cost) => cost.page.includes(page))?.bytes;
  const sum = (...names: string[]) =>
    chunks.filter(({ fileName }) => names.includes(fileName)).reduce((all, { code }) => all + gzipSync(code).length, 0);

  it('is all that it loads, each file once, with the dearest language', () => {
    expect(found[0]?.page).toBe('log-in');
    expect(bytes('log-in')).toBe(sum('entry', 'shared', 'de'));
    expect(bytes('BigPage')).toBe(sum('entry', 'shared', 'de', 'shell', 'page', 'ui'));
    expect(bytes('SmallPage')).toBe(sum('entry', 'shared', 'de', 'shell', 'small'));
  });

  it('is told with the dearest page first, languages being no pages', () => {
    expect(found.map(({ page }) => page.replace(/^.*\//, ''))).toEqual([
      'log-in',
      'BigPage.tsx',
      'SmallPage.tsx',
      'Shell.tsx',
      'pdf.ts',
    ]);
    expect(found[0]?.limit).toBeLessThan(found[1]?.limit ?? 0);
  });

  it('leaves out what is loaded on demand, which is weighed by itself with what runs beside the page', () => {
    expect(bytes('pdf.ts')).toBe(sum('pdf', 'worker'));
    expect(found.at(-1)?.limit).toBeGreaterThan(found[1]?.limit ?? 0);
  });
});

describe('an address of somebody else', () => {
  it.each([
    'fetch("https://cdn.example.com/x.js")',
    "@import 'http://fonts.example.com/css';",
    'url(https://tracker.example/pixel.gif)',
  ])('is found in %s', (text) => {
    expect(foreignAddresses(text)).toHaveLength(1);
  });

  it('is not a sample of one', () => {
    expect(foreignAddresses('new URL("https://a/c%20d?a=1&c=3"); new URL("https://a@b")')).toEqual([]);
    expect(foreignAddresses('"https://attacker.example/" "https://x.example"')).toHaveLength(2);
  });

  it('is not what merely names a vocabulary or a page of documentation', () => {
    const text = '"http://www.w3.org/2000/svg" `https://react.dev/errors/31` "/api/v1" "//"';
    expect(foreignAddresses(text)).toEqual([]);
  });
});
