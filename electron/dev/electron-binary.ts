import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));
const DOWNLOAD_WITHIN_MS = 60_000;

/** The path of Electron's program where it is unpacked, or null. */
export function installedElectron(): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const base = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const program = join(base, readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/**
 * Lets Electron's own installer fetch the program (it honours `ELECTRON_MIRROR`), for a minute at most and without
 * its noise.
 */
export async function fetchElectron(): Promise<string | null> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return null;
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', cwd: folder });
  const limit = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_WITHIN_MS);
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', stop);
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  clearTimeout(limit);
  process.off('exit', stop);
  return installedElectron();
}
