import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTransfers, type Transfers } from '../../../../electron/main/files/transfers';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { openVault, type Vault } from '../../../../electron/main/vault/vault';
import type { AppendRequest, VerifyReport } from '#shared/vault/exchange';
import { markTable } from '#shared/vault/journal';
import { tempFolder } from '../temp-folder';
import { noSeal } from '../../../helpers/no-seal';

const storeId = '01KAJ8Z0000000000000000000';
const clock = { now: () => 1_000, elapsed: () => 0 };
const quiet = () => undefined;
type Entry = AppendRequest['entries'][number];

let documents: string;
let folder: string;
let transfers: Transfers;
let vault: Vault;

beforeEach(() => {
  documents = tempFolder();
  folder = path.join(documents, 'Liudi', 'Vault');
  transfers = createTransfers(clock);
  verifiedFile = memory();
  vault = open();
});

const memory = () => {
  let kept: VerifyReport | null = null;
  return {
    read: () => Promise.resolve(kept),
    write: (report: VerifyReport | null) => {
      kept = report;
      return Promise.resolve();
    },
  };
};
let verifiedFile = memory();
const open = (): Vault => openVault({ folder, transfers, clock, log: quiet, verifiedFile, seal: noSeal });

afterEach(() => vault.close());

const put = (seq: number, key: string, row: unknown = { key }): Entry => ({
  seq,
  time: 0,
  table: 'cases',
  key,
  op: 'put',
  row: JSON.stringify(row),
});
const mark = (seq: number, baseline: 'begun' | 'done'): Entry => ({
  ...put(seq, 'baseline', { baseline, storeId }),
  table: markTable,
});
const append = (...entries: Entry[]) => vault.append({ storeId, entries });
const offer = (acked = 0, objects: { sha256: string; size: number }[] = []) =>
  vault.offer({ storeId, acked, objects });
const begin = () => append(mark(1, 'begun'), put(2, 'a'), mark(3, 'done'));
const journal = (): string => {
  const at = path.join(folder, 'journal');
  return path.join(at, readdirSync(at).find((name) => name.endsWith('.jsonl')) ?? '');
};
const lines = (): number => readFileSync(journal(), 'utf8').split('\n').length - 1;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function store(text: string): Promise<string> {
  const sha256 = hashOf(text);
  const { uploads } = await offer(0, [{ sha256, size: Buffer.byteLength(text) }]);
  const token = uploads[0]?.url.split('/').at(-1) ?? '';
  await transfers.receive(token, [Buffer.from(text)]);
  return sha256;
}
const blobRow = (seq: number, sha256: string, size: number): Entry => ({
  ...put(seq, sha256, { sha256, size, mime: 'image/jpeg' }),
  table: 'blobs',
});

