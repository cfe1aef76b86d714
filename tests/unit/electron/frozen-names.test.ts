import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frozenNames } from '../../../electron/main/frozen-names';

test('names that hold customers’ data have not changed', () => {
  expect(frozenNames).toEqual({
    scheme: 'app',
    host: 'liudi',
    origin: 'app://liudi',
    dataFolder: 'Liudi',
    partition: '',
    database: 'liudi',
    appId: 'app.liudi.desk',
  });
});

test('the packed app has the same id', () => {
  const config = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');
  expect(config).toMatch(new RegExp(`^appId: ${frozenNames.appId}\\b`, 'm'));
});
