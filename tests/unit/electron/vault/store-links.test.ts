import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createStoreLinks, type StoreLinks } from '../../../../electron/main/vault/store-links';
import { tempFolder } from '../temp-folder';

let data: string;
let store: string;
let links: StoreLinks;

const rowFile = (name: string): string => path.join(store, 'app_liudi_0.indexeddb.leveldb', name);
const photo = (name: string): string => path.join(store, 'app_liudi_0.indexeddb.blob', '1', '00', name);
const folderOf = (file: string): string => path.dirname(file);

function makeStore(): void {
  mkdirSync(folderOf(rowFile('x')), { recursive: true });
  mkdirSync(folderOf(photo('x')), { recursive: true });
  writeFileSync(rowFile('CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(rowFile('000003.log'), 'first ');
}

/** What the files below a folder of the data folder say. */
const texts = (folder: string): readonly string[] =>
  readdirSync(path.join(data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));

beforeEach(async () => {
  data = tempFolder();
  store = path.join(data, 'IndexedDB');
  links = createStoreLinks(store, data, () => undefined);
  makeStore();
  await links.renew();
});

test('a store the browser deletes at once stays, with all that was written to it and every photo that came', async () => {
  writeFileSync(photo('ab'), 'a late photo');
  await links.follow();
  appendFileSync(rowFile('000003.log'), 'and last');
  rmSync(store, { recursive: true });
  makeStore();
  // Another store in its place: what was named is not let go for it.
  await links.follow();
  await links.follow();
  expect(await links.keep(5)).toBe(true);
  expect(texts(path.join('rescued', '5'))).toEqual(
    expect.arrayContaining(['a late photo', 'first and last']),
  );
  expect(await links.keep(6)).toBe(false);
});

test('what is missing once is kept, for the store may be on its way out; missing twice, it was let go of', async () => {
  writeFileSync(photo('ab'), 'a photo');
  await links.follow();
  rmSync(photo('ab'));
  await links.follow();
  expect(texts('store-links')).toContain('a photo');
  await links.follow();
  expect(texts('store-links')).not.toContain('a photo');
});

test('found sound again, exactly its own files have second names', async () => {
  writeFileSync(photo('ab'), 'of the old store');
  await links.follow();
  rmSync(store, { recursive: true });
  makeStore();
  writeFileSync(photo('ab'), 'of the new store');
  await links.renew();
  expect([...texts('store-links')].sort()).toEqual(['MANIFEST-000001\n', 'first ', 'of the new store']);
});

test('where there is nothing to name, nothing is wrong', async () => {
  rmSync(store, { recursive: true });
  rmSync(path.join(data, 'store-links'), { recursive: true });
  await links.follow();
  await links.renew();
  expect(await links.keep(5)).toBe(false);
});
