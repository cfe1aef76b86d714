import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Disk } from '../../../../electron/main/files/disk';
import { backupLabel, prepareBackup, runBackup } from '../../../../electron/main/vault/backup';
import { runDrill } from '../../../../electron/main/vault/drill';
import { listSnapshots, verifySnapshot } from '../../../../electron/main/vault/snapshot-file';
import { takeSnapshot } from '../../../../electron/main/vault/snapshots';
import { troubleOf } from '../../../../electron/main/vault/vault-folder';
import { mountSmallDisk } from '../../../helpers/small-disk';
import { systemError, watchedDisk } from '../faulty-disk';
import { noSeal } from '../../../helpers/no-seal';
import { tempFolder } from '../temp-folder';
import { fillVault, type FilledVault, objectFile, rowsOf, start, storeId } from './filled-vault';

// Dozens of broken-off runs with real fsyncs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const log = () => undefined;
let home: string;
let root: string;
let second: string;
let shop: FilledVault;

const keys = noSeal.objects;

beforeEach(async () => {
  home = tempFolder();
  root = path.join(home, 'Liudi', 'Vault');
  second = path.join(home, 'stick');
  shop = await fillVault(root);
  await shop.put({ a: { n: 1 }, b: { n: 1 } });
  await shop.file('photo one');
  await shop.file('photo two');
  await prepareBackup(second, log);
});
afterEach(() => shop.vault.close());

async function backUp(now = start, disk?: Disk, folder = second) {
  const snapshot = await takeSnapshot({ root, storeId, reason: 'routine', now });
  if (snapshot === null) throw new Error('the vault is not whole');
  return runBackup({
    root,
    folder,
    storeId,
    snapshot,
    now,
    log,
    keys,
    ...(disk === undefined ? {} : { disk }),
  });
}
const failing = (work: Promise<unknown>) => work.then(() => null, troubleOf);
const sound = async (folder = second): Promise<number> => {
  const all = await listSnapshots(path.join(folder, 'snapshots'));
  return (await Promise.all(all.map((one) => verifySnapshot(one)))).filter((one) => one !== null).length;
};

describe('the second vault', () => {
  test('holds everything, takes only what is new the next time, and gives the shop back alone', async () => {
    expect(await backUp()).toMatchObject({ copied: 2, missing: 0, snapshots: 1 });
    await shop.put({ a: { n: 2 }, b: null });
    const sha256 = await shop.file('photo three');
    expect(await backUp(start + 1)).toMatchObject({ copied: 1, snapshots: 2, seq: shop.seq() });
    expect(readFileSync(objectFile(second, sha256), 'utf8')).toBe('photo three');
    const before = await rowsOf(root);
    await shop.vault.close();
    rmSync(root, { recursive: true });
    expect(await rowsOf(root, { moreSnapshots: [path.join(second, 'snapshots')] })).toEqual(before);
  });

  test('killed at any step, the last good snapshot stays good and the next run comes to its end', async () => {
    await backUp();
    let done = false;
    for (let killAt = 1; !done; killAt += 1) {
      await shop.put({ a: { killAt } });
      const sha256 = await shop.file(`photo ${killAt}`);
      let step = 0;
      const dying = watchedDisk(() => {
        step += 1;
        if (step >= killAt) throw new Error('killed');
      });
      done = await backUp(start + killAt, dying).then(
        () => true,
        () => false,
      );
      const all = await listSnapshots(path.join(second, 'snapshots'));
      expect(await sound()).toBe(all.length);
      expect(all.length).toBeGreaterThan(0);
      if (killAt % 4 === 0) {
        await backUp(start + killAt);
        expect(readFileSync(objectFile(second, sha256), 'utf8')).toBe(`photo ${killAt}`);
        expect((await listSnapshots(path.join(second, 'snapshots')))[0]?.seq).toBe(shop.seq());
      }
    }
    expect((await listSnapshots(path.join(second, 'snapshots'))).length).toBeGreaterThan(3);
  });

  test('that is not plugged in is never made anew in an empty place', async () => {
    await backUp();
    renameSync(second, `${second}-away`);
    expect(await failing(backUp(start + 1))).toBe('missing');
    // An empty mount point is no second vault either.
    mkdirSync(second);
    expect(await failing(backUp(start + 2))).toBe('missing');
    expect(readdirSync(second)).toEqual([]);
    rmSync(second, { recursive: true });
    renameSync(`${second}-away`, second);
    await shop.put({ c: { n: 1 } });
    expect(await backUp(start + 3)).toMatchObject({ seq: shop.seq(), snapshots: 2 });
  });

  test("another shop's is refused, also when its label is lost", async () => {
    const other = await fillVault(path.join(home, 'other', 'Vault'), '01KAJ8Z0000000000000000009');
    await other.put({ z: { n: 1 } });
    const theirs = {
      root: other.folder,
      storeId: '01KAJ8Z0000000000000000009',
      reason: 'routine' as const,
      now: start,
    };
    const snapshot = await takeSnapshot(theirs);
    if (snapshot === null) throw new Error('no snapshot');
    await runBackup({ ...theirs, folder: second, snapshot, log, keys });
    const before = readdirSync(path.join(second, 'snapshots'));
    expect(await failing(backUp())).toBe('foreign');
    writeFileSync(path.join(second, backupLabel), '{"format":"liudi-ba');
    expect(await failing(backUp())).toBe('foreign');
    expect(readdirSync(path.join(second, 'snapshots'))).toEqual(before);
    await other.vault.close();
  });

  test('an empty or damaged first vault changes nothing in it', async () => {
    await backUp();
    const before = readdirSync(second, { recursive: true, encoding: 'utf8' }).sort();
    const journal = path.join(root, 'journal', '000000000001.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"n":1', '"n":4'));
    rmSync(path.join(root, 'snapshots'), { recursive: true });
    await expect(backUp(start + 1)).rejects.toThrow('not whole');
    rmSync(root, { recursive: true });
    await expect(backUp(start + 2)).rejects.toThrow('not whole');
    expect(readdirSync(second, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
  });

  test('a file altered in the first vault does not reach it, and is counted', async () => {
    const sha256 = await shop.file('photo three');
    writeFileSync(objectFile(root, sha256), 'phot0 three');
    expect(await backUp()).toMatchObject({ copied: 2, missing: 1 });
    expect(existsSync(objectFile(second, sha256))).toBe(false);
  });

  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'readOnly'],
    ['EBUSY', 'locked'],
    ['EPERM', 'locked'],
    ['ENOENT', 'missing'],
    ['EIO', 'missing'],
  ])('%s while writing is said as %s, and what was there stays', async (code, trouble) => {
    await backUp();
    await shop.file('photo three');
    for (const at of ['open', 'write', 'sync', 'rename']) {
      const failingDisk = watchedDisk((step) => {
        if (step === at) throw systemError(code);
      });
      expect(await failing(backUp(start + 1, { ...failingDisk, wait: () => Promise.resolve() }))).toBe(
        trouble,
      );
      expect(await sound()).toBe(1);
    }
    expect(await backUp(start + 2)).toMatchObject({ copied: 1 });
  });
});

