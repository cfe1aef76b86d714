import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as standIn from './electron';

/** Names that Electron's types say the main process can import. */
function namesInTypes(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const text = readFileSync(join(folder, 'electron.d.ts'), 'utf8');
  const start = (name: string): string => text.slice(text.indexOf(`  namespace ${name} {`));
  const block = (name: string): string => start(name).slice(0, start(name).indexOf('\n  }\n'));
  return ['Main', 'Common'].flatMap((name) =>
    [...block(name).matchAll(/^ {4}(?:const|class) (\w+)/gm)].map((match) => match[1] ?? ''),
  );
}

describe('what the stand-in lacks', () => {
  test('every name of the installed Electron can be imported, and nothing else', () => {
    const names = namesInTypes();
    expect(names.length).toBeGreaterThan(40);
    expect(Object.keys(standIn).toSorted()).toEqual([...new Set(names)].toSorted());
  });

  test.each([
    ['net', standIn.net],
    ['netLog', standIn.netLog],
    ['systemPreferences', standIn.systemPreferences],
  ])('using %s throws by name', (name, api) => {
    expect(() => (api as { fetch: () => void }).fetch()).toThrow(
      `stand-in: electron.${name}.fetch is not implemented`,
    );
  });

  test('a missing class or function throws by name when it is made or called', () => {
    const { BrowserView, utilityProcess } = standIn as unknown as {
      BrowserView: new () => object;
      utilityProcess: () => void;
    };
    expect(() => new BrowserView()).toThrow('stand-in: electron.BrowserView is not implemented');
    expect(() => utilityProcess()).toThrow('stand-in: electron.utilityProcess is not implemented');
  });

  test('an unknown member of an implemented API throws by name, read or written', () => {
    const app = standIn.app as unknown as Record<string, unknown>;
    expect(() => app['dock']).toThrow('stand-in: electron.app.dock is not implemented');
    expect(() => {
      app['applicationMenu'] = null;
    }).toThrow('stand-in: electron.app.applicationMenu is not implemented');
    const window = standIn.BrowserWindow as unknown as Record<string, unknown>;
    expect(() => window['addDevToolsExtension']).toThrow('electron.BrowserWindow.addDevToolsExtension');
    const clipboard = standIn.clipboard as unknown as Record<string, unknown>;
    expect(() => clipboard['writeImage']).toThrow('electron.clipboard.writeImage');
    const shortcut = standIn.globalShortcut as unknown as Record<string, unknown>;
    expect(() => shortcut['registerAll']).toThrow('electron.globalShortcut.registerAll');
    const ses = standIn.session.defaultSession as unknown as Record<string, unknown>;
    expect(() => ses['cookies']).toThrow('electron.session.defaultSession.cookies');
  });

  test('what must wait for ready refuses before', () => {
    expect(() => new standIn.BrowserWindow()).toThrow('ready');
    expect(() => standIn.protocol.handle('app', () => new Response())).toThrow('ready');
    expect(() => standIn.globalShortcut.register('Ctrl+F1', () => {})).toThrow('ready');
    expect(() => standIn.screen.getAllDisplays()).toThrow('ready');
  });

  test('schemes are registered once', () => {
    standIn.protocol.registerSchemesAsPrivileged([]);
    expect(() => standIn.protocol.registerSchemesAsPrivileged([])).toThrow('only once');
  });

  test('an awaited API is not taken for a promise', async () => {
    await expect(Promise.resolve(standIn.app)).resolves.toBe(standIn.app);
  });
});
