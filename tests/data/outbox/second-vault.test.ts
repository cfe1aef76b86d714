import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { createCase, updateCase } from '../../../renderer/data/case-repository';
import { database, openDatabase } from '../../../renderer/data/database';
import { countPending, storeFacts } from '../../../renderer/data/outbox/outbox-repository';
import { rebuild } from '../../../renderer/data/rebuild';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { makeCaseInput } from '../../helpers/make-case-input';
import { installRealVault, type RealVault } from '../../helpers/real-vault';
import { drainAll, fillShop, rows } from './shop-of-two-photos';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let vault: RealVault;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  vault = await installRealVault(root);
  await prepareTimeline();
  await openDatabase();
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
});

afterEach(async () => {
  globalThis.fetch = plainFetch;
  await database().delete();
  await vault.service.close();
  // A note of main's may still be on its way.
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

/** The database is gone and the app starts again, with this second vault. */
async function startAgain(backup: string): Promise<unknown> {
  await database().delete();
  await vault.service.close();
  vault = await installRealVault(root);
  vault.backup = backup;
  await openDatabase();
  return vault.service.storeOpened(await storeFacts(true));
}

/** A second vault beside the data folder, chosen as the seller does. */
async function chooseBackup(): Promise<string> {
  vault.chosen = mkdtempSync(path.join(tmpdir(), 'liudi-stick-'));
  expect(await vault.service.chooseBackup()).toMatchObject({ backup: { folder: vault.chosen, at: null } });
  return vault.chosen;
}

test('the first vault is gone with the database: the second one gives the shop back, and the first is filled anew', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  const stick = await chooseBackup();
  expect(await vault.service.backUp()).toMatchObject({ backup: { trouble: null, snapshots: 1, missing: 0 } });
  const before = await rows();
  rmSync(vault.folder, { recursive: true });
  expect(await startAgain(stick)).toMatchObject({ mode: 'rescue', backupFolder: stick });
  const report = await rebuild(null, () => undefined);
  expect(report).toMatchObject({ files: 2, missingFiles: [], badLines: [] });
  expect(await rows()).toEqual(before);
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
  await updateCase(caseId, { nextAction: 'after' }, noon + 9);
  await drainAll();
  expect(await vault.service.verify()).toMatchObject({ badLines: [], missingObjects: [], objects: 2 });
  expect(await vault.service.backUp()).toMatchObject({ backup: { trouble: null, snapshots: 2 } });
  expect(await vault.service.drill()).toMatchObject({ problems: [], withBackup: true });
  const after = await rows();
  await startAgain(stick);
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(after);
  rmSync(stick, { recursive: true });
});

test('a first vault damaged behind its snapshots is filled up from the second, and healed afterwards', async () => {
  const { hash } = await fillShop();
  await drainAll();
  const stick = await chooseBackup();
  await vault.service.backUp();
  const before = await rows();
  // Everything the first vault has is unreadable: snapshots cut, journal altered, the file too.
  for (const name of readdirSync(path.join(vault.folder, 'snapshots'))) {
    writeFileSync(path.join(vault.folder, 'snapshots', name), 'x');
  }
  for (const name of readdirSync(path.join(vault.folder, 'journal'))) {
    writeFileSync(path.join(vault.folder, 'journal', name), '{"seq":1}\n');
  }
  writeFileSync(path.join(vault.folder, 'objects', hash.slice(0, 2), hash), 'photo 0ne');
  await startAgain(stick);
  expect(await rebuild(null, () => undefined)).toMatchObject({ files: 2, missingFiles: [] });
  expect(await rows()).toEqual(before);
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
  await drainAll();
  expect(await countPending()).toBe(0);
  await vault.service.verify();
  await drainAll();
  expect(await vault.service.verify()).toMatchObject({ badObjects: [], missingObjects: [] });
  rmSync(stick, { recursive: true });
});

test("another shop's vault in the place of ours gives nothing back unless the seller says so", async () => {
  await fillShop();
  await drainAll();
  const stick = await chooseBackup();
  await vault.service.backUp();
  const [before, own] = [await rows(), await storeFacts(true)];
  await vault.service.storeChanged(own);
  const place = vault.folder;
  // Another shop, with a vault of its own.
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  await database().delete();
  await vault.service.close();
  vault = await installRealVault(elsewhere);
  await openDatabase();
  await vault.service.storeOpened(await storeFacts(true));
  await createCase(makeCaseInput({ buyerId: '别家的买家' }), noon);
  await drainAll();
  rmSync(place, { recursive: true });
  cpSync(vault.folder, place, { recursive: true });

  expect(await startAgain(stick)).toMatchObject({ reason: 'empty', foreign: true, backupFolder: stick });
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(before);
  expect((await storeFacts(true)).storeId).toBe(own.storeId);

  // Without the second one there is nothing of this shop; the other one comes only when it is asked for.
  vault.backup = null;
  await database().delete();
  await openDatabase();
  await expect(rebuild(null, () => undefined)).rejects.toMatchObject({ code: 'notFound' });
  expect(await database().cases.count()).toBe(0);
  await rebuild(null, () => undefined, true);
  expect(await database().cases.toArray()).toMatchObject([{ buyerId: '别家的买家' }]);
  for (const folder of [stick, elsewhere]) rmSync(folder, { recursive: true });
});
