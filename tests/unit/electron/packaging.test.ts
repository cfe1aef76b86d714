import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { afterPack, fuses, programOf } from '../../../electron/dev/fuses.mjs';
import { tempFolder } from './temp-folder';

const config = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');

/** Lines of a list or a block of `key: value` under a top-level key, without comments. */
function block(key: string): readonly string[] {
  const lines = config.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return rest
    .slice(0, end === -1 ? undefined : end)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}

describe('the packed app', () => {
  test('has every fuse set on purpose, and refuses to be packed with one it does not name', () => {
    const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    const named = names.map((name) => [name, fuses[FuseV1Options[name as keyof typeof FuseV1Options]]]);
    expect(Object.fromEntries(named)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
    expect(fuses.strictlyRequireAllFuses).toBe(true);
    expect(config).toMatch(/^afterPack: \.\/electron\/dev\/fuses\.mjs$/m);
    expect(config).not.toMatch(/^electronFuses:/m);
  });

  test('the fuses are burnt into a program, and read back as they were named', async () => {
    const folder = tempFolder();
    // A fuse wire as Electron's program carries it: sentinel, version 1, how many, then one sign for each.
    const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
    const unset = '0'.repeat(9);
    const bytes = Buffer.concat([
      Buffer.alloc(64),
      Buffer.from(wire),
      Buffer.from([1, unset.length]),
      Buffer.from(unset),
      Buffer.alloc(64),
    ]);
    writeFileSync(path.join(folder, 'liudi'), bytes);
    const context = {
      appOutDir: folder,
      electronPlatformName: 'linux',
      packager: { appInfo: { productFilename: 'Liudi' }, executableName: 'liudi' },
    };
    await afterPack(context);
    const read = await getCurrentFuseWire(programOf(context));
    for (const index of Object.values(FuseV1Options)) {
      if (typeof index !== 'number') continue;
      expect(read[index], FuseV1Options[index]).toBe(fuses[index] ? 0x31 : 0x30);
    }
  });

  test('one fuse more than named makes packing fail', async () => {
    const folder = tempFolder();
    const bytes = Buffer.concat([
      Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, 10]),
      Buffer.from('0'.repeat(10)),
    ]);
    writeFileSync(path.join(folder, 'Liudi.exe'), bytes);
    const packager = { appInfo: { productFilename: 'Liudi' } };
    await expect(afterPack({ appOutDir: folder, electronPlatformName: 'win32', packager })).rejects.toThrow(
      /strictlyRequireAllFuses/,
    );
  });

  test('holds the build and nothing else, in one archive', () => {
    expect(block('files')).toEqual([
      '- package.json',
      '- out/main/**',
      '- out/preload/**',
      '- out/renderer/**',
      "- '!node_modules/**/*'",
    ]);
    expect(config).toMatch(/^asar: true$/m);
  });

  test('keeps data when it is removed, and shows notifications on Windows', () => {
    expect(block('nsis')).toContain('deleteAppDataOnUninstall: false');
    expect(block('nsis')).toContain('createStartMenuShortcut: true');
  });

  test('is made for Windows, macOS and Linux', () => {
    expect(block('win')).toContain('target: nsis');
    expect(block('mac')).toContain('target: dmg');
    expect(block('linux')).toContain('target: [AppImage, deb]');
  });
});
