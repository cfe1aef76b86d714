import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalSeal } from '../../../../electron/main/lock/journal-seal';
import type { NamedKey } from '../../../../electron/main/lock/lock-file';
import { prepareBackup } from '../../../../electron/main/vault/backup';
import { createUpkeep, type Upkeep } from '../../../../electron/main/vault/upkeep';
import { describeBackup } from '../../../../electron/main/vault/upkeep-state';
import { listSnapshots } from '../../../../electron/main/vault/snapshot-file';
import { tempFolder } from '../temp-folder';
import { fillVault, type FilledVault, objectFile, start, storeId } from './filled-vault';
import { noSeal } from '../../../helpers/no-seal';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

vi.setConfig({ testTimeout: 60_000 });

const lock: { own: NamedKey | null; shut: boolean; forgotten: boolean } = {
  own: null,
  shut: false,
  forgotten: false,
};
const seal: JournalSeal = {
  ...noSeal,
  isShut: () => lock.shut,
  objects: { current: () => lock.own, all: () => (lock.own === null ? [] : [lock.own]) },
  forgetOlder: async () => {
    lock.forgotten = true;
  },
};
let home: string;
let shop: FilledVault;
let upkeep: Upkeep;
let second: string | null;
let now: number;
let elapsed: number;
let sound: boolean;
let verifiedAt: number | null;
/** Called where a job gives way to others. */
let onWait: () => Promise<void>;

beforeEach(async () => {
  home = tempFolder();
  Object.assign(lock, { own: null, shut: false, forgotten: false });
  [now, elapsed, second, sound, verifiedAt] = [start, 0, null, true, start];
  onWait = () => Promise.resolve();
  shop = await fillVault(path.join(home, 'Liudi', 'Vault'), storeId, seal);
  await shop.put({ a: { n: 1 } });
  upkeep = begin();
  await upkeep.load();
});
afterEach(async () => {
  await upkeep.stop();
  await shop.vault.close();
});

function begin(): Upkeep {
  return createUpkeep({
    seal,
    dataFolder: home,
    vault: () => shop.vault,
    backupFolder: () => second,
    rememberBackup: (folder) => {
      second = folder;
    },
    facts: () => null,
    isSound: () => sound,
    lastVerified: () => Promise.resolve(verifiedAt),
    // Every look at the stop watch is a slice of work later.
    clock: { now: () => now, elapsed: () => (elapsed += 50) },
    log: () => undefined,
    wait: () => onWait(),
  });
}
async function plugIn(): Promise<string> {
  const folder = path.join(home, 'stick');
  await prepareBackup(folder, () => undefined);
  second = folder;
  await upkeep.backupChosen();
  return folder;
}
const shown = () => describeBackup(upkeep.state(), { folder: second, sameDisk: false, freeBytes: null }, now);
const snapshots = async (root = shop.folder): Promise<readonly string[]> =>
  (await listSnapshots(path.join(root, 'snapshots'))).map(({ name }) => name);

