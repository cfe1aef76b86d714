import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { createCase, updateCase } from '../../../renderer/data/case-repository';
import { database, databaseName, LiudiDatabase, openDatabase } from '../../../renderer/data/database';
import { listInbox } from '../../../renderer/data/inbox-repository';
import { countPending, storeFacts } from '../../../renderer/data/outbox/outbox-repository';
import { tellBehind } from '../../../renderer/data/kept-changes';
import { rebuild } from '../../../renderer/data/rebuild';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { takeKept } from '../../../renderer/features/evidence/kept-intake';
import { startTexts } from '../../../renderer/text/i18n';
import { writeStoreCopy, type StoreRow } from '../../helpers/kept-copy';
import { makeCaseInput } from '../../helpers/make-case-input';
import { installRealVault, type RealVault } from '../../helpers/real-vault';
import type { RebuildOffer } from '#shared/vault/exchange';
import { drainAll, file, fillShop, rows } from './shop-of-two-photos';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let vault: RealVault;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  vault = await installRealVault(root);
  await startTexts('zh-CN');
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

const copyFolder = (): string => path.join(root, 'rescued', '1700000000000');
const isLookedThrough = (): boolean => readdirSync(copyFolder()).includes('looked-through.json');

/** Keeps a copy of the database as it is now, as main does with Chromium's own files. */
async function keepCopy(more: readonly StoreRow[] = []): Promise<void> {
  // As the rows lie on the disk: with the lock on they are sealed.
  const raw = new LiudiDatabase(databaseName, { mirrored: false, ciphered: false });
  const { outbox, vaultState, blobs } = raw;
  const changes = (await outbox.toArray()).map(
    // Chromium keeps the number of a row beside it.
    ({ seq = 0, ...row }): StoreRow => ({ store: 'outbox', key: seq, row }),
  );
  const books = (await vaultState.toArray()).map((row): StoreRow => ({
    store: 'vaultState',
    key: row.key,
    row,
  }));
  const files = (await blobs.toArray()).map(async ({ sha256, blob }): Promise<StoreRow> => {
    return { store: 'blobs', key: sha256, row: {}, bytes: Buffer.from(await blob.arrayBuffer()) };
  });
  writeStoreCopy(copyFolder(), [...changes, ...books, ...(await Promise.all(files)), ...more]);
  raw.close();
}

async function wipe(): Promise<void> {
  await database().delete();
  vault.service.close().catch(() => undefined);
  vault = await installRealVault(root);
  await openDatabase();
  expect(await vault.service.storeOpened(await storeFacts(true))).toMatchObject({ mode: 'rescue' });
}

const bring = () => rebuild(null, () => undefined, false, takeKept);

test('what was confirmed and never came to the vault comes back out of the kept copy, row for row and byte for byte', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  await updateCase(caseId, { nextAction: 'after' }, noon + 1);
  const late = await createCase(makeCaseInput({ buyerId: '没进保险库' }), noon + 2);
  await file(late.id, 'late photo');
  const [pending, before] = [await countPending(), await rows()];
  expect(pending).toBeGreaterThan(5);
  await keepCopy();
  await wipe();
  const report = await bring();
  expect(report.kept).toMatchObject({ changes: pending, files: 0, left: 0 });
  expect(report).toMatchObject({ files: 3, missingFiles: [] });
  expect(await rows()).toEqual(before);
  expect(isLookedThrough()).toBe(true);
  // It is in the vault now, and the shop goes on from there.
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
  await drainAll();
  expect((await vault.service.verify()).missingObjects).toEqual([]);
  await wipe();
  expect(await bring()).not.toHaveProperty('behind');
  expect(await rows()).toEqual(before);
});

test('wherever it is broken off, doing it again comes to the same end', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  await file(caseId, 'late photo');
  const before = await rows();
  const loose = { store: 'gone', key: 1, row: {}, bytes: Buffer.from('%PDF-1.7 loose one') };
  await keepCopy([loose]);
  await wipe();
  for (let failAt = 1; ; failAt += 1) {
    let step = 0;
    vault.before = () => {
      step += 1;
      if (step === failAt) throw new Error('killed');
    };
    const report = await bring().catch(() => null);
    vault.before = () => undefined;
    if (step < failAt) break;
    // A copy that is still needed is not waved through.
    if (report === null || report.kept?.left !== 0) expect(isLookedThrough()).toBe(false);
  }
  const [item] = await listInbox();
  expect(await listInbox()).toHaveLength(1);
  expect(item).toMatchObject({ source: 'kept', kind: 'document' });
  expect(item?.folder).toMatch(/另存的数据库副本/);
  const { inbox: _inbox, blobs, ...others } = await rows();
  const { inbox: _none, blobs: own, ...expected } = before;
  expect(others).toEqual(expected);
  expect(blobs).toHaveLength((own as unknown[]).length + 1);
  expect(isLookedThrough()).toBe(true);
});

