import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readKeptStore } from '../../../../electron/main/vault/kept-store';
import { tempFolder } from '../temp-folder';
import { writeStoreCopy } from '../../../helpers/kept-copy';

// That real stores are laid out like this is seen in tests/e2e/kept-copy.spec.ts.

let folder: string;
const wanted = { rows: ['outbox', 'vaultState'], files: ['blobs', 'thumbs'] };
const long = '这句话很长'.repeat(9000);

beforeEach(() => {
  folder = tempFolder();
});

const log = (): string => path.join(folder, 'app_liudi_0.indexeddb.leveldb', '000003.log');

function fill(): void {
  writeStoreCopy(folder, [
    { store: 'cases', key: 'x', row: { id: 'x', secret: 1 } },
    { store: 'vaultState', key: 'storeId', row: { key: 'storeId', value: 'S' } },
    { store: 'outbox', key: 7, row: { table: 'cases', key: 'x', op: 'put', row: { text: long } } },
    { store: 'outbox', key: 8, row: { table: 'cases', key: 'y', op: 'put', row: null }, gone: true },
    { store: 'outbox', key: 9, row: { $: new Uint8Array([1, 2, 255]) } },
    { store: 'blobs', key: 'aa', row: { sha256: 'aa' }, bytes: Buffer.from('photo') },
    { store: 'blobs', key: 'bb', row: { sha256: 'bb' }, bytes: Buffer.from('old'), gone: true },
    { store: 'thumbs', key: 'aa', row: { sha256: 'aa' }, bytes: Buffer.from('small') },
  ]);
}

test('rows come as they were last, and each file with the row it belongs to', async () => {
  fill();
  const store = await readKeptStore(folder, wanted);
  expect(store.readable).toBe(true);
  expect([...(store.rows.get('outbox')?.keys() ?? [])]).toEqual([7, 9]);
  expect(store.rows.get('outbox')?.get(7)).toMatchObject({ row: { text: long } });
  expect(store.rows.get('outbox')?.get(9)).toEqual({ $: new Uint8Array([1, 2, 255]) });
  expect(store.rows.get('vaultState')?.get('storeId')).toMatchObject({ value: 'S' });
  expect([...(store.files.get('blobs') ?? [])]).toEqual([
    ['1/00/7', { key: 'aa', live: true }],
    ['1/00/8', { key: 'bb', live: false }],
  ]);
  expect([...(store.files.get('thumbs')?.keys() ?? [])]).toEqual(['1/00/9']);
});

test('a log that is cut anywhere, or has any byte altered, gives what is sound and nothing else', async () => {
  fill();
  const whole = readFileSync(log());
  for (let at = 0; at < whole.length; at += 997) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(log(), bytes);
    const { rows } = await readKeptStore(folder, wanted);
    for (const row of [rows.get('outbox')?.get(7)].filter((one) => one !== undefined)) {
      expect(row).toMatchObject({ row: { text: long } });
    }
    writeFileSync(log(), whole);
    truncateSync(log(), at);
    await expect(readKeptStore(folder, wanted)).resolves.toBeDefined();
  }
});

test('what the browser went on writing behind a torn record, out of its blocks, is found', async () => {
  const rows = [{ store: 'outbox', key: 1, row: { op: 'put', text: 'before' } }];
  writeStoreCopy(folder, rows);
  const before = readFileSync(log());
  writeStoreCopy(folder, [...rows, { store: 'outbox', key: 2, row: { op: 'put', text: 'after' } }]);
  const after = readFileSync(log()).subarray(before.length);
  writeFileSync(log(), Buffer.concat([before, after.subarray(0, 20), after]));
  const { rows: found } = await readKeptStore(folder, wanted);
  expect([...(found.get('outbox')?.values() ?? [])]).toMatchObject([{ text: 'before' }, { text: 'after' }]);
});

test('what is no store at all is told as such', async () => {
  expect((await readKeptStore(folder, wanted)).readable).toBe(false);
  fill();
  writeFileSync(log(), Buffer.alloc(70_000, 0xff));
  expect((await readKeptStore(folder, wanted)).readable).toBe(false);
});
