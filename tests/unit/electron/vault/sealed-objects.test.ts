import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDownloads } from '../../../../electron/main/files/downloads';
import { createJournalSeal } from '../../../../electron/main/lock/journal-seal';
import type { NamedKey } from '../../../../electron/main/lock/lock-file';
import { prepareBackup, runBackup } from '../../../../electron/main/vault/backup';
import { convertObjects } from '../../../../electron/main/vault/convert-objects';
import { runDrill } from '../../../../electron/main/vault/drill';
import { findTraces } from '../../../../electron/main/vault/find-traces';
import { offerObject } from '../../../../electron/main/vault/rebuild-source';
import { takeSnapshot } from '../../../../electron/main/vault/snapshots';
import { AppError } from '#shared/errors';
import { tempFolder } from '../temp-folder';
import { fillVault, objectFile, start, storeId, type FilledVault } from './filled-vault';

const newKey = (): NamedKey => ({ name: randomBytes(8).toString('hex'), key: randomBytes(32) });
const state: { own: NamedKey | null; older: NamedKey[]; shut: boolean } = {
  own: null,
  older: [],
  shut: false,
};
const seal = createJournalSeal({
  keyFor: () => (state.shut ? null : state.own),
  data: () => null,
  isLocked: () => state.shut,
  olderKeys: () => state.older,
  forgetOlder: async () => undefined,
});
const words = ['第一张 13800138000', '第二张', '第三张'.repeat(40_000)];
let home: string;
let root: string;
let shop: FilledVault;
let hashes: string[];

beforeEach(async () => {
  Object.assign(state, { own: newKey(), older: [], shut: false });
  home = tempFolder();
  root = path.join(home, 'Vault');
  shop = await fillVault(root, storeId, seal);
  hashes = [];
  for (const word of words) hashes.push(await shop.file(word));
});
afterEach(() => shop.vault.close());

const convert = () => convertObjects(shop.vault.objects, { at: start });
const files = (folder = root): string[] =>
  readdirSync(path.join(folder, 'objects'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}/.test(name))
    .map((name) => path.join(folder, 'objects', name))
    .sort();
const onDisk = (folder = root): string =>
  files(folder)
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
const fileOf = (sha256: string): string =>
  files().find((file) => path.basename(file).startsWith(sha256)) ?? '';
const text = async (sha256: string): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of shop.vault.objects.read(sha256)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
};
const texts = () => Promise.all(hashes.map(text));
const plainBytes = Buffer.from(words[0] ?? '').toString('latin1');

