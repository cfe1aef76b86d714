import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { frozenNames } from './frozen-names';

/**
 * Fixes where data lives, before the single-instance lock (which belongs to that folder).
 * `LIUDI_USER_DATA` moves it for tests.
 * @returns the folder, absolute, existing
 */
export function setupDataFolder(): string {
  const override = process.env['LIUDI_USER_DATA'];
  const folder =
    override === undefined || override === ''
      ? path.join(app.getPath('appData'), frozenNames.dataFolder)
      : path.resolve(override);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  return folder;
}
