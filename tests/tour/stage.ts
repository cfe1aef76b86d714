import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LiudiApp } from '../helpers/launch-app';
import type { TourArgs } from './args';
import type { SourceFile } from './photo-files';
import type { Reporter } from './report';

/** What the steps of a tour share. */
export type Stage = {
  readonly app: LiudiApp;
  readonly args: TourArgs;
  readonly reporter: Reporter;
  readonly photos: readonly SourceFile[];
  /** Path below `--out`, for files the app writes through its dialogs. */
  readonly outPath: (name: string) => string;
};

let count = 0;

/** Keeps a picture of the window under a numbered name and lists it in the report. */
export async function takeScreenshot(stage: Stage, name: string): Promise<void> {
  count += 1;
  const file = `${String(count).padStart(2, '0')}-${name}.png`;
  const folder = join(stage.args.out, 'screens');
  mkdirSync(folder, { recursive: true });
  // Pictures and fonts that are still on their way would leave holes, a dialog half faded in would be unreadable.
  await stage.app.page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      document.querySelector('.evidence-placeholder.pending') === null &&
      document.getAnimations().every((one) => one.playState !== 'running'),
  );
  writeFileSync(join(folder, file), await stage.app.page.screenshot());
  stage.reporter.report.screens.push(relative(stage.args.out, join(folder, file)).replaceAll('\\', '/'));
}
