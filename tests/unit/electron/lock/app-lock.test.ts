import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAppLock } from '../../../../electron/main/lock/app-lock';
import { waitAfter } from '../../../../electron/main/lock/back-off';
import { openLockFile } from '../../../../electron/main/lock/lock-file';
import { cleanRecoveryCode, makeRecoveryCode } from '../../../../electron/main/lock/recovery-code';
import type { LockStatus } from '../../../../shared/ipc/contract';
import { tempFolder } from '../temp-folder';

let folder: string;
let elapsed: number;
let seen: LockStatus[];

beforeEach(() => {
  folder = tempFolder();
  elapsed = 0;
  seen = [];
});

const open = () =>
  openAppLock({
    file: openLockFile(folder),
    clock: { now: () => 0, elapsed: () => elapsed },
    cost: 16,
    changed: (status) => seen.push(status),
  });
const by = (text: string) => ({ kind: 'passphrase' as const, text });
const code = (text: string) => ({ kind: 'recovery' as const, text });

describe('the app lock', () => {
  test('is off until a passphrase is set, and nothing can shut it', async () => {
    const lock = await open();
    lock.lock();
    expect(lock.status()).toMatchObject({ on: false, locked: false, rows: 'plain' });
    expect(lock.rowKeys()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('shuts on command and at every start, and opens with the passphrase', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 5);
    expect(lock.status()).toMatchObject({ on: true, locked: false, idleMinutes: 5, rows: 'sealing' });
    lock.lock();
    expect(lock.isLocked()).toBe(true);
    expect(seen.at(-1)?.locked).toBe(true);
    const again = await open();
    expect(again.isLocked()).toBe(true);
    await again.unlock(by('correct horse'));
    expect(again.isLocked()).toBe(false);
  });

  test('gives keys only while it is open, the same after every start, and another for each use', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 5);
    const keys = lock.rowKeys();
    expect(keys?.rows).not.toBe(keys?.index);
    lock.lock();
    expect(() => lock.rowKeys()).toThrow(expect.objectContaining({ code: 'locked' }));
    expect(lock.keyFor('journal')).toBeNull();
    const again = await open();
    expect(() => again.rowKeys()).toThrow(expect.objectContaining({ code: 'locked' }));
    await again.unlock(by('correct horse'));
    expect(again.rowKeys()).toEqual(keys);
  });

  test('the same characters in another form open it too', async () => {
    const lock = await open();
    await lock.setUp('ｐａｓｓ１２３４', 0);
    lock.lock();
    await lock.unlock(by('pass1234'));
    expect(lock.isLocked()).toBe(false);
  });

  test('the printed code opens it as well, however it is typed', async () => {
    const lock = await open();
    const printed = await lock.setUp('correct horse', 0);
    expect(printed).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    lock.lock();
    await lock.unlock(code(` ${printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `));
    expect(lock.isLocked()).toBe(false);
    lock.lock();
    await expect(lock.unlock(by(printed))).rejects.toMatchObject({ code: 'wrongPassphrase' });
  });

  test('a new passphrase makes the old one and the old code worthless, and keeps the key', async () => {
    const lock = await open();
    const printed = await lock.setUp('correct horse', 3);
    const keys = lock.rowKeys();
    await lock.change(code(printed), 'battery staple');
    expect(lock.rowKeys()).toEqual(keys);
    expect(lock.status().idleMinutes).toBe(3);
    lock.lock();
    await expect(lock.unlock(by('correct horse'))).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await expect(lock.unlock(code(printed))).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await lock.unlock(by('battery staple'));
  });

  test('is turned off only with the passphrase, and only when every row is open again', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 3);
    await lock.rowsSettled();
    expect(lock.status().rows).toBe('sealed');
    await expect(lock.turnOff(by('wrong one'))).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await lock.turnOff(by('correct horse'));
    expect((await open()).status()).toMatchObject({ on: true, locked: true, rows: 'opening' });
    await lock.rowsSettled();
    expect(lock.status()).toMatchObject({ on: false, rows: 'plain' });
    expect((await open()).status().on).toBe(false);
  });

  test('nothing on the disk holds passphrase, code or key', async () => {
    const lock = await open();
    const printed = await lock.setUp('correct horse', 3);
    const text = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    for (const secret of ['correct horse', printed, lock.rowKeys()?.rows ?? '?']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('wrong tries', () => {
  test('cost nothing three times, then 5 s and ever more, at most a quarter of an hour', () => {
    expect([0, 2, 3, 4, 5, 30].map(waitAfter)).toEqual([0, 0, 5_000, 10_000, 20_000, 900_000]);
  });

  test('are counted across restarts, which begin the wait anew; the right one is not even looked at', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    lock.lock();
    for (let round = 0; round < 3; round += 1) {
      await expect(lock.unlock(by('wrong one'))).rejects.toMatchObject({ code: 'wrongPassphrase' });
    }
    await expect(lock.unlock(by('correct horse'))).rejects.toMatchObject({
      code: 'lockWait',
      detail: { seconds: 5 },
    });
    elapsed += 4_000;
    const again = await open();
    expect(again.status().waitSeconds).toBe(5);
    elapsed += 5_000;
    await again.unlock(by('correct horse'));
    again.lock();
    expect(again.status().waitSeconds).toBe(0);
  });

  test('made all at once wait for each other', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    lock.lock();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lock.unlock(by('wrong one'))));
    const codes = tries.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : '',
    );
    expect(codes.filter((one) => one === 'wrongPassphrase')).toHaveLength(3);
    expect(codes.filter((one) => one === 'lockWait')).toHaveLength(17);
  });
});

