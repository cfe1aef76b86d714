import { readVarint } from './snappy';

/**
 * Where an entry of the browser's store belongs: database, object store and index. Index 1 holds the rows, 3 the numbers
 * of the files a row has; object store 0 says what the others are called.
 */
export type StorePlace = {
  readonly database: number;
  readonly store: number;
  readonly index: number;
  /** Where the entry's own key begins. */
  readonly next: number;
};

export const indexOf = { rows: 1, files: 3 } as const;

/** The beginning of a key: one byte tells how long three numbers are that follow. */
export function readStorePlace(key: Buffer): StorePlace | null {
  const sizes = key[0];
  if (sizes === undefined) return null;
  const [one, two, three] = [((sizes >> 5) & 7) + 1, ((sizes >> 2) & 7) + 1, (sizes & 3) + 1];
  const next = 1 + one + two + three;
  if (key.length < next || one > 6 || two > 6) return null;
  return {
    database: key.readUIntLE(1, one),
    store: key.readUIntLE(1 + one, two),
    index: key.readUIntLE(1 + one + two, three),
    next,
  };
}

/** Entries of object store 0 about an object store begin with this. */
const aboutStore = 50;

/** The number of the object store whose name this entry holds; null for any other entry. */
export function namesStore(key: Buffer, place: StorePlace): number | null {
  if (place.store !== 0 || place.index !== 0 || place.database === 0 || key[place.next] !== aboutStore) {
    return null;
  }
  const id = readVarint(key, place.next + 1);
  return id !== null && key[id.next] === 0 && id.next + 1 === key.length ? id.value : null;
}

/** A name as it stands in a value: two bytes a sign, the higher first. */
export function readName(value: Buffer): string {
  return value.length % 2 === 0 ? Buffer.from(value).swap16().toString('utf16le') : '';
}

/** A row's own key: a text or a number; null for other kinds, which we have none of where it matters. */
export function readRowKey(key: Buffer, at: number): string | number | null {
  const kind = key[at];
  if (kind === 3) return key.length >= at + 9 ? key.readDoubleLE(at + 1) : null;
  if (kind !== 1) return null;
  const length = readVarint(key, at + 1);
  if (length === null || length.next + 2 * length.value > key.length) return null;
  return readName(key.subarray(length.next, length.next + 2 * length.value));
}

/** The number of a row's first file; null when it has none. */
export function readFileNumber(value: Buffer): number | null {
  return value[0] === 0 || value[0] === 1 ? (readVarint(value, 1)?.value ?? null) : null;
}
