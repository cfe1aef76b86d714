import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ElectronApp } from './launch-electron';
import { prepareFolders } from './launch-folders';
import { StandInApp } from './launch-stand-in';
import type { LaunchOptions, LiudiApp } from './launch-types';

export type { LaunchOptions, LiudiApp } from './launch-types';

const builtMain = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));

/**
 * Starts the built app with its main window open, on the stand-in or (option, or `LIUDI_HOST=electron`) on real
 * Electron. Does not need Playwright's test runner. Call `close()` at the end.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LiudiApp> {
  const main = options.main ?? builtMain;
  if (!existsSync(main))
    throw new Error(`${main} is missing: build first (npm start builds, and so does npm test)`);
  const host = options.host ?? (process.env['LIUDI_HOST'] === 'electron' ? 'electron' : 'stand-in');
  const folders = prepareFolders(options.userData);
  const app =
    host === 'electron' ? new ElectronApp(options, folders) : new StandInApp({ ...options, main }, folders);
  try {
    await app.start();
  } catch (error) {
    await app.close().catch(() => null);
    throw error;
  }
  return app;
}
