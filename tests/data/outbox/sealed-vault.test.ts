import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon, readRows } from '../fresh-database';
import { openAppLock, type AppLock } from '../../../electron/main/lock/app-lock';
import { createJournalSeal } from '../../../electron/main/lock/journal-seal';
import { openLockFile } from '../../../electron/main/lock/lock-file';
import { takeRowKeys } from '../../../renderer/data/cipher/current-cipher';
import { createCase, listCasesOfBuyer, updateCase } from '../../../renderer/data/case-repository';
import { database, openDatabase } from '../../../renderer/data/database';
import { drainOnce } from '../../../renderer/data/outbox/drain';
import { storeFacts } from '../../../renderer/data/outbox/outbox-repository';
import { fetchFromVault } from '../../../renderer/data/vault-file';
import { rebuild } from '../../../renderer/data/rebuild';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { ask } from '../../../renderer/platform/desktop';
import type { Sha256 } from '#shared/domain/ids';
import { makeCaseInput } from '../../helpers/make-case-input';
import { installRealVault, type RealVault } from '../../helpers/real-vault';

// The real vault fsyncs.
vi.setConfig({ testTimeout: 30_000 });

let root: string;
let lock: AppLock;
let vault: RealVault;
const go = new AbortController().signal;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
  lock = await newLock(root);
  vault = await installRealVault(root, createJournalSeal(lock));
  await prepareTimeline();
  await takeRowKeys(null);
  await openDatabase();
  await vault.service.storeOpened(await storeFacts(true));
});

afterEach(async () => {
  await takeRowKeys(null);
  await database().delete();
  await vault.service.close();
  // A note of main's may still be on its way.
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

async function newLock(folder: string): Promise<AppLock> {
  mkdirSync(folder, { recursive: true });
  const clock = { now: () => 0, elapsed: () => 0 };
  return openAppLock({ file: openLockFile(folder), clock, cost: 16, changed: () => undefined });
}

async function drainAll(): Promise<void> {
  while ((await drainOnce(go)) > 0);
}

function journalText(): string {
  const folder = path.join(vault.folder, 'journal');
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('');
}

/** The computer is lost: another one, with an empty database and no lock, finds the vault. */
async function onAnotherComputer(): Promise<void> {
  await database().delete();
  await takeRowKeys(null);
  await openDatabase();
  lock = await newLock(path.join(root, 'another'));
  const { folder } = vault;
  await vault.service.close();
  vault = await installRealVault(root, createJournalSeal(lock));
  expect(vault.folder).toBe(folder);
}

const by = (text: string) => ({ kind: 'passphrase' as const, text });

describe('a vault written with the lock on', () => {
  test('names nobody in its journal, is sound to the check, and rebuilds with the lock open', async () => {
    await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    const item = await createCase(makeCaseInput({ description: '电话13800138000' }), noon);
    await drainAll();
    await updateCase(item.id, { product: '帽子' }, noon + 1);
    await drainAll();
    for (const name of ['小鱼', '13800138000', '帽子', '261119-023188420017']) {
      expect(journalText()).not.toContain(name);
    }
    const { badLines, missingObjects } = await vault.service.verify();
    expect({ badLines, missingObjects }).toEqual({ badLines: [], missingObjects: [] });
    const before = await readRows();
    await database().delete();
    await openDatabase();
    await rebuild(null, () => undefined);
    // The next start begins a new log: a note in the drafts says so.
    const { settings: _before, drafts: _none, ...shop } = before;
    const { settings: _after, drafts: _note, ...back } = await readRows();
    expect(back).toEqual(shop);
  });

  test('rebuilds on another computer with the passphrase or the code, and with nothing else', async () => {
    const code = await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    await createCase(makeCaseInput(), noon);
    await drainAll();
    await onAnotherComputer();
    await expect(rebuild(null, () => undefined)).rejects.toMatchObject({ code: 'vaultLocked' });
    await expect(ask('openVaultLock', by('wrong one'))).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await ask('openVaultLock', { kind: 'recovery', text: code });
    await rebuild(null, () => undefined);
    expect(await listCasesOfBuyer('pdd', '小鱼爱吃猫')).toHaveLength(1);
  });

  test('originals lie sealed too, and come back equal on another computer', async () => {
    const photo = new Blob(['photo of 13800138000'], { type: 'image/jpeg' });
    const sha256 = createHash('sha256').update('photo of 13800138000').digest('hex') as Sha256;
    const code = await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    await createCase(makeCaseInput(), noon);
    await database().blobs.put({ sha256, blob: photo });
    await drainAll();
    const stored = readdirSync(path.join(vault.folder, 'objects', sha256.slice(0, 2)));
    expect(stored).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.sealed-[0-9a-f]{16}$/)]);
    await onAnotherComputer();
    expect(await fetchFromVault(sha256, 'image/jpeg')).toBeNull();
    await ask('openVaultLock', { kind: 'recovery', text: code });
    const { missingFiles, files } = await rebuild(null, () => undefined);
    expect({ missingFiles, files }).toEqual({ missingFiles: [], files: 1 });
    expect(await (await database().blobs.get(sha256))?.blob.text()).toBe('photo of 13800138000');
    // From here on the vault must not need the other computer's passphrase: a full copy comes next, in the clear.
    await vault.service.storeOpened(await storeFacts(true));
    await drainAll();
    await vault.service.upkeep.settle();
    const now = readdirSync(path.join(vault.folder, 'objects', sha256.slice(0, 2)));
    expect(now).toEqual([sha256]);
  });

  test('opens with the newest passphrase, not with the one before it', async () => {
    await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    await createCase(makeCaseInput(), noon);
    await drainAll();
    await lock.change(by('correct horse'), 'battery staple');
    await createCase(makeCaseInput({ buyerId: '另一位' }), noon + 1);
    await drainAll();
    await onAnotherComputer();
    await expect(ask('openVaultLock', by('correct horse'))).rejects.toMatchObject({
      code: 'wrongPassphrase',
    });
    await ask('openVaultLock', by('battery staple'));
    await rebuild(null, () => undefined);
    expect(await listCasesOfBuyer('pdd', '另一位')).toHaveLength(1);
  });

  test('a row changed after the lock came replaces the one from before, and one deleted stays deleted', async () => {
    const kept = await createCase(makeCaseInput({ product: '旧' }), noon);
    const gone = await createCase(makeCaseInput({ buyerId: '要删的' }), noon);
    await drainAll();
    await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    await updateCase(kept.id, { product: '新' }, noon + 1);
    await database().cases.delete(gone.id);
    await drainAll();
    await database().delete();
    await openDatabase();
    await rebuild(null, () => undefined);
    expect((await database().cases.toArray()).map(({ product }) => product)).toEqual(['新']);
  });

  test('needs no passphrase any more when the lock went and a full copy came after it', async () => {
    await lock.setUp('correct horse', 0);
    await takeRowKeys(lock.rowKeys());
    await createCase(makeCaseInput(), noon);
    await drainAll();
    await lock.turnOff(by('correct horse'));
    await takeRowKeys(lock.rowKeys());
    await lock.rowsSettled();
    await vault.service.copyAnew();
    await createCase(makeCaseInput({ buyerId: '另一位' }), noon + 1);
    await drainAll();
    await onAnotherComputer();
    // What the test left sealed in its database is not the vault's business.
    await rebuild(null, () => undefined);
    expect(await database().cases.count()).toBe(2);
  });
});
