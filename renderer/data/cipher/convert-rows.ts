import type { Table } from 'dexie';
import type { RowKeys } from '#shared/ipc/contract';
import { ask } from '../../platform/desktop';
import { databaseName, LiudiDatabase } from '../database';
import { createRowCipher, isSealed, type Row, type RowCipher } from './row-cipher';
import { isSealedTable } from './what-is-sealed';

export type ConvertProgress = { readonly done: number; readonly total: number };

/** Rows changed in one transaction: killed in between, the rest is done at the next start. */
const pageSize = 200;

/**
 * Brings every row to where the lock wants it: sealed, or open again. Rows that are there already are passed over, so
 * it may be broken off anywhere and repeated. Nothing else may use the database meanwhile.
 */
export async function convertRows(
  keys: RowKeys,
  onProgress: (progress: ConvertProgress) => void,
  name: string = databaseName,
): Promise<void> {
  const cipher = await createRowCipher(keys);
  const wantSealed = keys.state !== 'opening';
  // Bare: neither mirrored (nothing changes for the vault) nor opened on the way.
  const db = new LiudiDatabase(name, { mirrored: false, ciphered: false });
  await db.open();
  try {
    const tables = db.tables.filter((table) => isSealedTable(table.name));
    let total = 0;
    for (const table of tables) total += await table.count();
    let done = 0;
    for (const table of tables) {
      const all = (await table.toCollection().primaryKeys()) as unknown[];
      for (let from = 0; from < all.length; from += pageSize) {
        const page = all.slice(from, from + pageSize);
        await db.transaction('rw', [table], async () => convertPage(table, page, cipher, wantSealed));
        done += page.length;
        onProgress({ done, total });
      }
    }
  } finally {
    db.close();
  }
  await ask('rowsSettled');
}

async function convertPage(
  table: Table,
  keys: readonly unknown[],
  cipher: RowCipher,
  wantSealed: boolean,
): Promise<void> {
  const { primaryKey, indexes } = table.core.schema;
  const keyPaths = [primaryKey.keyPath, ...indexes.map(({ keyPath }) => keyPath)];
  const rows = (await table.bulkGet(keys as unknown[])) as (Row | undefined)[];
  const gone: unknown[] = [];
  const changed: Row[] = [];
  for (const [index, row] of rows.entries()) {
    if (row === undefined || isSealed(row) === wantSealed) continue;
    const next = wantSealed ? cipher.seal(table.name, row, keyPaths) : cipher.open(table.name, row);
    // Rows that stay plain on purpose.
    if (next === row) continue;
    changed.push(next);
    const key: unknown = primaryKey.extractKey?.(next);
    if (JSON.stringify(key) !== JSON.stringify(keys[index])) gone.push(keys[index]);
  }
  // First: a unique index must not see the same row twice.
  await table.bulkDelete(gone);
  await table.bulkPut(changed);
}
