import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { tableEntries } from './store-blocks';
import { indexOf, namesStore, readFileNumber, readName, readRowKey, readStorePlace } from './store-keys';
import { logChanges, type StoreChange } from './store-log';
import { readStoredRow } from './store-values';

type RowKey = string | number;

/** What could be read out of a copy of the browser's store, without the browser. */
export type KeptStore = {
  /** Whether the store could be read at all: the names in it were found. */
  readonly readable: boolean;
  /** The rows of the wanted object stores by their key, as they were last; rows that cannot be read are left out. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<RowKey, unknown>>;
  /** Files of the wanted object stores: by their name below the folder of files, with `/`, whose they are. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, FileOwner>>;
};

/** The key of the row a file belongs to. Not `live`: the row has another file since, or is gone. */
export type FileOwner = { readonly key: RowKey; readonly live: boolean };

/** Names of object stores. */
export type Wanted = { readonly rows: readonly string[]; readonly files: readonly string[] };

const tailBytes = 8;

/**
 * Reads a copy of the browser's store (LevelDB) beside the browser: every table and log that lies there, in the order of
 * the changes. Blocks and records that are damaged are left out, so that what is sound comes back. Changes nothing.
 * @param folder the copy of the IndexedDB folder
 */
export async function readKeptStore(folder: string, wanted: Wanted): Promise<KeptStore> {
  const names = new Map<string, string>();
  for await (const { key, value } of changesIn(folder)) {
    const place = readStorePlace(key);
    const id = place === null ? null : namesStore(key, place);
    if (place !== null && id !== null && value !== null)
      names.set(`${place.database}/${id}`, readName(value));
  }
  const newest = new Map<string, Found>();
  const filesEver: Found[] = [];
  for await (const change of changesIn(folder)) {
    const found = find(change, names, wanted);
    if (found === null) continue;
    const id = change.key.toString('latin1');
    if ((newest.get(id)?.order ?? -1n) <= change.order) newest.set(id, found);
    if (found.isFile && change.value !== null) filesEver.push(found);
  }
  const rows = new Map(wanted.rows.map((name) => [name, new Map<RowKey, unknown>()]));
  for (const { name, own, value, isFile } of newest.values()) {
    const row = value === null || isFile ? undefined : readStoredRow(value);
    if (row !== undefined) rows.get(name)?.set(own, row);
  }
  const files = new Map(wanted.files.map((name) => [name, new Map<string, FileOwner>()]));
  for (const { name, own, key, value, order, database } of filesEver) {
    const number = value === null ? null : readFileNumber(value);
    const live = newest.get(key.toString('latin1'))?.order === order;
    if (number !== null) files.get(name)?.set(fileName(database, number), { key: own, live });
  }
  return { readable: names.size > 0, rows, files };
}

type Found = StoreChange & {
  readonly name: string;
  readonly own: RowKey;
  readonly database: number;
  readonly isFile: boolean;
};

/** What a change is about; null when it is about nothing that is wanted. */
function find(change: StoreChange, names: ReadonlyMap<string, string>, wanted: Wanted): Found | null {
  const place = readStorePlace(change.key);
  if (place === null || place.store === 0) return null;
  const { database, store, index } = place;
  const name = names.get(`${database}/${store}`) ?? '';
  const isFile = index === indexOf.files;
  if (!(isFile ? wanted.files.includes(name) : index === indexOf.rows && wanted.rows.includes(name))) {
    return null;
  }
  const own = readRowKey(change.key, place.next);
  return own === null ? null : { ...change, name, own, database, isFile };
}

/** Where the browser puts a file of this number. */
function fileName(database: number, number: number): string {
  const shelf = ((number & 0xff00) >> 8).toString(16).padStart(2, '0');
  return `${database.toString(16)}/${shelf}/${number.toString(16)}`;
}

async function* changesIn(folder: string): AsyncGenerator<StoreChange> {
  const names: string[] = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((one) => /\.indexeddb\.leveldb[/\\]\d+\.(?:log|ldb)$/.test(one)).sort()) {
    const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
    try {
      yield* name.endsWith('.log') ? logChanges(bytes) : tableChanges(bytes);
    } catch {
      // What was read of it before it broke off counts.
    }
  }
}

/** Keys in tables end in the change's number and whether it put or removed. */
function* tableChanges(file: Buffer): Generator<StoreChange> {
  for (const [full, value] of tableEntries(file)) {
    if (full.length < tailBytes) continue;
    const tail = full.readBigUInt64LE(full.length - tailBytes);
    const isPut = (tail & 0xffn) === 1n;
    yield { key: full.subarray(0, -tailBytes), value: isPut ? value : null, order: tail >> 8n };
  }
}
