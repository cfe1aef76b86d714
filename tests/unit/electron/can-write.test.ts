import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canWriteIn } from '../../../electron/main/files/can-write';
import { tempFolder } from './temp-folder';

test('a folder can be written in; a file, and what is not there, cannot', () => {
  const folder = tempFolder();
  const file = path.join(folder, 'a');
  writeFileSync(file, '');
  expect([folder, file, path.join(folder, 'none')].map(canWriteIn)).toEqual([true, false, false]);
});
