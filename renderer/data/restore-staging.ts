import { AppError } from '#shared/errors';
import { readArchiveLine } from '#shared/vault/archive';
import type { ArchiveFacts } from '#shared/vault/archive-exchange';
import { download } from '../platform/desktop';
import { isCarried } from './archive-rows';
import { database, schemaNumber } from './database';
import { readLines } from './read-lines';
import type { StagedRecord } from './records';

export const addedMark = '$added';
const chunkRows = 500;

/**
 * Reads a checked archive's rows into the staging table; nothing of the shop changes.
 * @throws AppError `databaseNewer` for rows of a later schema, `archiveUnsafe`, `cancelled`
 */
export async function stageArchive(
  facts: ArchiveFacts,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  if (facts.schema > schemaNumber) {
    throw new AppError('databaseNewer', { found: facts.schema, known: schemaNumber });
  }
  await undoUnfinishedRestore();
  const { staging, tables } = database();
  const known = new Set(tables.map(({ name }) => name));
  const total = Object.values(facts.counts).reduce((sum, count) => sum + count, 0);
  let waiting: StagedRecord[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await staging.bulkAdd(waiting);
    done += waiting.length;
    waiting = [];
    onProgress(done, total);
  };
  for await (const text of readLines(await download(facts.rowsUrl))) {
    if (signal.aborted) throw new AppError('cancelled');
    const line = readArchiveLine(text);
    if (line === null) throw new AppError('archiveUnsafe', { what: 'row' });
    const { table, key, row } = line;
    if (!known.has(table) || !isCarried(table, key)) continue;
    waiting.push({ n: done + waiting.length, table, caseId: caseOf(table, row), row });
    if (waiting.length >= chunkRows) await flush();
  }
  await flush();
}

function caseOf(table: string, row: Readonly<Record<string, unknown>>): string {
  const id = table === 'cases' ? row['id'] : row['caseId'];
  return typeof id === 'string' ? id : '';
}

/** All staged rows of a table, page by page. Inside a transaction `take` may only wait for the database. */
/* oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its table holds */
export async function eachStaged<T>(
  table: string,
  take: (rows: readonly T[]) => Promise<void> | void,
): Promise<void> {
  const { staging } = database();
  for (let last = -1; ;) {
    const page: StagedRecord[] = await staging
      .where('[table+n]')
      .between([table, last], [table, Infinity], false)
      .limit(chunkRows)
      .toArray();
    const end = page.at(-1);
    if (end === undefined) return;
    await take(page.map(({ row }) => row as T));
    last = end.n;
  }
}

/** Staged rows of one case in one table. */
export async function stagedOf<T>(table: string, caseId: string): Promise<readonly T[]> {
  const found = await database().staging.where('[table+caseId]').equals([table, caseId]).toArray();
  return found.map(({ row }) => row as T);
}

/**
 * Removes what a restore that was not finished left: staged rows, and originals that came for it and that nothing
 * points at. Call at start, before anything is shown: a restore counts as a whole or not at all.
 */
export async function undoUnfinishedRestore(): Promise<void> {
  const db = database();
  if ((await db.staging.count()) === 0) return;
  const added = (await stagedOf<{ readonly sha256: string }>(addedMark, '')).map(({ sha256 }) => sha256);
  await db.transaction('rw', [db.staging, db.blobs, db.evidence, db.table('inbox')], async () => {
    for (const sha256 of added) {
      const used =
        (await db.evidence.where('sha256').equals(sha256).count()) +
        (await db.table('inbox').where('sha256').equals(sha256).count());
      if (used === 0) await db.blobs.delete(sha256);
    }
    await db.staging.clear();
  });
}
