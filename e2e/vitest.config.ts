import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// One server at a time: these tests measure behaviour under load and crashes, not each other.
export default defineConfig({
  // The replay test runs the web app's own reducer.
  resolve: { alias: { '@': resolve(import.meta.dirname, '../web/src') } },
  test: {
    include: ['tests/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
