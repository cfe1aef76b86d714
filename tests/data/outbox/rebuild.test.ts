import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { createCase, updateCase } from '../../../renderer/data/case-repository';
import { database, databaseName, openDatabase } from '../../../renderer/data/database';
import { drainOnce } from '../../../renderer/data/outbox/drain';
import { acknowledge, countPending, storeFacts } from '../../../renderer/data/outbox/outbox-repository';
import { healOriginal } from '../../../renderer/data/heal';
import { rebuild } from '../../../renderer/data/rebuild';
import { loadSample } from '../../../renderer/data/sample-repository';
import { listEvents, prepareTimeline } from '../../../renderer/data/timeline-repository';
import { makeCaseInput } from '../../helpers/make-case-input';
import { drainAll, file, fillShop, rows } from './shop-of-two-photos';
import { Dexie } from 'dexie';
import { installRealVault, type RealVault } from '../../helpers/real-vault';
import type { CaseId, Sha256 } from '#shared/domain/ids';

// The real vault fsyncs, and 28 broken-off ways take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let vault: RealVault;
const go = new AbortController().signal;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  vault = await installRealVault(root);
  await prepareTimeline();
  await openDatabase();
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
});

afterEach(async () => {
  vi.restoreAllMocks();
  globalThis.fetch = plainFetch;
  await database().delete();
  await vault.service.close();
  // A note of main's may still be on its way.
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

/** Wipes the database as Chromium does, starts again, and asks main what it thinks. */
async function wipe(): Promise<unknown> {
  await database().delete();
  vault.service.close().catch(() => undefined);
  vault = await installRealVault(root);
  await openDatabase();
  return vault.service.storeOpened(await storeFacts(true));
}

test('a wiped database comes back row for row and byte for byte, and numbers go on', async () => {
  await loadSample(noon);
  const { caseId } = await fillShop();
  await drainAll();
  await updateCase(caseId, { nextAction: 'later' }, noon + 1);
  await drainAll();
  const before = await rows();
  expect(await wipe()).toMatchObject({ mode: 'rescue' });
  const report = await rebuild(null, () => undefined);
  expect(report).toMatchObject({ files: 2, missingFiles: [], badLines: [] });
  expect(await rows()).toEqual(before);
  // Repeated it comes to the same end.
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(before);
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
  await updateCase(caseId, { nextAction: 'again' }, noon + 2);
  await drainAll();
  expect(await countPending()).toBe(0);
  expect((await vault.service.verify()).badLines).toEqual([]);
});

test('wherever the way to the vault breaks, repeating it brings everything over once', async () => {
  const { caseId } = await fillShop();
  let step = 0;
  let failAt = 0;
  vault.before = () => {
    step += 1;
    if (step === failAt) throw new Error('broken off');
  };
  for (failAt = 1; failAt < 30; failAt += 1) {
    step = 0;
    await updateCase(caseId, { nextAction: `step ${failAt}` }, noon + failAt);
    await file(caseId, `photo ${failAt}`);
    await drainAll().catch(() => undefined);
  }
  failAt = -1;
  await drainAll();
  const before = await rows();
  const verified = await vault.service.verify();
  expect(verified).toMatchObject({ badLines: [], badObjects: [], missingObjects: [] });
  await wipe();
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(before);
});

test('written, but killed before the window forgot it: the second time changes nothing', async () => {
  await fillShop();
  await drainAll();
  const { outbox } = database();
  await updateCase((await database().cases.toArray())[0]?.id as CaseId, { nextAction: 'x' }, noon + 5);
  const pending = await outbox.toArray();
  await drainAll();
  const lines = (await vault.service.verify()).lines;
  await outbox.bulkPut(pending);
  await drainAll();
  expect((await vault.service.verify()).lines).toBe(lines);
  await acknowledge(1);
  expect(await countPending()).toBe(0);
});

test('a vault that was deleted gets a full copy again, without what was deleted meanwhile', async () => {
  const { hash } = await fillShop();
  await drainAll();
  rmSync(vault.folder, { recursive: true });
  await database().orderNotes.clear();
  await drainAll();
  const before = await rows();
  expect(readdirSync(path.join(vault.folder, 'objects', hash.slice(0, 2)))).toEqual([hash]);
  await wipe();
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(before);
});

test('an altered and a missing file in the vault are named, and nothing wrong is brought in', async () => {
  const { hash } = await fillShop();
  await drainAll();
  const other = readdirSync(path.join(vault.folder, 'objects'), { recursive: true, encoding: 'utf8' }).find(
    (name) => path.basename(name).length === 64 && !name.endsWith(hash),
  );
  writeFileSync(path.join(vault.folder, 'objects', hash.slice(0, 2), hash), 'photo 0ne');
  rmSync(path.join(vault.folder, 'objects', other ?? ''));
  await wipe();
  const report = await rebuild({ cases: 99 }, () => undefined);
  expect(report.missingFiles).toHaveLength(2);
  expect(report.missingFiles.every((name) => /^小鱼_\d{8}_照片_0\d\.jpg$/.test(name))).toBe(true);
  expect(report.missingRows).toEqual({ cases: 99 - (report.rows['cases'] ?? 0) });
  expect(await database().blobs.count()).toBe(0);
});

test('what was saved here and never reached the vault stays when an older database is filled up', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  await updateCase(caseId, { nextAction: 'not in the vault' }, noon + 1);
  const before = await rows();
  await database().events.clear();
  await database()
    .outbox.filter(({ table }) => table === 'events')
    .delete();
  await rebuild(null, () => undefined);
  expect((await database().cases.get(caseId))?.nextAction).toBe('not in the vault');
  expect((await database().events.count()) + 1).toBe((before['events'] as unknown[]).length);
  expect(await countPending()).toBeGreaterThan(0);
});

test('an altered original is healed from the vault, by its hash; the damaged copy and the history stay', async () => {
  const { hash, caseId } = await fillShop();
  await drainAll();
  const sha256 = hash as Sha256;
  await database().blobs.put({ sha256, blob: new Blob(['phot0 one'], { type: 'image/jpeg' }) });
  expect(await (await healOriginal(sha256, noon))?.text()).toBe('photo one');
  expect(await (await database().blobs.get(sha256))?.blob.text()).toBe('photo one');
  const last = (await listEvents(caseId)).at(-1);
  expect(last).toMatchObject({ kind: 'evidenceHealed', data: { sha256: hash } });
  const kept = await database().blobs.get(last?.data['damagedSha256'] as Sha256);
  expect(await kept?.blob.text()).toBe('phot0 one');
  await drainAll();
  expect(await vault.service.verify()).toMatchObject({ badObjects: [], missingObjects: [], objects: 3 });
  rmSync(path.join(vault.folder, 'objects'), { recursive: true });
  expect(await healOriginal(sha256, noon)).toBeNull();
});

test('bytes altered before they were mirrored do not keep the rest out of the vault', async () => {
  const { hash } = await fillShop();
  await database().blobs.put({
    sha256: hash as Sha256,
    blob: new Blob(['phot0 one'], { type: 'image/jpeg' }),
  });
  await drainAll();
  expect(await countPending()).toBe(0);
  expect(await vault.service.verify()).toMatchObject({ objects: 1, badObjects: [], missingObjects: [] });
});

test('a shop of version 2 opens, and all of it comes into the vault', async () => {
  await fillShop();
  const filled = await rows();
  const stores = Object.fromEntries(
    database()
      .tables.filter(({ name }) => name !== 'outbox' && name !== 'vaultState')
      .map(({ name, schema }) => [name, [schema.primKey, ...schema.indexes].map(({ src }) => src).join()]),
  );
  const blobs = await database().blobs.toArray();
  await database().delete();
  const old = new Dexie(databaseName);
  old.version(2).stores(stores);
  for (const [name, all] of Object.entries(filled)) {
    await old.table(name).bulkPut(name === 'blobs' ? blobs : (all as unknown[]));
  }
  await old.table('settings').put({ key: 'schemaNumber', value: 2 });
  old.close();
  await openDatabase();
  expect(await rows()).toEqual(filled);
  await vault.service.storeOpened(await storeFacts(true));
  await drainAll();
  await wipe();
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(filled);
});

test('nothing reaches vault or sentinel before the database was found sound', async () => {
  await fillShop();
  await drainAll();
  await wipe();
  await createCase(makeCaseInput({ buyerId: '空店' }), noon);
  await expect(drainOnce(go)).rejects.toMatchObject({ code: 'invalidInput' });
});

test('a rebuild that replaces an altered original keeps it and says so in the history', async () => {
  const { hash, caseId } = await fillShop();
  await drainAll();
  const altered = new Blob(['phot0 one'], { type: 'image/jpeg' });
  await database().blobs.put({ sha256: hash as Sha256, blob: altered });
  const report = await rebuild(null, () => undefined);
  expect(report).toMatchObject({ files: 2, missingFiles: [] });
  expect(await (await database().blobs.get(hash as Sha256))?.blob.text()).toBe('photo one');
  const event = (await listEvents(caseId)).at(-1);
  expect(event).toMatchObject({ kind: 'evidenceHealed', data: { sha256: hash } });
  expect(await (await database().blobs.get(event?.data['damagedSha256'] as Sha256))?.blob.text()).toBe(
    'phot0 one',
  );
  await drainAll();
  const before = await rows();
  await wipe();
  await rebuild(null, () => undefined);
  expect(await rows()).toEqual(before);
});
