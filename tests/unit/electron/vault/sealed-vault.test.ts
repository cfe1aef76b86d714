import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDownloads } from '../../../../electron/main/files/downloads';
import { createJournalSeal } from '../../../../electron/main/lock/journal-seal';
import { runDrill } from '../../../../electron/main/vault/drill';
import { offerRebuild } from '../../../../electron/main/vault/rebuild-source';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { compactJournal, takeSnapshot } from '../../../../electron/main/vault/snapshots';
import { tempFolder } from '../temp-folder';
import { fillVault, rowsOf, start, storeId, type FilledVault } from './filled-vault';

const key = randomBytes(32);
let unlocked = true;
const seal = createJournalSeal({
  keyFor: () => (unlocked ? { name: 'a'.repeat(16), key } : null),
  data: () => null,
  isLocked: () => !unlocked,
  olderKeys: () => [],
  forgetOlder: async () => undefined,
});
let root: string;
let shop: FilledVault;

beforeEach(async () => {
  unlocked = true;
  root = path.join(tempFolder(), 'Vault');
  shop = await fillVault(root, storeId, seal);
});
afterEach(() => shop.vault.close());

const take = (now = start) => takeSnapshot({ root, storeId, reason: 'routine', now, seal });
const texts = (): string =>
  ['journal', 'snapshots']
    .flatMap((name) => readdirSync(path.join(root, name)).map((file) => path.join(root, name, file)))
    .map((file) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)).toString())
    .join('\n');

describe('a vault written with the app lock on', () => {
  it('a snapshot holds no word of the rows or of the keys, deleted ones included', async () => {
    await shop.put({ 张三: { phone: '13800001111' }, 李四: { phone: '13900002222' } });
    await shop.put({ 李四: null });
    await take();
    expect(texts()).not.toMatch(/张三|李四|138000|139000/);
  });

  it('rows, deletions and later changes come back through snapshot and journal', async () => {
    await shop.put({ 张三: { n: 1 }, 李四: { n: 1 } });
    await take();
    await shop.vault.roll();
    await shop.put({ 李四: null, 王五: { n: 2 } });
    await take(start + 1);
    await shop.vault.roll();
    await shop.put({ 张三: { n: 3 } });
    await take(start + 2);
    expect(await compactJournal(root, { storeId })).toBeGreaterThan(0);
    const rows = await rowsOf(root, { unseal: seal.unseal });
    expect(rows).toMatchObject({ 'cases/张三': { n: 3 }, 'cases/王五': { n: 2 } });
    expect(rows).not.toHaveProperty('cases/李四');
    const drill = await runDrill({
      root,
      backup: null,
      storeId,
      facts: null,
      now: start,
      upTo: shop.seq(),
      unseal: seal.unseal,
      keys: seal.objects,
    });
    expect(drill.problems).toEqual([]);
  });

  it('without the key nothing is made of it: no snapshot, no drill, no rebuild from half of the rows', async () => {
    await shop.put({ 张三: { n: 1 }, 李四: { n: 1 } });
    unlocked = false;
    const vaultLocked = { code: 'vaultLocked' };
    await expect(take()).rejects.toMatchObject(vaultLocked);
    const parts = {
      root,
      backup: null,
      storeId,
      facts: null,
      now: start,
      upTo: shop.seq(),
      keys: seal.objects,
    };
    await expect(runDrill({ ...parts, unseal: seal.unseal })).rejects.toMatchObject(vaultLocked);
    const downloads = createDownloads({ now: () => start, elapsed: () => 0 });
    const sources = { root, backup: null, downloads, unseal: seal.unseal };
    await expect(offerRebuild(sources, { known: null, anyShop: false })).rejects.toMatchObject(vaultLocked);
    const scan = await scanVault(root, { unseal: seal.unseal });
    expect(scan).toMatchObject({ locked: true, storeId });
    unlocked = true;
    expect((await take())?.rows).toBe(3);
  });
});