describe('the vault', () => {
  test('a new one asks for a full copy, and then goes on from its last number', async () => {
    expect(await offer()).toMatchObject({ lastSeq: 0, needsBaseline: true });
    await append(mark(1, 'begun'), put(2, 'a'));
    expect(await offer()).toMatchObject({ lastSeq: 2, needsBaseline: true });
    await append(mark(3, 'done'));
    expect(await offer(3)).toMatchObject({ lastSeq: 3, needsBaseline: false });
  });

  test('the same batch twice is written once', async () => {
    await begin();
    await append(put(4, 'b'), put(5, 'c'));
    expect(await append(put(4, 'b'), put(5, 'c'))).toEqual({ lastSeq: 5 });
    expect(await append(put(5, 'c'), put(6, 'd'))).toEqual({ lastSeq: 6 });
    expect(lines()).toBe(6);
  });

  test('a gap is refused, and one the window knows of asks for a full copy', async () => {
    await begin();
    await expect(append(put(9, 'x'))).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await offer(9)).toMatchObject({ needsBaseline: true });
    await append(mark(20, 'begun'), put(21, 'x'), mark(22, 'done'));
    expect(await offer(22)).toMatchObject({ lastSeq: 22, needsBaseline: false });
    expect((await scanVault(folder)).badLines).toEqual([]);
  });

  test('a line torn off by a crash is kept aside and cut off', async () => {
    await begin();
    await vault.close();
    appendFileSync(journal(), '{"seq":4,"ti');
    expect(await append(put(4, 'b'))).toEqual({ lastSeq: 4 });
    expect((await scanVault(folder)).badLines).toEqual([]);
    const torn = readdirSync(path.join(folder, 'journal')).filter((name) => name.includes('.torn-'));
    expect(torn).toHaveLength(1);
  });

  test('a journal names no file whose bytes are not there', async () => {
    await begin();
    await expect(append(blobRow(4, hashOf('photo'), 5))).rejects.toMatchObject({ code: 'notFound' });
    const sha256 = await store('photo');
    await append(blobRow(4, sha256, 5));
    expect(readFileSync(path.join(folder, 'objects', sha256.slice(0, 2), sha256), 'utf8')).toBe('photo');
    expect(await offer(4, [{ sha256, size: 5 }])).toMatchObject({ uploads: [] });
  });

  test('wrong bytes never get a name', async () => {
    await begin();
    const sha256 = hashOf('photo');
    const { uploads } = await offer(0, [{ sha256, size: 5 }]);
    const token = uploads[0]?.url.split('/').at(-1) ?? '';
    await expect(transfers.receive(token, [Buffer.from('phot0')])).rejects.toMatchObject({
      code: 'hashMismatch',
    });
    expect(readdirSync(path.join(folder, 'objects', sha256.slice(0, 2)))).toEqual([]);
  });

  test('a flipped byte in a file is found, set aside and asked for again', async () => {
    await begin();
    const sha256 = await store('photo');
    await append(blobRow(4, sha256, 5));
    expect(await vault.verify()).toMatchObject({ objects: 1, badObjects: [], badLines: [] });
    expect(await open().status()).toMatchObject({ verified: { at: 1_000, objects: 1 } });
    writeFileSync(path.join(folder, 'objects', sha256.slice(0, 2), sha256), 'phot0');
    expect(await vault.verify()).toMatchObject({ badObjects: [sha256] });
    expect(await offer(4, [{ sha256, size: 5 }])).toMatchObject({
      needsBaseline: true,
      uploads: [{ sha256 }],
    });
  });

  test('a damaged line is named by its place, costs only itself, and asks for a full copy', async () => {
    await begin();
    await append(put(4, 'b', { text: 'truth' }), put(5, 'c'));
    await vault.close();
    writeFileSync(journal(), readFileSync(journal(), 'utf8').replace('truth', 'lies!'));
    expect(await vault.verify()).toMatchObject({ badLines: [`${path.basename(journal())}:4`] });
    expect(await offer(5)).toMatchObject({ lastSeq: 5, needsBaseline: true });
    const keys: unknown[] = [];
    for await (const { key } of (await scanVault(folder)).rows()) keys.push(key);
    expect(keys).toEqual(['a', 'c']);
    await append(mark(6, 'begun'), put(7, 'b'), mark(8, 'done'));
    expect(await offer(8)).toMatchObject({ needsBaseline: false });
  });

  test('a folder deleted while running is made again, empty, and asks for a full copy', async () => {
    await begin();
    rmSync(folder, { recursive: true });
    expect(await offer(3)).toMatchObject({ lastSeq: 0, needsBaseline: true });
  });

  test('where the disk is not plugged in, nothing is written in its place', async () => {
    rmSync(documents, { recursive: true });
    await expect(offer()).rejects.toMatchObject({ code: 'writeFailed' });
    expect((await vault.status()).trouble).toBe('missing');
    expect(existsSync(documents)).toBe(false);
    mkdirSync(documents);
    await begin();
    expect((await vault.status()).trouble).toBeNull();
  });

  test("another shop's vault is left alone", async () => {
    await begin();
    const other = open();
    const foreign = { storeId: '01KAJ8Z0000000000000000001', acked: 0, objects: [] };
    await expect(other.offer(foreign)).rejects.toMatchObject({ code: 'writeFailed' });
    expect((await other.status()).trouble).toBe('foreign');
    expect(lines()).toBe(3);
  });

  test('its summary makes nothing', async () => {
    expect(await vault.summary()).toBeNull();
    expect(existsSync(folder)).toBe(false);
    await begin();
    expect(await vault.summary()).toEqual({ storeId, lastSeq: 3 });
  });
});
