import {
  cmp,
  Dexie,
  type DBCoreCursor,
  type DBCoreIndex,
  type DBCoreKeyRange,
  type DBCoreTransaction,
} from 'dexie';
import type { Row } from './row-cipher';

/** One row at its place in an index. */
export type Entry = { readonly key: unknown; readonly primaryKey: unknown; readonly value: Row };

/**
 * Rows in the order and range of an index, found by looking at all of them: a token can only be looked up, it has no
 * order. Exact lookups never come here.
 */
export function scan(
  rows: readonly Row[],
  index: DBCoreIndex,
  primary: DBCoreIndex,
  range: DBCoreKeyRange,
): Entry[] {
  const entries: Entry[] = [];
  for (const value of rows) {
    const primaryKey: unknown = primary.extractKey?.(value);
    const found: unknown = index.isPrimaryKey === true ? primaryKey : index.extractKey?.(value);
    const keys: readonly unknown[] = index.multiEntry === true && Array.isArray(found) ? found : [found];
    for (const key of keys) if (isKey(key) && isWithin(key, range)) entries.push({ key, primaryKey, value });
  }
  return entries.sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey));
}

function isKey(key: unknown): boolean {
  if (Array.isArray(key)) return key.every(isKey);
  return typeof key === 'string' || key instanceof Date || (typeof key === 'number' && !Number.isNaN(key));
}

function isWithin(key: unknown, { type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): boolean {
  // 3: any, 4: none (Dexie's DBCoreRangeType).
  if ((type as number) === 3) return true;
  if ((type as number) === 4) return false;
  if (lower !== undefined) {
    const order = cmp(key, lower);
    if (order < 0 || (order === 0 && lowerOpen === true)) return false;
  }
  if (upper === undefined) return true;
  const order = cmp(key, upper);
  return order < 0 || (order === 0 && upperOpen !== true);
}

/** Leaves one entry of each key, as a cursor over unique keys does. */
export function uniqueKeys(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ key }, index) => index === 0 || cmp(key, entries[index - 1]?.key) !== 0);
}

/** A cursor over entries that are already here. @returns null when there are none, as IndexedDB does */
export function cursorOver(
  entries: readonly Entry[],
  reverse: boolean,
  trans: DBCoreTransaction,
): DBCoreCursor | null {
  if (entries.length === 0) return null;
  let at = 0;
  let steps: (() => void) | null = null;
  let settle: { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void } | null =
    null;
  const sign = reverse ? -1 : 1;
  const move = (by: (entry: Entry) => boolean): void => {
    at += 1;
    while (at < entries.length && !by(entries[at] as Entry)) at += 1;
    steps?.();
  };
  const cursor = {
    trans,
    get key() {
      return entries[at]?.key;
    },
    get primaryKey() {
      return entries[at]?.primaryKey;
    },
    get value() {
      return entries[at]?.value;
    },
    get done() {
      return at >= entries.length;
    },
    continue: (key?: unknown) => {
      move((entry) => key === undefined || sign * cmp(entry.key, key) >= 0);
    },
    continuePrimaryKey: (key: unknown, primaryKey: unknown) => {
      move((entry) => {
        const order = sign * cmp(entry.key, key);
        return order > 0 || (order === 0 && sign * cmp(entry.primaryKey, primaryKey) >= 0);
      });
    },
    advance: (count: number) => {
      at += count - 1;
      move(() => true);
    },
    start: (onNext: () => void) =>
      new Dexie.Promise<unknown>((done, failed) => {
        settle = { done, failed };
        let running = false;
        let again = false;
        // A loop, not a recursion: a hundred thousand rows would overflow the stack.
        steps = () => {
          again = true;
          if (running) return;
          running = true;
          while (again) {
            again = false;
            if (at >= entries.length) {
              done(undefined);
              break;
            }
            try {
              onNext();
            } catch (error) {
              failed(error as Error);
            }
          }
          running = false;
        };
        steps();
      }),
    stop: (value?: unknown) => {
      steps = null;
      settle?.done(value);
    },
    next: async (): Promise<DBCoreCursor> => {
      let first = true;
      await cursor.start(() => {
        if (first) {
          first = false;
          cursor.continue();
        } else cursor.stop();
      });
      return cursor;
    },
    fail: (error: Error) => {
      settle?.failed(error);
    },
  } as unknown as DBCoreCursor;
  return cursor;
}
