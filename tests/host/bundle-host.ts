import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeOnce } from './make-once';

const folder = fileURLToPath(new URL('.', import.meta.url));

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of readdirSync(folder).toSorted())
    if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
      hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

let bundled: Promise<string> | undefined;

/**
 * The host as plain JavaScript, made once per state of its sources: starting it through a TypeScript runner costs
 * four times as much, and the e2e suite starts it often. Returns the path of its entry.
 */
export async function bundleHost(): Promise<string> {
  bundled ??= makeOnce(`stand-in-host-${sourceHash()}`, async (outDir) => {
    // Loaded only when needed: it is large, and the bundle is nearly always there already.
    const { build } = await import('vite');
    await build({
      configFile: false,
      root: folder,
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: true,
        target: 'node20.19',
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          input: { run: join(folder, 'run.ts'), electron: join(folder, 'electron.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    });
  });
  return join(await bundled, 'run.js');
}
