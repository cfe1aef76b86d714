import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../helpers/launch-app';
import { readArgs } from './args';
import { listFiles } from './photo-files';
import { Reporter } from './report';
import { killAndRestart, openCase, setUp } from './steps-case';
import { checkViewer, dropPhotos, exportArchive } from './steps-evidence';
import { logWrongShipment, makeSlip, writeNote } from './steps-papers';
import { lookAround, ringReminders } from './steps-time';
import type { Stage } from './stage';

/** Builds the app, so that the tour always shows what the source says. */
function build(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json');
  execFileSync(
    process.execPath,
    [join(dirname(manifest), 'bin/electron-vite.js'), 'build', '-c', 'electron/vite.config.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

/** Drives the built app through the main job on a folder of photos; see README. Returns the exit code. */
async function main(): Promise<number> {
  const args = readArgs(process.argv.slice(2));
  const resolved = { ...args, photos: resolve(args.photos), out: resolve(args.out) };
  if (!existsSync(resolved.photos) || !statSync(resolved.photos).isDirectory()) {
    throw new Error(`--photos ${args.photos} is not a folder`);
  }
  build();
  const reporter = new Reporter(resolved.out);
  const app = await launchApp();
  reporter.report.host = app.host;
  try {
    const stage: Stage = {
      app,
      args: resolved,
      reporter,
      photos: await listFiles(resolved.photos),
      outPath: (name) => join(resolved.out, name),
    };
    await reporter.step('set up the shop', () => setUp(stage));
    await reporter.step('open a case', () => openCase(stage));
    await reporter.step('drop the photos', () => dropPhotos(stage));
    await reporter.step('look at a photo and check it', () => checkViewer(stage));
    await reporter.step('kill everything and start again', () => killAndRestart(stage));
    await reporter.step('log a wrong shipment', () => logWrongShipment(stage));
    await reporter.step('write an order note', () => writeNote(stage));
    await reporter.step('make the return slip', () => makeSlip(stage));
    await reporter.step('export the evidence tree', () => exportArchive(stage));
    await reporter.step('let the reminders ring', () => ringReminders(stage));
    await reporter.step('look at every screen', () => lookAround(stage));
    return 0;
  } catch {
    await app.page.screenshot({ path: join(resolved.out, 'failed.png') }).catch(() => undefined);
    return 1;
  } finally {
    reporter.write();
    await app.close();
  }
}

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
