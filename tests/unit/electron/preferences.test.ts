import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeUnfinished } from '../../../electron/main/files/unfinished';
import { openPreferences } from '../../../electron/main/preferences';
import { tempFolder } from './temp-folder';

const quiet = () => undefined;
const defaults = {
  language: null,
  lastFolder: null,
  bounds: null,
  quiet: { on: false, from: 1380, to: 450 },
  sounds: { followUp: true, deadline: true, commitment: true, patrol: true },
  closeTo: 'ask',
  pause: null,
  backupFolder: null,
  messageKeys: { on: true, keys: 'Ctrl+Shift+Space' },
};

describe('preferences', () => {
  test('start empty and are there after a restart', async () => {
    const folder = tempFolder();
    const first = await openPreferences(folder, quiet);
    expect(first.get()).toEqual(defaults);
    const bounds = { x: -5, y: 0, width: 1000, height: 700, maximized: false };
    first.update({ language: 'en' });
    first.update({ bounds });
    await first.flushed();
    expect((await openPreferences(folder, quiet)).get()).toEqual({ ...defaults, language: 'en', bounds });
  });

  test('of the first version are still understood, so nothing is asked again', async () => {
    const folder = tempFolder();
    writeFileSync(
      path.join(folder, 'preferences.json'),
      '{"language":"en","lastFolder":"/home/x","bounds":null}',
    );
    expect((await openPreferences(folder, quiet)).get()).toEqual({
      ...defaults,
      language: 'en',
      lastFolder: '/home/x',
    });
  });

  test('are readable by their user only', async () => {
    const folder = tempFolder();
    const preferences = await openPreferences(folder, quiet);
    preferences.update({ lastFolder: '/home/x' });
    await preferences.flushed();
    if (process.platform === 'win32') return;
    expect(statSync(path.join(folder, 'preferences.json')).mode & 0o077).toBe(0);
  });

  test('are not written when nothing changed', async () => {
    const folder = tempFolder();
    const preferences = await openPreferences(folder, quiet);
    preferences.update({ language: null });
    await preferences.flushed();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that are damaged are kept aside and the app starts', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'preferences.json'), '{"language":"fr"}');
    expect((await openPreferences(folder, quiet)).get().language).toBeNull();
    expect(existsSync(path.join(folder, 'preferences.json.damaged-1'))).toBe(true);
  });
});

test('half-written files of a crash are removed at start, and nothing else', async () => {
  const folder = tempFolder();
  for (const name of ['1234.liudi-part', 'preferences.json', 'reminders.json']) {
    writeFileSync(path.join(folder, name), 'x');
  }
  await removeUnfinished(folder, quiet);
  expect(readdirSync(folder).toSorted()).toEqual(['preferences.json', 'reminders.json']);
});
