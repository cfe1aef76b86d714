import { nameKey } from '#shared/domain/evidence-name';
import type { ObjectRow } from '#shared/vault/exchange';
import { isCarried } from './archive-rows';
import { database } from './database';
import { isMirrored } from './outbox/mirrored';
import { eachStaged } from './restore-staging';
import type { EvidenceRecord } from './records';

export type WholeReport = { readonly rows: Readonly<Record<string, number>> };

const pageRows = 500;

/**
 * Puts the staged archive in the place of everything that is here, in one transaction: killed at any moment, the
 * database is the old one or the new one. Originals were brought before; what the archive does not know goes. What
 * belongs to this computer (drafts, thumbnails, the running session) stays.
 */
export async function applyWhole(onProgress: (done: number) => void): Promise<WholeReport> {
  const db = database();
  const rows: Record<string, number> = {};
  let done = 0;
  await db.transaction('rw', db.tables, async () => {
    for (const { name } of db.tables) {
      if (!isMirrored(name) || name === 'blobs') continue;
      await emptyTable(name);
    }
    for (const { name } of db.tables) {
      if (!isMirrored(name) || name === 'blobs') continue;
      await eachStaged(name, async (page) => {
        await db.table(name).bulkPut(name === 'evidence' ? page.map(withKey) : [...page]);
        rows[name] = (rows[name] ?? 0) + page.length;
        onProgress((done += page.length));
      });
    }
    rows['blobs'] = await keepObjects();
    await db.table('undo').clear();
    // In the same transaction: from here on there is nothing to undo at the next start.
    await db.staging.clear();
  });
  return { rows };
}

async function emptyTable(name: string): Promise<void> {
  const table = database().table(name);
  for (let full = true, last: unknown = null; full;) {
    const page: string[] = (await (last === null ? table.orderBy(':id') : table.where(':id').above(last))
      .limit(pageRows)
      .primaryKeys()) as string[];
    await table.bulkDelete(page.filter((key) => isCarried(name, key)));
    last = page.at(-1);
    full = page.length === pageRows;
  }
}

/** The index is computed, never taken from outside. */
function withKey(row: unknown): unknown {
  const record = row as EvidenceRecord;
  return { ...record, nameKey: nameKey(record.fileName) };
}

async function keepObjects(): Promise<number> {
  const { blobs, thumbs, likenesses } = tablesOfObjects();
  const wanted = new Set<string>();
  await eachStaged<ObjectRow>('blobs', (page) => {
    for (const { sha256 } of page) wanted.add(sha256);
  });
  const gone = ((await blobs.toCollection().primaryKeys()) as string[]).filter(
    (sha256) => !wanted.has(sha256),
  );
  await blobs.bulkDelete(gone);
  await thumbs.bulkDelete(gone);
  await likenesses.bulkDelete(gone);
  return blobs.count();
}

function tablesOfObjects() {
  const db = database();
  return { blobs: db.blobs, thumbs: db.thumbs, likenesses: db.table<unknown, string>('likenesses') };
}
