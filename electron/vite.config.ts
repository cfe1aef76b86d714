import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { settledDexie } from './dev/settled-dexie.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => `${root}${path}`;

/** The stand-in runs the same build under plain Node, so code may not be newer than that. */
const nodeTarget = 'node20.19';

export default defineConfig({
  main: {
    root,
    build: {
      target: nodeTarget,
      outDir: at('out/main'),
      externalizeDeps: false,
      rolldownOptions: {
        input: at('electron/main/index.ts'),
        output: { format: 'es', entryFileNames: 'index.js', codeSplitting: false },
      },
    },
  },
  preload: {
    root,
    build: {
      target: nodeTarget,
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: at('electron/preload/index.ts'),
        // A sandboxed preload is one CommonJS file that requires nothing but `electron` (A2, "Sandboxed preload").
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    resolve: { alias: settledDexie.alias },
    plugins: [react(), settledDexie.plugin],
    worker: { format: 'es' },
    build: {
      target: 'chrome140',
      outDir: at('out/renderer'),
      // The policy allows no data: fonts, and 100 font slices inlined would be read at every start.
      assetsInlineLimit: 0,
      minify: true,
      // An object: electron-vite would add an empty entry to an array.
      rolldownOptions: {
        input: {
          index: at('renderer/index.html'),
          print: at('renderer/print.html'),
          message: at('renderer/message.html'),
        },
      },
    },
  },
});