describe('the lock on the disk', () => {
  test('survives the loss or damage of either copy, and a copy put back gives no tries back', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    const before = readFileSync(path.join(folder, 'lock.json'), 'utf8');
    lock.lock();
    for (let round = 0; round < 3; round += 1) await lock.unlock(by('wrong one')).catch(() => undefined);
    writeFileSync(path.join(folder, 'lock.json'), before);
    expect((await open()).status().waitSeconds).toBe(5);
    writeFileSync(path.join(folder, 'lock.json'), 'x');
    expect((await open()).status()).toMatchObject({ on: true, locked: true, damaged: false });
    rmSync(path.join(folder, 'lock.json'));
    expect((await open()).status()).toMatchObject({ on: true, locked: true, damaged: false });
  });

  test('keeps the app shut when no copy can be read', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '{"version":1}');
    const again = await open();
    expect(again.status()).toMatchObject({ on: true, locked: true, damaged: true });
    await expect(again.unlock(by('correct horse'))).rejects.toMatchObject({ code: 'notFound' });
    expect(again.isLocked()).toBe(true);
  });
});

test('recovery codes differ, and what is read wrong off the paper is put right', () => {
  const codes = new Set(Array.from({ length: 100 }, makeRecoveryCode));
  expect(codes.size).toBe(100);
  expect(cleanRecoveryCode('o0il-u')).toBe('0011-V');
});

describe('what originals are sealed with after the lock went', () => {
  const off = async (lock: Awaited<ReturnType<typeof open>>, passphrase: string): Promise<void> => {
    await lock.turnOff(by(passphrase));
    await lock.rowsSettled();
  };

  test('stays at hand, also after a crash, until nothing is sealed with it any more', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    const own = lock.keyFor('objects');
    await off(lock, 'correct horse');
    expect(lock.keyFor('objects')).toBeNull();
    expect(lock.olderKeys()).toEqual([own]);
    const again = await open();
    expect(again.isOn()).toBe(false);
    expect(again.olderKeys()).toEqual([own]);
    await again.forgetOlder();
    expect(again.olderKeys()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is sealed itself as soon as there is a lock again, and gone while that is shut', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    const own = lock.keyFor('objects');
    await off(lock, 'correct horse');
    await lock.setUp('battery staple', 0);
    expect(lock.keyFor('objects')).not.toEqual(own);
    expect(readdirSync(folder).sort()).toEqual(['lock-copy.json', 'lock.json']);
    await lock.change(by('battery staple'), 'staple battery');
    lock.lock();
    expect(lock.olderKeys()).toEqual([]);
    const again = await open();
    expect(again.olderKeys()).toEqual([]);
    await again.unlock(by('staple battery'));
    expect(again.olderKeys()).toEqual([own]);
    await again.forgetOlder();
    expect(again.olderKeys()).toEqual([]);
    again.lock();
    await again.unlock(by('staple battery'));
    expect(again.olderKeys()).toEqual([]);
  });

  test('turned on and off again and again it still opens: only the newest keys are kept', async () => {
    const lock = await open();
    for (let round = 0; round < 23; round += 1) {
      await lock.setUp('correct horse', 0);
      await off(lock, 'correct horse');
    }
    await lock.setUp('battery staple', 0);
    const again = await open();
    expect(again.status()).toMatchObject({ locked: true, damaged: false });
    await again.unlock(by('battery staple'));
    expect(again.olderKeys()).toHaveLength(20);
  });

  test('left in the clear by a crash while a lock was set goes at the next start', async () => {
    const lock = await open();
    await lock.setUp('correct horse', 0);
    await off(lock, 'correct horse');
    const left = readFileSync(path.join(folder, 'lock-left.json'));
    await lock.setUp('battery staple', 0);
    writeFileSync(path.join(folder, 'lock-left.json'), left);
    const again = await open();
    expect(readdirSync(folder).sort()).toEqual(['lock-copy.json', 'lock.json']);
    await again.unlock(by('battery staple'));
    expect(again.olderKeys()).toHaveLength(1);
  });
});
