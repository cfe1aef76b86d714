import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppLock } from '../../../../electron/main/lock/app-lock';
import { createJournalSeal, type JournalSeal } from '../../../../electron/main/lock/journal-seal';
import { openLockFile } from '../../../../electron/main/lock/lock-file';
import { convertObjects } from '../../../../electron/main/vault/convert-objects';
import { openObjectStore } from '../../../../electron/main/vault/object-store';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { listSnapshots, verifySnapshot } from '../../../../electron/main/vault/snapshot-file';
import { formatSnapshotName } from '#shared/vault/snapshot';
import { noSeal, plainStore } from '../../../helpers/no-seal';
import { tempFolder } from '../temp-folder';
import { fillVault, objectFile, rowsOf, type FilledVault } from './filled-vault';

// A vault comes from another computer, a stick, a synced folder: nothing in it may be trusted.
vi.setConfig({ testTimeout: 60_000 });

let home: string;
let root: string;
let shop: FilledVault;
let sha256: string;

beforeEach(async () => {
  home = tempFolder();
  root = path.join(home, 'Vault');
  shop = await fillVault(root);
  await shop.put({ a: { n: 1 } });
  sha256 = await shop.file('photo');
});
afterEach(() => shop.vault.close());

async function sealOf(): Promise<JournalSeal> {
  const folder = path.join(home, 'lock');
  mkdirSync(folder);
  const clock = { now: () => 0, elapsed: () => 0 };
  return createJournalSeal(
    await openAppLock({ file: openLockFile(folder), clock, cost: 16, changed: () => undefined }),
  );
}

describe('originals of a vault that somebody else wrote', () => {
  it('a link to a file outside is set aside, and what it points at is left alone', async () => {
    const outside = path.join(home, 'secret.txt');
    writeFileSync(outside, 'not yours');
    rmSync(objectFile(root, sha256));
    symlinkSync(outside, objectFile(root, sha256));
    expect(await shop.vault.verify()).toMatchObject({ badObjects: [sha256] });
    expect(readFileSync(outside, 'utf8')).toBe('not yours');
    await shop.file('photo');
    expect(readFileSync(outside, 'utf8')).toBe('not yours');
    expect(await shop.vault.verify()).toMatchObject({ badObjects: [] });
  });

  it('a folder in the place of a file is nothing that can be read', async () => {
    rmSync(objectFile(root, sha256));
    mkdirSync(objectFile(root, sha256));
    expect(await plainStore(root).size(sha256)).toBeNull();
    await expect(plainStore(root).hash(sha256)).rejects.toMatchObject({ code: 'notFound' });
  });

  it.each(['../../../etc/passwd', '..', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`, '__proto__'])(
    'a name that is no hash (%s) leads nowhere',
    async (name) => {
      await expect(plainStore(root).size(name)).rejects.toThrow('not a hash');
      await expect(plainStore(root).target(name)).rejects.toThrow('not a hash');
    },
  );

  it('files with names of no form are neither listed nor touched', async () => {
    const shelf = path.dirname(objectFile(root, sha256));
    const strange = [`${sha256}.sealed-XYZ`, `${sha256}.exe`, '.hidden', 'a'.repeat(63), `x${sha256}`];
    for (const name of strange) writeFileSync(path.join(shelf, name), 'x');
    expect((await plainStore(root).list()).map(({ file }) => path.basename(file))).toEqual([sha256]);
    await convertObjects(plainStore(root), { at: 0 });
    expect(readdirSync(shelf)).toHaveLength(strange.length + 1);
  });

  it('a file that only says it is sealed is damaged, not plain', async () => {
    rmSync(objectFile(root, sha256));
    const key = { name: 'a'.repeat(16), key: Buffer.alloc(32, 1) };
    writeFileSync(`${objectFile(root, sha256)}.sealed-${key.name}`, 'photo'.padEnd(80));
    const store = openObjectStore(path.join(root, 'objects'), { current: () => null, all: () => [key] });
    await expect(store.hash(sha256)).rejects.toMatchObject({ code: 'hashMismatch' });
    expect(await convertObjects(store, { at: 0 })).toMatchObject({ converted: 0, damaged: 1 });
  });
});

describe('locks of a vault that somebody else wrote', () => {
  const secret = { kind: 'passphrase', text: 'correct horse' } as const;
  const wrap = { kdf: 'scrypt', cost: 16, salt: 'AAAA', nonce: 'AAAA', sealed: 'AAAA' };
  const lock = {
    version: 1,
    idleMinutes: 5,
    keyName: 'a'.repeat(16),
    rows: 'sealed',
    wrongTries: 0,
    passphrase: wrap,
    recovery: wrap,
  };

  it.each<[string, string]>([
    ['asks for all the memory there is', JSON.stringify({ ...lock, passphrase: { ...wrap, cost: 2 ** 40 } })],
    ['is half a file', JSON.stringify(lock).slice(0, 80)],
    ['brings __proto__', JSON.stringify(lock).replace('{', '{"__proto__":{"version":1},')],
    ['has fields nobody knows', JSON.stringify({ ...lock, path: '/etc' })],
    ['is a list', '[]'],
    ['is 1 MB of nothing', ' '.repeat(1024 * 1024)],
  ])('one that %s is no lock', async (_what, text) => {
    writeFileSync(path.join(root, `lock-${'a'.repeat(16)}.json`), text);
    const seal = await sealOf();
    await expect(seal.takeKeys(root, secret)).rejects.toMatchObject({ code: 'notFound' });
    expect(seal.hasTaken()).toBe(false);
  });

  it('one whose keys are forged opens with nothing', async () => {
    writeFileSync(path.join(root, `lock-${'a'.repeat(16)}.json`), JSON.stringify(lock));
    const seal = await sealOf();
    await expect(seal.takeKeys(root, secret)).rejects.toMatchObject({ code: 'wrongPassphrase' });
  });
});

describe('snapshots and journal that somebody else wrote', () => {
  it('a snapshot that blows up to one endless line is damaged, and is let go before it fills the memory', async () => {
    const folder = path.join(root, 'snapshots');
    mkdirSync(folder, { recursive: true });
    const name = formatSnapshotName({ seq: 9, takenAt: 0, reason: 'routine', rows: 1 });
    writeFileSync(path.join(folder, name), gzipSync(Buffer.alloc(160 * 1024 * 1024, 0x20), { level: 1 }));
    const [place] = await listSnapshots(folder);
    if (place === undefined) throw new Error('not a name of a snapshot');
    expect(await verifySnapshot(place)).toBeNull();
    expect(await scanVault(root)).toMatchObject({ complete: true, badSnapshots: [name] });
  });

  it('rows named __proto__ are rows, and change nothing but themselves', async () => {
    await shop.put(
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"n":2}}') as Record<string, unknown>,
    );
    const rows = await rowsOf(root, { unseal: noSeal.unseal });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(rows).toHaveProperty(['cases/__proto__'], { polluted: 1 });
  });

  it('a label with somebody else’s type is made again from what lies there', async () => {
    await shop.vault.close();
    writeFileSync(path.join(root, 'vault.json'), '{"format":"liudi-vault","version":1,"storeId":{"$ne":1}}');
    expect((await shop.vault.summary())?.storeId).toMatch(/^01K/);
  });
});