describe('rounds', () => {
  test('one thing a minute, each when it is due: backup, snapshot, check, drill', async () => {
    await plugIn();
    verifiedAt = null;
    await upkeep.tick();
    expect(shown()).toMatchObject({ at: now, seq: shop.seq(), trouble: null, stale: false });
    await upkeep.tick();
    // The check wrote no report here, so it would come again: it counts as done.
    verifiedAt = now;
    expect(upkeep.state().drill).toBeNull();
    await upkeep.tick();
    expect(upkeep.state().drill).toMatchObject({ problems: [], at: now });
    const before = await snapshots(second ?? '');
    await upkeep.tick();
    expect(await snapshots(second ?? '')).toEqual(before);
    await shop.put({ b: { n: 1 } });
    await upkeep.tick();
    expect(await snapshots(second ?? '')).toEqual(before);
    now += hour;
    await upkeep.tick();
    expect(await snapshots(second ?? '')).toHaveLength(2);
    expect(upkeep.state()).toEqual({ ...(await remembered()) });
  });

  test('nothing happens before the database was found sound, while paused, or without a vault', async () => {
    await plugIn();
    sound = false;
    await upkeep.tick();
    sound = true;
    upkeep.pause(true);
    await upkeep.tick();
    upkeep.pause(false);
    expect(await snapshots()).toEqual([]);
    await shop.vault.close();
    rmSync(shop.folder, { recursive: true });
    await upkeep.tick();
    expect(readdirSync(second ?? '')).toEqual(['backup.json']);
  });

  test('a clock that was set back years makes things due instead of putting them off', async () => {
    await plugIn();
    await upkeep.tick();
    now -= 3000 * day;
    expect(shown().stale).toBe(true);
    await upkeep.tick();
    expect(shown()).toMatchObject({ at: now, stale: false });
    // The check was done in what is now the future: it is due too, and then the drill.
    await upkeep.tick();
    expect(upkeep.state().drill).toBeNull();
    verifiedAt = now;
    await upkeep.tick();
    expect(upkeep.state().drill).toMatchObject({ at: now });
  });

  async function remembered() {
    const again = begin();
    await again.load();
    return again.state();
  }
});

describe('the second vault', () => {
  test('turns red after a day, says what is wrong, and catches up by itself when it is back', async () => {
    const folder = await plugIn();
    await upkeep.tick();
    renameSync(folder, `${folder}-away`);
    await shop.put({ b: { n: 1 } });
    now += hour;
    await upkeep.tick();
    expect(shown()).toMatchObject({ trouble: 'missing', stale: false });
    expect(readdirSync(home)).not.toContain('stick');
    now += day;
    expect(shown().stale).toBe(true);
    renameSync(`${folder}-away`, folder);
    await upkeep.tick();
    expect(shown()).toMatchObject({ trouble: null, stale: false, seq: shop.seq() });
  });

  test("another shop's folder is left as it is: ours goes beside it", async () => {
    const folder = await plugIn();
    const label = { format: 'liudi-backup', version: 1, storeId: '01KAJ8Z0000000000000000009' };
    writeFileSync(path.join(folder, 'backup.json'), JSON.stringify(label));
    await upkeep.backUp();
    expect(second).toBe(`${folder}-${storeId.slice(-6)}`);
    expect(readdirSync(folder)).toEqual(['backup.json']);
    expect(await snapshots(second ?? '')).toHaveLength(1);
  });

  test('a first vault that is not whole gives it nothing, and the seller is told', async () => {
    const folder = await plugIn();
    await upkeep.tick();
    const before = await snapshots(folder);
    rmSync(path.join(shop.folder, 'snapshots'), { recursive: true });
    for (const name of readdirSync(path.join(shop.folder, 'journal'))) {
      writeFileSync(path.join(shop.folder, 'journal', name), '');
    }
    now += 25 * hour;
    await expect(upkeep.backUp()).rejects.toMatchObject({ code: 'writeFailed' });
    expect(shown()).toMatchObject({ stale: true, trouble: 'failed' });
    // And the window is asked for a full copy, so that the next one succeeds.
    expect(await shop.vault.offer({ storeId, acked: shop.seq(), objects: [] })).toMatchObject({
      needsBaseline: true,
    });
    expect(await snapshots(folder)).toEqual(before);
  });
});