test('thumbnails, purged originals and what the shop has do not come into the inbox', async () => {
  const { hash } = await fillShop();
  await drainAll();
  await keepCopy([
    { store: 'thumbs', key: hash, row: {}, bytes: Buffer.from('RIFF....WEBPVP8 ') },
    { store: 'blobs', key: 'f'.repeat(64), row: {}, bytes: Buffer.from('%PDF-1.7 purged'), gone: true },
    { store: 'drafts', key: 'x', row: {}, bytes: Buffer.from([0xff, 0x15, 1, 2, 3]) },
  ]);
  await wipe();
  expect((await bring()).kept).toMatchObject({ changes: 0, files: 0, left: 0 });
  expect(await listInbox()).toEqual([]);
  expect(isLookedThrough()).toBe(true);
});

test("a copy of another shop's database gives nothing to this one's rows", async () => {
  await fillShop();
  await drainAll();
  const before = await rows();
  writeStoreCopy(copyFolder(), [
    { store: 'vaultState', key: 'storeId', row: { key: 'storeId', value: 'another' } },
    {
      store: 'outbox',
      key: 9999,
      row: { table: 'orderNotes', key: 'x', op: 'put', row: { id: 'x' }, time: 1 },
    },
  ]);
  await wipe();
  await bring();
  expect(await rows()).toEqual(before);
});

test('a change that does not fit in, and a link that leads elsewhere, keep nobody from the rest', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  await updateCase(caseId, { nextAction: 'after' }, noon + 1);
  const before = await rows();
  const nothing = { table: 'cases', key: 'x', op: 'put', row: { noKey: 1 }, time: 1 };
  const forged = { table: 'noSuchTable', key: 'x', op: 'put', row: { id: 'x' }, time: 1 };
  await keepCopy([
    { store: 'outbox', key: 9998, row: nothing },
    { store: 'outbox', key: 9999, row: forged },
  ]);
  const secret = path.join(root, 'secret.txt');
  writeFileSync(secret, '%PDF-1.7 not the shop’s');
  symlinkSync(secret, path.join(copyFolder(), 'app_liudi_0.indexeddb.blob', '1', '00', 'fefe'));
  await wipe();
  expect((await bring()).kept?.files).toBe(0);
  expect(await rows()).toEqual(before);
  // The numbers have a gap now: the vault asks for everything anew, and has it.
  expect(await vault.service.storeOpened(await storeFacts(true))).toEqual({ mode: 'normal' });
  await drainAll();
  expect(await countPending()).toBe(0);
});

test('without a copy the report says how many changes are missing, and between when', async () => {
  const { caseId } = await fillShop();
  await drainAll();
  await updateCase(caseId, { nextAction: 'after' }, noon + 1);
  const facts = await storeFacts(true);
  await vault.service.storeChanged(facts);
  const pending = await countPending();
  await wipe();
  const { behind, kept } = await bring();
  expect(kept).toBeUndefined();
  expect(behind).toMatchObject({ changes: pending });
});

test('a vault touched after the last note does not make the report say a time that runs backwards', () => {
  const offer = { lastSeq: 5, noted: { seq: 7, at: noon }, writtenAt: noon + 60_000 } as RebuildOffer;
  const said = tellBehind(offer, { readable: false, changes: [] });
  expect(said).toEqual({ behind: { changes: 2, from: null, to: noon } });
  expect(tellBehind({ ...offer, writtenAt: noon - 1 }, { readable: false, changes: [] }).behind?.from).toBe(
    noon - 1,
  );
});

test('who goes on without a vault that is there gets nothing of the old shop; without one, the files', async () => {
  await fillShop();
  await drainAll();
  await keepCopy();
  await wipe();
  await vault.service.startEmpty();
  expect(await takeKept()).toEqual({ files: 0, left: 0 });
  rmSync(copyFolder(), { recursive: true });
  const photo = {
    store: 'blobs',
    key: 'a'.repeat(64),
    row: {},
    bytes: Buffer.from('%PDF-1.7 all that is left'),
  };
  writeStoreCopy(copyFolder(), [photo]);
  rmSync(vault.folder, { recursive: true, force: true });
  await vault.service.startEmpty();
  expect(await takeKept()).toEqual({ files: 1, left: 0 });
});
