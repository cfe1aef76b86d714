import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTraces } from '../../../../electron/main/vault/find-traces';
import { noSeal } from '../../../helpers/no-seal';

const words = ['13812345678', '小鱼爱吃猫'];
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const look = () =>
  findTraces(words, {
    dataFolder: path.join(root, 'data'),
    vaultFolder: path.join(root, 'Vault'),
    otherVaults: [path.join(root, 'Vault-17')],
    backup: path.join(root, 'stick'),
    keys: noSeal.objects,
  });

test('finds a word in each shape and names the place', async () => {
  put('data/Default/IndexedDB/app.indexeddb.leveldb/000003.log', Buffer.from('x小鱼爱吃猫', 'utf16le'));
  put(
    'data/Default/IndexedDB/app.indexeddb.leveldb/000004.log',
    Buffer.from('小鱼爱吃猫', 'utf16le').swap16(),
  );
  put('data/Default/IndexedDB/app.indexeddb.blob/1/00/1', 'tel 13812345678');
  put('data/Default/Cache/f1', '13812345678');
  put('data/reminders.json', '{"title":"小鱼爱吃猫"}');
  put('data/rescued/17/a', '13812345678');
  put('data/logs/main.log', 'nothing');
  put('Vault/journal/000000000001.jsonl', '{"buyerId":"小鱼爱吃猫"}');
  put('Vault/snapshots/1-manual-1.jsonl.gz', gzipSync('{"phone":"13812345678"}'));
  put('Vault/objects/ab/file', '13812345678');
  put('Vault-17/journal/1', '13812345678');
  put('stick/snapshots/1-manual-1.jsonl.gz', gzipSync('13812345678'));
  expect((await look()).found).toEqual({
    database: 2,
    databaseFiles: 1,
    browser: 1,
    alarms: 1,
    rescued: 1,
    vaultJournal: 1,
    vaultSnapshots: 1,
    vaultObjects: 1,
    otherVaults: 1,
    backup: 1,
  });
});

test('finds a word that lies over the edge of what is read at once, and a name of a file', async () => {
  put('data/big', Buffer.concat([Buffer.alloc(1024 * 1024 - 5, 0x20), Buffer.from(words[0] ?? '')]));
  put('data/买家_小鱼爱吃猫.txt', '');
  expect(await look()).toMatchObject({ found: { other: 2 }, files: 2 });
});

test('nothing there is nothing found, and short words are not looked for', async () => {
  put('data/a', '1234');
  expect(await look()).toEqual({ found: {}, files: 1, bytes: 4 });
  const places = {
    dataFolder: path.join(root, 'data'),
    vaultFolder: root,
    otherVaults: [],
    backup: null,
    keys: noSeal.objects,
  };
  expect((await findTraces(['12'], places)).found).toEqual({});
});

test('a damaged snapshot or table file keeps nobody from looking at the others', async () => {
  put('Vault/snapshots/1-manual-1.jsonl.gz', gzipSync('13812345678'.repeat(1000)).subarray(0, 40));
  put('data/Default/IndexedDB/app.indexeddb.leveldb/000005.ldb', Buffer.alloc(200, 255));
  put('data/a', '13812345678');
  expect(await look()).toMatchObject({ found: { other: 1 }, files: 3 });
});
