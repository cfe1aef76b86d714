import { describe, expect, test } from 'vitest';
import { borderRules, findBroken } from './border-rules';
import { readCanary, readTree } from './read-tree';
import { readSource } from './source-file';

describe('the walls of the house', () => {
  const files = readTree();

  test('all code is looked at', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['shared/errors.ts', 'renderer/data/database.ts', 'electron/main/index.ts']),
    );
  });

  test.each(borderRules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
    expect(files.flatMap((file) => rule.broken(file).map((what) => `${file.path} ${what}`))).toEqual([]);
  });

  test('every import leads to a file', () => {
    const paths = new Set(files.map(({ path }) => path.replace(/\.tsx?$/, '')));
    const lost = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ own, target, specifier }) => {
          const isText = /\.(?:css|json)$/.test(target) || specifier.endsWith('?raw');
          return own && !isText && !paths.has(target);
        })
        .map(({ specifier }) => `${path} -> ${specifier}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('the canary', () => {
  test('every rule is broken in it, and found', () => {
    expect(findBroken(readCanary())).toMatchInlineSnapshot(`
      [
        "a feature never imports a feature: renderer/features/slips/knows-a-feature.tsx imports ../cases/case-form",
        "exports have names: electron/main/BadName.ts has a default export",
        "file names are kebab-case: electron/main/BadName.ts is called BadName.ts",
        "ipcMain has one door: electron/main/knows-the-window.ts uses .ipcMain",
        "ipcRenderer has one door: renderer/state/knows-node.ts uses .ipcRenderer",
        "no file is longer than 300 lines: renderer/platform/too-long.ts has 301 lines",
        "no raw HTML and no code made from text: renderer/ui/knows-the-data.tsx uses .dangerouslySetInnerHTML",
        "only renderer/data touches Dexie: renderer/features/slips/knows-a-feature.tsx imports dexie",
        "shared is a leaf: shared/reaches-out.ts imports ../renderer/platform/clock",
        "shared is a leaf: shared/reaches-out.ts imports dexie",
        "shared knows no clock, no DOM and no Node: shared/reads-the-clock.ts uses Date.now",
        "shared knows no clock, no DOM and no Node: shared/reads-the-clock.ts uses new Date()",
        "shared knows no clock, no DOM and no Node: shared/reads-the-clock.ts uses process",
        "shared knows no clock, no DOM and no Node: shared/reads-the-clock.ts uses window",
        "the clock has one reader on each side: electron/main/knows-the-window.ts uses new Date()",
        "the clock has one reader on each side: renderer/data/knows-the-app.ts uses Date.now",
        "the layers of the window point downwards: renderer/data/knows-the-app.ts imports ../app/frame",
        "the layers of the window point downwards: renderer/ui/knows-the-data.tsx imports ../data/shop-repository",
        "the main process knows nothing of the window: electron/main/knows-the-window.ts imports ../../renderer/state/screen-store",
        "the main process knows nothing of the window: electron/main/knows-the-window.ts imports react",
        "the window knows neither Node nor the main process: renderer/state/knows-node.ts imports ../../electron/ipc/register",
        "the window knows neither Node nor the main process: renderer/state/knows-node.ts imports electron",
        "the window knows neither Node nor the main process: renderer/state/knows-node.ts imports node:fs",
        "window.desktop has one reader: renderer/data/knows-the-app.ts uses .desktop",
        "window.desktop has one reader: renderer/state/takes-the-desktop.ts uses .desktop",
        "window.desktop has one reader: renderer/state/takes-the-desktop.ts uses desktop",
      ]
    `);
  });

  test('no rule goes unbroken', () => {
    const found = findBroken(readCanary());
    const silent = borderRules.filter(({ name }) => !found.some((line) => line.startsWith(`${name}: `)));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('reading a file', () => {
  test.each([
    ["import type { A } from '../a';"],
    ["export { a } from '../a';"],
    ["export * from '../a.ts';"],
    ["const a = await import('../a');"],
    ["type A = import('../a').A;"],
    ["new Worker(new URL('../a.ts', import.meta.url), { type: 'module' });"],
    ["import a from '../a?worker';"],
  ])('%s reaches a', (text) => {
    expect(readSource('renderer/ui/b.ts', text).imports).toMatchObject([{ own: true, target: 'renderer/a' }]);
  });

  test('a comment or a text is no import and no name', () => {
    const file = readSource(
      'shared/b.ts',
      "// import '../a'; Date.now()\nexport const text = \"window import 'x'\";",
    );
    expect(file.imports).toEqual([]);
    expect(file.names.has('window')).toBe(false);
  });

  test('a key or a property is not taken for a global', () => {
    const file = readSource('shared/b.ts', 'export const a = { document: 1 }; export const b = a.document;');
    expect(file.names.has('document')).toBe(false);
  });

  test('a global is seen as a value and as a shorthand key, a name of the own file is not', () => {
    expect(readSource('shared/b.ts', 'export const a = { x: window };').names.has('window')).toBe(true);
    expect(readSource('shared/b.ts', 'export const a = { window };').names.has('window')).toBe(true);
    expect(
      readSource('shared/b.ts', 'const window = 1; export const a = { window };').names.has('window'),
    ).toBe(false);
  });
});
