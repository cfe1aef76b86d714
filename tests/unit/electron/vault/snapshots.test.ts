import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { listSnapshots, verifySnapshot } from '../../../../electron/main/vault/snapshot-file';
import { compactJournal, rotateSnapshots, takeSnapshot } from '../../../../electron/main/vault/snapshots';
import { vaultRules } from '#shared/vault/retention';
import { tombstoneMs } from '#shared/vault/snapshot';
import { watchedDisk } from '../faulty-disk';
import { tempFolder } from '../temp-folder';
import { fillVault, type FilledVault, rowsOf, start, storeId } from './filled-vault';

vi.setConfig({ testTimeout: 60_000 });

let shop: FilledVault;
let root: string;

beforeEach(async () => {
  root = path.join(tempFolder(), 'Liudi', 'Vault');
  shop = await fillVault(root);
  await shop.put({ a: { n: 1 }, b: { n: 1 }, c: { n: 1 } });
});
afterEach(() => shop.vault.close());

const snapshots = (): string => path.join(root, 'snapshots');
const journals = (): readonly string[] =>
  readdirSync(path.join(root, 'journal')).filter((name) => name.endsWith('.jsonl'));
const take = (now = start, disk = watchedDisk(() => undefined)) =>
  takeSnapshot({ root, storeId, reason: 'routine', now, disk });
/** What a round does: snapshot, new journal file, old ones away. */
async function round(now = start, disk = watchedDisk(() => undefined)): Promise<void> {
  await take(now, disk);
  await shop.vault.roll();
  await rotateSnapshots(snapshots(), vaultRules, { storeId, now, disk });
  await compactJournal(root, { storeId, disk });
}

