import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

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
  test('has every fuse set on purpose', () => {
    expect(block('electronFuses').toSorted()).toEqual([
      'enableCookieEncryption: true',
      'enableEmbeddedAsarIntegrityValidation: true',
      'enableNodeCliInspectArguments: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'grantFileProtocolExtraPrivileges: false',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'onlyLoadAppFromAsar: true',
      'runAsNode: false',
    ]);
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
