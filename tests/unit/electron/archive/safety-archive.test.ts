import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppLock } from '../../../../electron/main/lock/app-lock';
import { openLockFile } from '../../../../electron/main/lock/lock-file';
import { realArchives, type RealArchives } from '../../../helpers/real-archives';
import { tempFolder } from '../temp-folder';
import { makeArchive } from './make-archive';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let real: RealArchives;
let file: string;

beforeEach(() => {
  root = tempFolder();
  real = realArchives(root);
  file = path.join(root, 'shop.liudi');
});

const opened: string[] = [];
afterEach(async () => {
  for (const id of opened.splice(0)) await real.service.end(id);
});

describe('the copy before a restore, with the app lock on', () => {
  const folder = (): string => path.join(root, 'lock');
  const lockOf = async () => {
    await mkdir(folder(), { recursive: true });
    const clock = { now: () => 0, elapsed: () => 0 };
    const lock = await openAppLock({
      file: openLockFile(folder()),
      clock,
      cost: 16,
      changed: () => undefined,
    });
    const code = await lock.setUp('correct horse', 0);
    const [key, data] = [lock.keyFor('safety'), lock.data()];
    if (key === null || data === null) throw new Error('no lock');
    real.lock = { key, data };
    return code;
  };
  const check = async () => {
    const pick = await real.service.choose('pick');
    if (pick === null) throw new Error('closed');
    opened.push(pick.jobId);
    return real.service.check(pick.jobId, null);
  };
  const pickSafety = async () => {
    const pick = await real.service.choose('safety');
    if (pick === null) throw new Error('closed');
    opened.push(pick.jobId);
    return pick;
  };

  it('lies sealed, and opens by itself while the same lock is open', async () => {
    await lockOf();
    await makeArchive(real, null, 'safety');
    const name = readdirSync(real.safetyFolder)[0] ?? '';
    const bytes = await readFile(path.join(real.safetyFolder, name));
    expect(bytes.includes('first photo')).toBe(false);
    expect(bytes.includes('小鱼爱吃猫')).toBe(false);
    const pick = await pickSafety();
    expect(pick).toMatchObject({ encrypted: false, byLock: false });
    expect(await real.service.check(pick.jobId, null)).toMatchObject({ files: 2, missing: [] });
  });

  it('without that lock opens with its passphrase or its code, and with nothing else', async () => {
    const code = await lockOf();
    await makeArchive(real, null, 'safety');
    real.lock = null;
    const pick = await pickSafety();
    expect(pick).toMatchObject({ encrypted: true, byLock: true });
    for (const secret of [null, 'wrong horse']) {
      await expect(real.service.check(pick.jobId, secret)).rejects.toMatchObject({
        code: 'archivePassphrase',
      });
    }
    for (const secret of ['correct horse', code.toLowerCase()]) {
      expect(await real.service.check(pick.jobId, secret)).toMatchObject({ files: 2 });
    }
  });

  it('cut, altered, or with a forged head it is refused', async () => {
    await lockOf();
    await makeArchive(real, null, 'safety');
    const name = readdirSync(real.safetyFolder)[0] ?? '';
    const whole = await readFile(path.join(real.safetyFolder, name));
    real.answers.open = file;
    for (const forged of [
      whole.subarray(0, whole.length - 1),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.concat([whole.subarray(0, whole.length - 40), Buffer.alloc(40)]),
    ]) {
      await writeFile(file, forged);
      await expect(check()).rejects.toMatchObject({ code: 'archiveDamaged' });
    }
    await writeFile(file, 'liudi-sealed-archive 1\n{"cost":1e99}\nrest');
    await expect(check()).rejects.toMatchObject({ code: 'archiveDamaged' });
    await writeFile(file, 'liudi-sealed-archive 1\n');
    await expect(check()).rejects.toMatchObject({ code: 'archiveForeign' });
  });
});