describe('in the background', () => {
  test('a job waits while paused, and goes on', async () => {
    await shop.file('photo');
    let waits = 0;
    onWait = () => {
      waits += 1;
      if (waits === 1) upkeep.pause(true);
      return Promise.resolve();
    };
    const done = upkeep.verify();
    await expect.poll(() => upkeep.status()).toMatchObject({ job: 'verify', paused: true });
    upkeep.pause(false);
    expect(await done).toMatchObject({ objects: 1, badLines: [] });
    expect(upkeep.status()).toMatchObject({ job: null, paused: false });
  });

  test('the vault takes changes while it is being read, and they are not called damaged', async () => {
    await shop.file('photo');
    let written = 0;
    onWait = async () => {
      if (written < 5) await shop.put({ [`w${(written += 1)}`]: { n: 1 } });
    };
    expect(await upkeep.verify()).toMatchObject({ badLines: [], missingObjects: [] });
    expect(written).toBeGreaterThan(0);
    expect(await upkeep.drill()).toMatchObject({ problems: [] });
  });

  test('quitting breaks off what runs and leaves nothing half-done', async () => {
    const folder = await plugIn();
    await shop.file('photo');
    onWait = () => {
      void upkeep.stop();
      return Promise.resolve();
    };
    await expect(upkeep.backUp()).rejects.toMatchObject({ code: 'cancelled' });
    await upkeep.stop();
    const left = [shop.folder, folder].flatMap((one) =>
      readdirSync(one, { recursive: true, encoding: 'utf8' }),
    );
    expect(left.filter((name) => name.endsWith('.liudi-part'))).toEqual([]);
    expect(shown().trouble).toBeNull();
  });
});

test('before newer code changes older data a snapshot is taken, without a window, and only of a whole vault', async () => {
  sound = false;
  expect(await upkeep.beforeMigration()).toBe(true);
  expect((await snapshots()).filter((name) => name.includes('-migration-'))).toHaveLength(1);
  // Started again with the same data, it is not taken twice.
  await upkeep.beforeMigration();
  expect(await snapshots()).toHaveLength(1);
  await shop.vault.close();
  rmSync(shop.folder, { recursive: true });
  expect(await upkeep.beforeMigration()).toBe(false);
  mkdirSync(shop.folder);
  expect(await upkeep.beforeMigration()).toBe(false);
  expect(readdirSync(shop.folder)).toEqual([]);
});

describe('the app lock', () => {
  test('while it is shut nothing that is due begins, and nothing is noted as failed', async () => {
    await plugIn();
    lock.shut = true;
    await upkeep.tick();
    expect(upkeep.state()).toMatchObject({ snapshot: null, backup: null, failed: null });
    lock.shut = false;
    await upkeep.tick();
    expect(shown()).toMatchObject({ at: now, trouble: null });
  });

  test('originals follow it in the background, the second vault with its next backup; then the old key goes', async () => {
    const sha256 = await shop.file('photo');
    const folder = await plugIn();
    await upkeep.tick();
    lock.forgotten = false;
    lock.own = { name: 'a'.repeat(16), key: randomBytes(32) };
    await upkeep.settle();
    expect(existsSync(objectFile(shop.folder, sha256))).toBe(false);
    expect(existsSync(`${objectFile(shop.folder, sha256)}.sealed-${'a'.repeat(16)}`)).toBe(true);
    expect(existsSync(objectFile(folder, sha256))).toBe(true);
    expect(lock.forgotten).toBe(false);
    now += 21 * hour;
    await upkeep.tick();
    expect(existsSync(`${objectFile(folder, sha256)}.sealed-${'a'.repeat(16)}`)).toBe(true);
    expect(existsSync(objectFile(folder, sha256))).toBe(false);
    expect(lock.forgotten).toBe(true);
  });
});

test('a file altered in the vault is found by the check and by the drill', async () => {
  const sha256 = await shop.file('photo');
  writeFileSync(objectFile(shop.folder, sha256), 'phot0');
  expect(await upkeep.drill()).toMatchObject({ problems: [{ kind: 'badFiles', count: 1 }] });
  expect(await upkeep.verify()).toMatchObject({ badObjects: [sha256] });
  expect(await shop.vault.offer({ storeId, acked: 0, objects: [{ sha256, size: 5 }] })).toMatchObject({
    needsBaseline: true,
    uploads: [{ sha256 }],
  });
});
