import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things made once per clone are kept; `npm ci` clears it. */
export const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/**
 * Makes `target` appear in one step, filled by `fill`; whoever comes second (two test runs may start at once) uses
 * the first one's. Returns its path.
 */
export async function makeOnce(name: string, fill: (partial: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}.${Date.now()}.part`;
  mkdirSync(dirname(target), { recursive: true });
  try {
    await fill(partial);
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}