describe('a snapshot', () => {
  test('with the journal after it gives the same rows as the whole journal, deleted ones stay deleted', async () => {
    await shop.put({ a: { n: 2 }, b: null });
    const before = await rowsOf(root);
    await round();
    expect(await rowsOf(root)).toEqual(before);
    await shop.put({ c: null, d: { n: 1 } });
    const scan = await scanVault(root);
    expect(scan).toMatchObject({
      complete: true,
      healed: true,
      lastSeq: shop.seq(),
      schema: 3,
      counts: { cases: 2 },
    });
    expect(scan.base?.seq).toBe(8);
    expect(await rowsOf(root)).toEqual({
      'settings/schemaNumber': { key: 'schemaNumber', value: 3 },
      'cases/a': { n: 2 },
      'cases/d': { n: 1 },
    });
    const deleted: unknown[] = [];
    for await (const { key, row } of scan.rows()) if (row === null) deleted.push(key);
    expect(deleted.map(String).sort()).toEqual(['b', 'c']);
  });

  test('takes journal files away only when an older sound one covers them too', async () => {
    await round();
    await shop.put({ a: { n: 2 } });
    expect(journals()).toHaveLength(2);
    await round(start + 1);
    await shop.put({ a: { n: 3 } });
    expect(journals()).toEqual(['000000000007.jsonl', '000000000008.jsonl']);
    const before = await rowsOf(root);
    expect(before['cases/a']).toEqual({ n: 3 });
    // The newest is lost: the one before it and the journal lead to the same rows.
    rmSync((await listSnapshots(snapshots()))[0]?.file ?? '');
    expect(await rowsOf(root)).toEqual(before);
    expect((await scanVault(root)).complete).toBe(true);
    // After a restart numbers and chain go on as if nothing had been removed.
    await shop.vault.close();
    await shop.put({ e: { n: 1 } });
    expect(await scanVault(root, { wholeJournal: true })).toMatchObject({
      badLines: [],
      lastSeq: shop.seq(),
    });
  });

  test('cut or altered anywhere it does not count, and the one before stands in', async () => {
    await round();
    await shop.put({ a: { n: 2 }, f: { text: '退款'.repeat(50) } });
    await round(start + 1);
    await shop.put({ b: { n: 9 } });
    const before = await rowsOf(root);
    const newest = (await listSnapshots(snapshots()))[0];
    const file = newest?.file ?? '';
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 23) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      for (const damaged of [flipped, bytes.subarray(0, at)]) {
        writeFileSync(file, damaged);
        const scan = await scanVault(root);
        // Some bits of the zip's own header mean nothing: then it is the very same snapshot.
        if (scan.base?.name === newest?.name) expect(damaged.length).toBe(bytes.length);
        else expect(scan.badSnapshots).toEqual([newest?.name]);
        expect(scan).toMatchObject({ complete: true, healed: true, lastSeq: shop.seq() });
        expect(await rowsOf(root)).toEqual(before);
      }
    }
  });

  test('of a damaged or unfinished vault is not taken', async () => {
    const [name = ''] = journals();
    const file = path.join(root, 'journal', name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"n":1', '"n":7'));
    expect(await take()).toBeNull();
    writeFileSync(file, text.split('\n').slice(0, 2).join('\n') + '\n');
    expect(await take()).toBeNull();
    expect(await listSnapshots(snapshots())).toEqual([]);
    writeFileSync(file, text);
    expect(await take()).toMatchObject({ seq: 6, rows: 4 });
  });

  test('is not taken twice where nothing changed, except before a migration', async () => {
    const first = await take();
    expect(await take(start + 1)).toMatchObject({ name: first?.name });
    const migration = await takeSnapshot({ root, storeId, reason: 'migration', now: start + 2 });
    expect(migration).toMatchObject({ reason: 'migration', seq: first?.seq });
  });

  test("another shop's snapshots and journal are never mixed in", async () => {
    await round();
    const otherRoot = path.join(tempFolder(), 'Liudi', 'Vault');
    const other = await fillVault(otherRoot, '01KAJ8Z0000000000000000009');
    await other.put({ z: { n: 1 }, y: { n: 1 }, x: { n: 1 }, w: { n: 1 } });
    const foreign = await takeSnapshot({
      root: otherRoot,
      storeId: '01KAJ8Z0000000000000000009',
      reason: 'routine',
      now: start,
    });
    copyFileSync(foreign?.file ?? '', path.join(snapshots(), foreign?.name ?? ''));
    const scan = await scanVault(root, { storeId });
    expect(scan).toMatchObject({ complete: true, lastSeq: 6 });
    expect(scan.base?.header.storeId).toBe(storeId);
    // Its journal in the place of ours: the numbers fit, the chain does not.
    for (const name of journals()) rmSync(path.join(root, 'journal', name));
    for (const name of readdirSync(path.join(otherRoot, 'journal'))) {
      copyFileSync(path.join(otherRoot, 'journal', name), path.join(root, 'journal', name));
    }
    expect(await scanVault(root, { storeId })).toMatchObject({ complete: false, healed: false });
    await other.vault.close();
  });

  test('a clock that was set back changes no order and removes nothing new', async () => {
    for (let step = 0; step < 6; step += 1) {
      await shop.put({ a: { step } });
      await round(start - step * 400 * 86_400_000);
    }
    const kept = await listSnapshots(snapshots());
    expect(kept.map(({ seq }) => seq)).toEqual([12, 11, 10]);
    expect((await rowsOf(root))['cases/a']).toEqual({ step: 5 });
  });

  test('forgets after 90 days that a row was deleted', async () => {
    await shop.put({ b: null });
    const now = await take(start + tombstoneMs - 1);
    await expect(readTombs(await scanVault(root))).resolves.toEqual(['b']);
    rmSync(now?.file ?? '');
    await take(start + tombstoneMs);
    await shop.vault.close();
    for (const name of journals()) rmSync(path.join(root, 'journal', name));
    expect(await readTombs(await scanVault(root))).toEqual([]);
  });
});

async function readTombs(scan: Awaited<ReturnType<typeof scanVault>>): Promise<unknown[]> {
  const keys: unknown[] = [];
  for await (const { key, row } of scan.rows()) if (row === null) keys.push(key);
  return keys;
}

test('killed at any step of a round, every row is there, and the next round comes to its end', async () => {
  let expected: unknown = null;
  let steps = 0;
  let finished = false;
  for (let killAt = 1; !finished; killAt += 1) {
    await shop.put({ a: { killAt }, [`k${killAt}`]: { killAt } });
    expected = await rowsOf(root);
    let step = 0;
    const dying = watchedDisk(() => {
      step += 1;
      // Once killed nothing is done any more, not even tidying up.
      if (step >= killAt) throw new Error('killed');
    });
    finished = await round(start + killAt, dying).then(
      () => true,
      () => false,
    );
    await shop.vault.close();
    steps = killAt;
    expect(await rowsOf(root)).toEqual(expected);
    const scan = await scanVault(root, { wholeJournal: true });
    expect(scan).toMatchObject({ complete: true, badLines: [], lastSeq: shop.seq() });
    if (killAt % 3 === 0) {
      await round(start + killAt);
      expect(await rowsOf(root)).toEqual(expected);
    }
    const sound = (
      await Promise.all((await listSnapshots(snapshots())).map((one) => verifySnapshot(one)))
    ).filter((content) => content !== null);
    expect(sound.length).toBe((await listSnapshots(snapshots())).length);
  }
  // Open, write, sync, close, rename, folder, and the removals after it.
  expect(steps).toBeGreaterThan(8);
});