describe('on a real small disk', () => {
  const disk = mountSmallDisk(4);
  test.runIf(disk !== null)('full, freed, write-protected and writable again', async () => {
    if (disk === null) return;
    try {
      const folder = path.join(disk.folder, 'Liudi-Backup');
      await prepareBackup(folder, log);
      // 4 MB leave no reserve at all: it is told before anything is written.
      expect(await failing(backUp(start, undefined, folder))).toBe('full');
      execFileSync('mount', ['-o', 'remount,size=200m', disk.folder]);
      expect(await backUp(start, undefined, folder)).toMatchObject({ copied: 2 });
      await shop.file('photo three');
      disk.fill(1024);
      expect(await failing(backUp(start + 1, undefined, folder))).toBe('full');
      expect(await sound(folder)).toBe(1);
      disk.free();
      execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
      expect(await failing(backUp(start + 2, undefined, folder))).toBe('readOnly');
      execFileSync('mount', ['-o', 'remount,rw', disk.folder]);
      expect(await backUp(start + 3, undefined, folder)).toMatchObject({ copied: 1, seq: shop.seq() });
    } finally {
      disk.remove();
    }
  });
});

describe('the drill', () => {
  const facts = (cases: number) => ({ storeId, schema: 4, headSeq: shop.seq(), counts: { cases, blobs: 2 } });
  const drill = (cases = 2) =>
    runDrill({ root, backup: second, storeId, facts: facts(cases), now: start, upTo: shop.seq(), keys });

  test('passes where everything can be read, and says what it read', async () => {
    await backUp();
    await shop.put({ a: { n: 5 } });
    expect(await drill()).toMatchObject({ problems: [], rows: 5, files: 2, allFiles: 2, withBackup: true });
  });

  test.each<[string, () => void | Promise<void>, string]>([
    ['an altered file', () => writeFileSync(objectFile(root, hashes()[0] ?? ''), 'phot0 one'), 'badFiles'],
    ['a missing file', () => rmSync(objectFile(root, hashes()[1] ?? '')), 'badFiles'],
    [
      'an altered file in the second vault',
      () => writeFileSync(objectFile(second, hashes()[0] ?? ''), 'phot0'),
      'badFiles',
    ],
    [
      'a cut snapshot',
      async () => {
        const file = (await listSnapshots(path.join(root, 'snapshots')))[0]?.file ?? '';
        writeFileSync(file, readFileSync(file).subarray(0, 90));
      },
      'badSnapshots',
    ],
    [
      'a damaged line after the snapshot',
      async () => {
        await shop.put({ a: { n: 'truth' } });
        await shop.put({ b: { n: 2 } });
        const file = path.join(root, 'journal', '000000000001.jsonl');
        writeFileSync(file, readFileSync(file, 'utf8').replace('truth', 'lies!'));
      },
      'notWhole',
    ],
    [
      'nothing at all',
      () => {
        rmSync(root, { recursive: true });
        rmSync(second, { recursive: true });
      },
      'nothing',
    ],
  ])('finds %s', async (_name, damage, kind) => {
    await backUp();
    await damage();
    expect((await drill()).problems.map((one) => one.kind)).toContain(kind);
  });

  test('finds rows that are fewer than the database has', async () => {
    await backUp();
    expect((await drill(3)).problems).toEqual([{ kind: 'countsDiffer', count: 1 }]);
  });

  const hashes = (): readonly string[] =>
    readdirSync(path.join(root, 'objects'), { recursive: true, encoding: 'utf8' })
      .map((name) => path.basename(name))
      .filter((name) => name.length === 64)
      .sort();
});
