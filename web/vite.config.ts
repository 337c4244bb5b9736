import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { bundleChecks } from './build/bundleChecks.ts';
import { pdfFiles } from './build/pdfFiles.ts';

const server = 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), pdfFiles(), bundleChecks()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
  build: {
    target: 'es2022',
    // Inlined files would become data: addresses, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    // Preload links are enough for the browsers that we support; the polyfill would be one more script.
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
