import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PACKAGE = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url));

/** What pdf.js fetches for documents that need it, with the licences. */
const FOLDERS: Record<string, RegExp> = {
  // East Asian characters.
  cmaps: /./,
  // For other fonts that are not in the document, the browser has some that are like them.
  standard_fonts: /Symbol|Dingbats|LICENSE_FOXIT/,
  // Decoders of scans. The content security policy refuses WebAssembly; they are there as scripts, too.
  wasm: /_nowasm_fallback\.js$|^LICENSE_.*(JBIG2|OPENJPEG)$/,
};

/** Puts them beside the app under their own names; the version in the address changes when they may have changed. */
export function pdfFiles(): Plugin {
  return {
    name: 'docket:pdf-files',
    apply: 'build',
    generateBundle() {
      const { version } = JSON.parse(readFileSync(`${PACKAGE}package.json`, 'utf8')) as { version: string };
      for (const [folder, wanted] of Object.entries(FOLDERS)) {
        for (const name of readdirSync(PACKAGE + folder).filter((file) => wanted.test(file))) {
          const source = readFileSync(`${PACKAGE}${folder}/${name}`);
          this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${version}/${folder}/${name}`, source });
        }
      }
    },
  };
}
