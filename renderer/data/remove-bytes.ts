import { database } from './database';
import type { Sha256 } from '#shared/domain/ids';

/** Tables whose rows hold bytes or are made from them: they go with the original. */
const carriers: ReadonlySet<string> = new Set(['blobs', 'thumbs', 'likenesses']);
/** Lines that tell of a file without needing it, and the app's own books. */
const mentions: ReadonlySet<string> = new Set([
  'events',
  'outbox',
  'undo',
  'vaultState',
  'counters',
  'drafts',
]);

/** Every SHA-256 that stands in a row. */
export function hashesIn(rows: readonly unknown[]): ReadonlySet<string> {
  return new Set(JSON.stringify(rows).match(/\b[0-9a-f]{64}\b/g) ?? []);
}

/**
 * Removes the originals that deleted rows named, with what was made from them, where no row of any table needs them
 * any more. Call inside a transaction over all tables, after the rows are gone.
 */
export async function removeUnusedBytes(deleted: readonly unknown[]): Promise<void> {
  const db = database();
  const candidates = new Set(hashesIn(deleted));
  for (const { name, schema } of db.tables) {
    if (candidates.size === 0) return;
    if (carriers.has(name) || mentions.has(name)) continue;
    if (schema.indexes.some(({ keyPath }) => keyPath === 'sha256')) {
      for (const sha256 of candidates) {
        if ((await db.table(name).where('sha256').equals(sha256).count()) > 0) candidates.delete(sha256);
      }
      continue;
    }
    // Elsewhere a hash may stand anywhere in a row. Cases are many and hold none.
    if (name === 'cases') continue;
    await db.table(name).each((row: unknown) => {
      for (const sha256 of hashesIn([row])) candidates.delete(sha256);
    });
  }
  const gone = [...candidates] as Sha256[];
  await db.blobs.bulkDelete(gone);
  await db.thumbs.bulkDelete(gone);
  await db.table('likenesses').bulkDelete(gone);
}
