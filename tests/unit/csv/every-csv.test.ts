import { expect, test } from 'vitest';
import { listFiles, readText } from '../../architecture/read-tree';

test('whoever writes CSV makes its cells safe: a formula in a buyer’s name must not run in a spreadsheet', () => {
  const writers = ['shared', 'renderer', 'electron']
    .flatMap((folder) => listFiles(folder))
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) =>
      /\bunparse\(|text\/csv|\.join\(['"],['"]\)\s*\)\s*\.join\(['"]\\r?\\n/.test(readText(path)),
    );
  expect(writers.length).toBeGreaterThan(0);
  const unsafe = writers.filter((path) => !/\btextCell\b|Csv\(/.test(readText(path)));
  expect(unsafe).toEqual([]);
});
