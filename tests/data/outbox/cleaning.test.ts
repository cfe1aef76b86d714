import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { forgetOld, removeRescued } from '../../../electron/main/vault/forget';
import { verifyVault } from '../../../electron/main/vault/read-vault';
import { createCase } from '../../../renderer/data/case-repository';
import { cleanVault } from '../../../renderer/data/clean-vault';
import { database, openDatabase } from '../../../renderer/data/database';
import { fileEvidence } from '../../../renderer/data/evidence-repository';
import { drainOnce } from '../../../renderer/data/outbox/drain';
import { startDrainer } from '../../../renderer/data/outbox/drainer';
import { enqueueBaseline, storeFacts } from '../../../renderer/data/outbox/outbox-repository';
import { deleteBuyer } from '../../../renderer/data/privacy-repository';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { makeCaseInput } from '../../helpers/make-case-input';
import { makeFile } from '../../helpers/make-file';
import { noSeal, plainStore } from '../../helpers/no-seal';
import { installRealVault, type RealVault } from '../../helpers/real-vault';

// The real vault fsyncs.
vi.setConfig({ testTimeout: 60_000 });

const phone = '13812345678';
const buyer = { platform: 'pdd', buyerId: '要被忘记的人' } as const;
let root: string;
let vault: RealVault;
const go = new AbortController().signal;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  vault = await installRealVault(root);
  await prepareTimeline();
  await openDatabase();
  await vault.service.storeOpened(await storeFacts(true));
  const item = await createCase(makeCaseInput({ ...buyer, description: `电话 ${phone}` }), noon);
  await fileEvidence(item.id, makeFile('mine'), noon + 1);
  const other = await createCase(makeCaseInput({ buyerId: '留下的人', orderNo: '55' }), noon + 2);
  await fileEvidence(other.id, makeFile('stays'), noon + 3);
  await drainAll();
});
afterEach(async () => {
  globalThis.fetch = plainFetch;
  await database().delete();
  await vault.service.close();
  // A note of main's may still be on its way.
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

async function drainAll(): Promise<void> {
  while ((await drainOnce(go)) > 0);
}

/** Files below a folder that hold a text, as `grep` finds them. */
function grep(text: string, folder: string): string[] {
  try {
    return execFileSync('grep', ['-rlaF', text, folder], { encoding: 'utf8' }).trim().split('\n');
  } catch {
    return [];
  }
}

const journal = (): string => path.join(vault.folder, 'journal');
const objects = (): string[] =>
  readdirSync(path.join(vault.folder, 'objects'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  );

test('after a deletion the vault still holds the buyer, and after cleaning nothing of it', async () => {
  const stop = startDrainer({ onRound: () => undefined, pauses: { settle: 5 } });
  const { words } = await deleteBuyer(buyer);
  expect(grep(phone, vault.folder)).not.toEqual([]);
  expect((await vault.service.findTraces(words)).found).toHaveProperty('vaultJournal');
  const removed = await cleanVault(go, () => undefined);
  stop();
  expect(removed).toMatchObject({ objects: 1 });
  for (const word of words) expect(grep(word, vault.folder)).toEqual([]);
  expect((await vault.service.findTraces(words)).found).toEqual({});
  expect(objects()).toHaveLength(1);
  // What is left is a whole vault: sound, and it goes on.
  expect(await verifyVault(vault.folder, plainStore(vault.folder), { at: noon })).toMatchObject({
    badLines: [],
    missingObjects: [],
    healed: true,
  });
  await createCase(makeCaseInput({ buyerId: '后来的人', orderNo: '66' }), noon + 9);
  await drainAll();
  expect(await verifyVault(vault.folder, plainStore(vault.folder), { at: noon })).toMatchObject({
    badLines: [],
    healed: true,
  });
  expect(grep('后来的人', journal())).not.toEqual([]);
});

test('without a whole copy nothing is removed', async () => {
  const file = path.join(journal(), readdirSync(journal())[0] ?? '');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"baseline":"done"', '"baseline":"gone"'));
  const before = readFileSync(file, 'utf8');
  await expect(forgetOld(vault.folder, plainStore(vault.folder))).rejects.toMatchObject({
    code: 'invalidInput',
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(objects()).toHaveLength(2);
});

test('broken off after any removal it is still a whole vault, and a second time removes the rest', async () => {
  await deleteBuyer(buyer);
  await enqueueBaseline(go);
  await drainAll();
  await vault.service.close();
  // As if the journal had grown into several files before: the copy begins in the last.
  const [name = ''] = readdirSync(journal());
  const lines = readFileSync(path.join(journal(), name), 'utf8').trimEnd().split('\n');
  const begins = lines.findLastIndex((line) => line.includes('"baseline":"begun"'));
  const parts = [lines.slice(0, 3), lines.slice(3, 6), lines.slice(6, begins - 1), lines.slice(begins - 1)];
  rmSync(path.join(journal(), name));
  for (const part of parts) {
    const seq = String((JSON.parse(part[0] ?? '{}') as { seq: number }).seq).padStart(12, '0');
    writeFileSync(path.join(journal(), `${seq}.jsonl`), part.map((line) => `${line}\n`).join(''));
  }
  const files = readdirSync(journal()).sort();
  expect(files).toHaveLength(4);
  // Files go from the newest old one to the oldest; whatever is left in between must read without a fault.
  for (const gone of [[], [2], [2, 1], [2, 1, 0]]) {
    const copy = mkdtempSync(path.join(tmpdir(), 'liudi-'));
    cpSync(vault.folder, copy, { recursive: true });
    for (const index of gone) rmSync(path.join(copy, 'journal', files[index] ?? ''));
    const state = await verifyVault(copy, plainStore(copy), { at: noon });
    expect(state.healed, `after removing ${gone.join()}`).toBe(true);
    await forgetOld(copy, plainStore(copy));
    expect(grep(phone, copy)).toEqual([]);
    expect(await verifyVault(copy, plainStore(copy), { at: noon })).toMatchObject({
      badLines: [],
      healed: true,
    });
    rmSync(copy, { recursive: true });
  }
});

test('copies of databases and their reports, which name files, go from the rescue folder, and nothing else', async () => {
  const rescued = path.join(root, 'rescued');
  for (const name of ['1700000000000/a.log', 'report-1700000000000.json', 'mine.txt']) {
    cpSync(path.join(vault.folder, 'vault.json'), path.join(rescued, name), { recursive: true });
  }
  expect(await removeRescued(rescued)).toBe(1);
  expect(readdirSync(rescued)).toEqual(['mine.txt']);
});

test('what the database has let go of is not found under its second name', async () => {
  const place = path.join(root, 'other');
  const store = path.join(place, 'IndexedDB', 'app.indexeddb.leveldb');
  mkdirSync(store, { recursive: true });
  writeFileSync(path.join(store, 'CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(path.join(store, 'MANIFEST-000001'), 'x');
  writeFileSync(path.join(store, '000005.ldb'), phone);
  const { service, guard } = await installRealVault(place, noSeal, place);
  await service.storeOpened(await storeFacts(true));
  await guard.follow();
  rmSync(path.join(store, '000005.ldb'));
  expect(readdirSync(path.join(place, 'store-links'), { recursive: true }).join()).toContain('000005.ldb');
  expect((await service.findTraces([phone])).found).not.toHaveProperty('database');
  await service.close();
});
