import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { settledDexie } from '../electron/dev/settled-dexie.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One project per kind of test: pure code runs in Node, components in jsdom. */
export default defineConfig({
  root,
  // The same Dexie as in the built app.
  resolve: { alias: settledDexie.alias },
  plugins: [react(), settledDexie.plugin],
  test: {
    server: { deps: { inline: [/\/dexie\//, 'dexie-react-hooks'] } },
    // Left alone it keeps one core free, which on two cores means: one file after the other.
    maxWorkers: availableParallelism(),
    // Room for what is thrown away at once: half as much of the time goes into clearing it up.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=32'],
    // Generous, because the machine is shared: a slow test is not a wrong one, and one that hangs still ends.
    testTimeout: 30_000,
    // Each try of something waited for would print the page for a message that nobody reads; `DEBUG_PRINT_LIMIT=9999` shows it.
    env: { DEBUG_PRINT_LIMIT: process.env['DEBUG_PRINT_LIMIT'] ?? '0' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{unit,data,architecture,host}/**/*.test.ts'],
          // One set of modules for all files of a worker: loading them anew for each file took half the time. What a
          // test stubs, it gives back.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          // The window comes from jsdom-once: one for all files of a worker.
          environment: 'node',
          isolate: false,
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/helpers/jsdom-once.ts', 'tests/helpers/component-setup.ts'],
        },
      },
    ],
  },
});