/** Converts in a process of its own and kills that after so many files and milliseconds. */
async function killedWhile(vaultFolder: string, keys: unknown, wait: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', childFile, vaultFolder, JSON.stringify(keys)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, wait));
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const childFile = path.join(import.meta.dirname, 'convert-in-child.ts');

describe('originals in a vault with the lock on', () => {
  it('lie sealed, are named by the hash of the plain bytes, and come back equal', async () => {
    expect(files()).toHaveLength(3);
    for (const file of files()) expect(path.basename(file)).toMatch(/^[0-9a-f]{64}\.sealed-[0-9a-f]{16}$/);
    expect(onDisk()).not.toContain(plainBytes);
    expect(await texts()).toEqual(words);
    expect(await shop.vault.objects.size(hashes[0] ?? '')).toBe(Buffer.byteLength(words[0] ?? ''));
    expect(await shop.vault.verify()).toMatchObject({ objects: 3, badObjects: [], missingObjects: [] });
  });

  it('open with nothing while the app is locked, and are not taken for damaged', async () => {
    state.shut = true;
    await expect(texts()).rejects.toMatchObject({ code: 'locked' });
    await expect(shop.vault.verify()).rejects.toMatchObject({ code: 'locked' });
    const parts = { root, backup: null, downloads: createDownloads({ now: () => 0, elapsed: () => 0 }) };
    expect(await offerObject({ ...parts, keys: seal.objects }, hashes[0] ?? '', 'vault')).toBeNull();
    state.shut = false;
    expect(files()).toHaveLength(3);
    expect(await shop.vault.verify()).toMatchObject({ badObjects: [], missingObjects: [] });
  });

  it('stolen with the folder open with no other key; asked again they count as missing, not as damaged', async () => {
    state.own = newKey();
    await expect(text(hashes[0] ?? '')).rejects.toMatchObject({ code: 'notFound' });
    const report = await shop.vault.verify();
    expect(report).toMatchObject({ badObjects: [] });
    expect([...report.missingObjects].sort()).toEqual([...hashes].sort());
    expect(files()).toHaveLength(3);
    // The window brings them again, under the key of this lock.
    const objects = hashes.map((sha256, index) => ({ sha256, size: Buffer.byteLength(words[index] ?? '') }));
    expect((await shop.vault.offer({ storeId, acked: shop.seq(), objects })).uploads).toHaveLength(3);
  });

  it.each<[string, (file: string, other: string) => void]>([
    [
      'a turned bit',
      (file) => {
        const bytes = readFileSync(file);
        bytes[60] = (bytes[60] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
    ['cut at the border of a chunk', (file) => truncateSync(file, 40 + 64 * 1024 + 16)],
    ['cut to nothing', (file) => truncateSync(file, 0)],
    [
      'swapped with another file',
      (file, other) => {
        renameSync(file, `${file}.x`);
        renameSync(other, file);
        renameSync(`${file}.x`, other);
      },
    ],
  ])('%s is named as damaged, set aside, and taken anew', async (_name, damage) => {
    const [bad = '', other = ''] = [hashes[2], hashes[1]];
    damage(fileOf(bad), fileOf(other));
    const report = await shop.vault.verify();
    expect(report.badObjects).toContain(bad);
    const before = files().length;
    expect(await shop.file(words[2] ?? '')).toBe(bad);
    expect(files().length).toBe(before + 1);
    expect(await text(bad)).toBe(words[2]);
  });

  it('drill, traces and the second vault read through it', async () => {
    const second = path.join(home, 'stick');
    await prepareBackup(second, () => undefined);
    const snapshot = await takeSnapshot({ root, storeId, reason: 'routine', now: start, seal });
    if (snapshot === null) throw new Error('not whole');
    const log = (): void => undefined;
    const parts = { root, storeId, folder: second, snapshot, now: start, log, keys: seal.objects };
    expect(await runBackup(parts)).toMatchObject({ copied: 3, missing: 0 });
    expect(onDisk(second)).not.toContain(plainBytes);
    const drilled = {
      root,
      backup: second,
      storeId,
      facts: null,
      now: start,
      upTo: shop.seq(),
      keys: seal.objects,
    };
    expect(await runDrill({ ...drilled, unseal: seal.unseal })).toMatchObject({
      problems: [],
      withBackup: true,
    });
    const places = {
      dataFolder: path.join(home, 'data'),
      vaultFolder: root,
      otherVaults: [],
      backup: second,
    };
    const found = (await findTraces(['13800138000'], { ...places, keys: seal.objects })).found;
    expect(found).toEqual({ vaultObjects: 1, backup: 1 });
    // The lock goes: what was copied follows, and nothing is copied twice.
    state.older = state.own === null ? [] : [state.own];
    state.own = null;
    expect(await runBackup(parts)).toMatchObject({ copied: 0, missing: 0 });
    expect(onDisk(second)).toContain(plainBytes);
  });
});

describe('turning the lock on and off', () => {
  it('on, off and on again: every original follows, each time with another key', async () => {
    const first = state.own;
    state.older = first === null ? [] : [first];
    state.own = null;
    expect(await convert()).toEqual({ converted: 3, damaged: 0, unreadable: 0 });
    expect(onDisk()).toContain(plainBytes);
    expect(files().every((file) => !file.includes('sealed'))).toBe(true);
    state.own = newKey();
    expect(await convert()).toMatchObject({ converted: 3 });
    // The old key is not needed any more.
    state.older = [];
    expect(files()).toHaveLength(3);
    expect(await texts()).toEqual(words);
    expect(onDisk()).not.toContain(plainBytes);
    expect(await convert()).toEqual({ converted: 0, damaged: 0, unreadable: 0 });
  });

  it('half way, what is sealed and what is not can both be read, and it goes on from there', async () => {
    const [first] = [state.own];
    state.older = first === null ? [] : [first];
    state.own = null;
    let left = 2;
    const stop = convertObjects(shop.vault.objects, {
      at: start,
      pace: () => (left-- > 0 ? Promise.resolve() : Promise.reject(new AppError('cancelled'))),
    });
    await expect(stop).rejects.toMatchObject({ code: 'cancelled' });
    expect(await texts()).toEqual(words);
    await convert();
    expect(files()).toHaveLength(3);
    expect(await texts()).toEqual(words);
  });

  it(
    'killed at any moment (SIGKILL), nothing is lost, and the next start goes on',
    { timeout: 60_000 },
    async () => {
      const own = state.own;
      state.older = own === null ? [] : [own];
      state.own = newKey();
      const all = [...hashes];
      for (let index = 0; index < 20; index += 1) {
        const bytes = Buffer.from(`${index} `.repeat(20_000));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        mkdirSync(path.join(root, 'objects', sha256.slice(0, 2)), { recursive: true });
        writeFileSync(objectFile(root, sha256), bytes);
        all.push(sha256);
      }
      const keys = [state.own, ...state.older].map(({ name, key }) => ({
        name,
        key: key.toString('base64'),
      }));
      for (const wait of [0, 15]) {
        await killedWhile(root, keys, wait);
        for (const sha256 of all) expect((await shop.vault.objects.hash(sha256)).sha256).toBe(sha256);
      }
      expect(await convert()).toMatchObject({ damaged: 0, unreadable: 0 });
      expect(files().filter((file) => !file.endsWith('.liudi-part'))).toHaveLength(all.length);
      state.older = [];
      for (const sha256 of all) expect((await shop.vault.objects.hash(sha256)).sha256).toBe(sha256);
    },
  );

  it('what is damaged is set aside and told; what no key opens stays as it is', async () => {
    const [bad = '', locked = ''] = hashes;
    truncateSync(fileOf(bad), 50);
    renameSync(fileOf(locked), fileOf(locked).replace(/sealed-.*/, `sealed-${'f'.repeat(16)}`));
    const [first] = [state.own];
    state.older = first === null ? [] : [first];
    state.own = null;
    expect(await convert()).toEqual({ converted: 1, damaged: 1, unreadable: 1 });
    expect(fileOf(locked)).toContain('sealed-ffff');
    expect(files().some((file) => file.includes('damaged'))).toBe(true);
  });
});
