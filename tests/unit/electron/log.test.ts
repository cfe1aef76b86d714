import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crashText } from '../../../electron/main/crash-text';
import { errorKind, setupLog } from '../../../electron/main/log';
import { tempFolder } from './temp-folder';

const at = Date.UTC(2026, 10, 21);
const clock = { now: () => at, elapsed: () => 0 };

describe('the log', () => {
  test('writes one line per entry, whatever the text holds', () => {
    const folder = tempFolder();
    const log = setupLog(folder, clock, false);
    log('info', 'started');
    log('error', 'two\nlines\u202e\u0000');
    expect(readFileSync(path.join(folder, 'logs', 'main.log'), 'utf8')).toBe(
      '2026-11-21T00:00:00.000Z info started\n2026-11-21T00:00:00.000Z error two lines \n',
    );
  });

  test('never takes more than about 2 MB', () => {
    const folder = tempFolder();
    const log = setupLog(folder, clock, false);
    for (let line = 0; line < 2000; line += 1) log('info', 'x'.repeat(1900));
    const size = (name: string) => statSync(path.join(folder, 'logs', name)).size;
    expect(size('main.log')).toBeLessThan(1_100_000);
    expect(size('main.old.log')).toBeLessThan(1_100_000);
    expect(size('main.old.log')).toBeGreaterThan(1_000_000);
  });

  test('goes on where the last run ended', () => {
    const folder = tempFolder();
    setupLog(folder, clock, false)('info', 'first');
    setupLog(folder, clock, false)('info', 'second');
    expect(readFileSync(path.join(folder, 'logs', 'main.log'), 'utf8').split('\n')).toHaveLength(3);
  });

  test('that cannot be written fails nothing', () => {
    const folder = tempFolder();
    const log = setupLog(folder, clock, false);
    rmSync(path.join(folder, 'logs'), { recursive: true });
    writeFileSync(path.join(folder, 'logs'), 'in the way');
    chmodSync(path.join(folder, 'logs'), 0o400);
    expect(() => log('info', 'x')).not.toThrow();
  });

  test('names an error by kind and code, never by message', () => {
    const error = Object.assign(new Error('open /home/王小明/x'), { code: 'EACCES' });
    expect(errorKind(error)).toBe('Error EACCES');
    expect(errorKind(new RangeError('张三'))).toBe('RangeError');
    expect(errorKind('张三')).toBe('string');
  });
});

describe('a crash report', () => {
  test('says what happened and where in the code', () => {
    const error = new TypeError('broken');
    error.stack = [
      'TypeError: broken',
      '    at openCase (file:///C:/Users/王小明/AppData/Liudi/resources/app.asar/out/main/index.js:10:5)',
      '    at async /home/wang/liudi/out/main/index.js:20:7',
    ].join('\n');
    const text = crashText({ kind: 'uncaughtException', at, version: '0.1.0', platform: 'win32', error });
    expect(text).toBe(
      [
        'kind: uncaughtException',
        'at: 2026-11-21T00:00:00.000Z',
        'version: 0.1.0',
        'platform: win32',
        'error: TypeError',
        '  at openCase index.js:10:5',
        '  at index.js:20:7',
        '',
      ].join('\n'),
    );
  });

  test('holds no message, no folder and nothing a message smuggles into the stack', () => {
    const error = Object.assign(
      new Error('买家 张三 13800000000\n    at 张三 (13800000000)\n    at 张三 (x.js:1:1)\n电话 1'),
      {
        code: 'ENOENT',
      },
    );
    const text = crashText({ kind: 'unhandledRejection', at, version: '0', platform: 'linux', error });
    expect(text).not.toMatch(/张三|13800000000|电话|[\\/]/);
    expect(text).toContain('error: Error ENOENT');
  });

  test('of a lost page names the reason', () => {
    expect(crashText({ kind: 'rendererGone', at, version: '0', platform: 'linux', reason: 'oom' })).toContain(
      'reason: oom',
    );
  });
});
