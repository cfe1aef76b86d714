import { AppError } from '#shared/errors';
import { objectTable, type ObjectRow, type RebuildOffer, type RebuildReport } from '#shared/vault/exchange';
import { ask, download } from '../platform/desktop';
import { databaseName, LiudiDatabase, schemaNumber } from './database';
import { isMirrored } from './outbox/mirrored';
import { storeFacts } from './outbox/outbox-repository';
import { type Healed, noteHealed, readDamaged } from './heal';
import { joinObjects, readKeptRows, tellBehind, tellKept, type KeptRows } from './kept-changes';
import { readLines } from './read-lines';
import { prepareTimeline } from './timeline-repository';
import { settleAtNextStart } from './settle-store';
import { fetchFromVault, isSame } from './vault-file';
import type { Sha256 } from '#shared/domain/ids';
import type { JournalKey } from '#shared/vault/journal';
import type { KeptReport } from '#shared/vault/kept';

export type RebuildProgress = {
  readonly phase: 'rows' | 'files';
  readonly done: number;
  readonly total: number;
};

type Line = { readonly table: string; readonly key: JournalKey; readonly row: unknown };

const chunkRows = 500;
const filesAtOnce = 2;

/**
 * Brings the database back from the vault: every row, then every file, each checked by its hash. Rows that are here
 * and newer than the vault stay. Nothing is wiped; broken off and repeated, it comes to the same end. The last step
 * makes the database the vault's own again.
 * @param expected rows per table as last noted, to tell what did not come back
 * @param takeKept brings files into the inbox that are only in the copy kept of the lost database
 * @param anyShop also from a vault of another shop than the one that was here
 */
export async function rebuild(
  expected: Readonly<Record<string, number>> | null,
  onProgress: (progress: RebuildProgress) => void,
  anyShop = false,
  takeKept: () => Promise<KeptReport> = () => Promise.resolve({ files: 0, left: 0 }),
): Promise<RebuildReport> {
  const offer = await ask('beginRebuild', anyShop);
  // A connection that does not note changes: what comes from the vault must not go back to it.
  const db = new LiudiDatabase(databaseName, { mirrored: false });
  await db.open();
  try {
    const newer = await newerHere(db, offer);
    const inVault = await bringRows(db, offer, newer, onProgress);
    const kept = await readKeptRows(offer.storeId, offer.lastSeq);
    const came = await bringKept(db, kept, newer);
    const objects = joinObjects(inVault, came);
    const { files, bytes, missing, healed } = await bringFiles(db, objects, onProgress);
    await adopt(db, offer, came);
    await settleAtNextStart(db);
    // From here on changes are noted for the vault again: that a file was mended belongs there too.
    await prepareTimeline();
    await noteHealed(healed);
    // What stays behind here is tried again at the next start.
    const taken = await takeKept().catch(() => ({ files: 0, left: 1 }));
    const facts = await storeFacts(true);
    const report: RebuildReport = {
      rows: facts.counts,
      files,
      bytes,
      missingRows: findShort(expected ?? {}, facts.counts),
      missingFiles: await namesOf(db, missing),
      badLines: [...offer.badLines],
      ...tellKept(kept, came, taken),
      ...tellBehind(offer, kept),
    };
    await ask('finishRebuild', facts, report);
    // Not before: a rebuild that is repeated needs the copy again, for the vault still lacks what came out of it.
    if (taken.left === 0) await ask('finishKept').catch(() => null);
    return report;
  } finally {
    db.close();
  }
}

async function bringRows(
  db: LiudiDatabase,
  offer: RebuildOffer,
  newer: ReadonlySet<string>,
  onProgress: (progress: RebuildProgress) => void,
): Promise<readonly ObjectRow[]> {
  const total = Object.values(offer.counts).reduce((sum, count) => sum + count, 0);
  const known = new Set(db.tables.map(({ name }) => name).filter(isMirrored));
  const objects: ObjectRow[] = [];
  let waiting: Line[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await writeRows(db, waiting);
    done += waiting.length;
    waiting = [];
    onProgress({ phase: 'rows', done, total: Math.max(total, done) });
  };
  for await (const text of readLines(await download(offer.rowsUrl))) {
    const line = JSON.parse(text) as Line;
    const { table, key, row } = line;
    if (table === objectTable && row !== null) objects.push(row as ObjectRow);
    if (!known.has(table) || table === objectTable || newer.has(keyOf(table, key))) continue;
    if (table === 'settings' && key === 'schemaNumber') {
      const found = Number((row as { readonly value?: unknown } | null)?.value ?? 0);
      if (found > schemaNumber) throw new AppError('databaseNewer', { found, known: schemaNumber });
      continue;
    }
    waiting.push(line);
    if (waiting.length >= chunkRows) await flush();
  }
  await flush();
  return objects;
}

function keyOf(table: string, key: JournalKey): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** Changes that were committed here and never came to the vault. */
async function newerHere(db: LiudiDatabase, offer: RebuildOffer): Promise<ReadonlySet<string>> {
  if ((await db.vaultState.get('storeId'))?.value !== offer.storeId) return new Set();
  const rows = await db.outbox.where(':id').above(offer.lastSeq).toArray();
  return new Set(rows.map(({ table, key }) => keyOf(table, key)));
}

async function writeRows(db: LiudiDatabase, lines: readonly Line[]): Promise<void> {
  const tables = [...new Set(lines.map(({ table }) => table))];
  if (tables.length === 0) return;
  await db.transaction('rw', tables, async () => {
    for (const name of tables) {
      const own = lines.filter(({ table }) => table === name);
      await db.table(name).bulkDelete(own.filter(({ row }) => row === null).map(({ key }) => key));
      await db.table(name).bulkPut(own.filter(({ row }) => row !== null).map(({ row }) => row));
    }
  });
}

type Brought = {
  readonly files: number;
  readonly bytes: number;
  readonly missing: ReadonlySet<string>;
  /** Files that were here and were not what they should be. */
  readonly healed: readonly Healed[];
};

async function bringFiles(
  db: LiudiDatabase,
  objects: readonly ObjectRow[],
  onProgress: (progress: RebuildProgress) => void,
): Promise<Brought> {
  const line = [...objects];
  const missing = new Set<string>();
  const healed: Healed[] = [];
  let [files, bytes] = [0, 0];
  const work = async (): Promise<void> => {
    for (let one = line.shift(); one !== undefined; one = line.shift()) {
      if (await bringFile(db, one, healed)) {
        files += 1;
        bytes += one.size;
      } else missing.add(one.sha256);
      onProgress({ phase: 'files', done: files + missing.size, total: objects.length });
    }
  };
  onProgress({ phase: 'files', done: 0, total: objects.length });
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  return { files, bytes, missing, healed };
}

/** @returns whether the right bytes are here now */
async function bringFile(db: LiudiDatabase, { sha256, mime }: ObjectRow, healed: Healed[]): Promise<boolean> {
  const id = sha256 as Sha256;
  const here = await db.blobs.get(id);
  if (here !== undefined && (await isSame(here.blob, id))) return true;
  const blob = await fetchFromVault(id, mime);
  if (blob === null) return false;
  if (here !== undefined) healed.push({ sha256: id, blob: null, damaged: await readDamaged(here.blob) });
  await db.blobs.put({ sha256: id, blob });
  return true;
}

/** From here on the database is the one the vault belongs to, and its numbers go on after the vault's. */
async function adopt(
  db: LiudiDatabase,
  { storeId, lastSeq }: RebuildOffer,
  came: KeptRows['changes'],
): Promise<void> {
  if (storeId === '') return;
  await db.transaction('rw', [db.vaultState, db.outbox], async () => {
    const isOwn = (await db.vaultState.get('storeId'))?.value === storeId;
    if (isOwn) await db.outbox.where(':id').belowOrEqual(lastSeq).delete();
    else await db.outbox.clear();
    // What came out of the copy is in no vault yet: it goes there under the numbers it had.
    await db.outbox.bulkPut([...came]);
    const waiting = (await db.outbox.toCollection().primaryKeys()) as number[];
    const head = Math.max(lastSeq, ...waiting.slice(-1));
    if (head === lastSeq) {
      // Writing the number once moves the database's own counter past it.
      await db.outbox.put({ seq: lastSeq, time: 0, table: '', key: '', op: 'delete', row: null });
      await db.outbox.delete(lastSeq);
    }
    // A vault that is told of a number it never confirmed asks for everything anew: so a gap does no harm.
    const follows = waiting.every((seq, index) => seq === lastSeq + 1 + index);
    await db.vaultState.bulkPut([
      { key: 'storeId', value: storeId },
      { key: 'acked', value: follows ? lastSeq : head },
    ]);
  });
}

function findShort(
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(expected)
      .map(([table, count]) => [table, count - (found[table] ?? 0)] as const)
      .filter(([, short]) => short > 0),
  );
}

/** Names the seller knows the files by; the hash where no evidence points at one. */
async function namesOf(db: LiudiDatabase, hashes: ReadonlySet<string>): Promise<string[]> {
  const names: string[] = [];
  for (const sha256 of hashes) {
    const rows = await db.evidence.where('sha256').equals(sha256).toArray();
    names.push(...(rows.length === 0 ? [sha256] : rows.map(({ fileName }) => fileName)));
  }
  return names.sort();
}

/**
 * Writes what the lost database had confirmed and the vault never got.
 * @param newer rows that are here and newer than the vault: they stay
 * @returns the changes that were not here
 */
async function bringKept(
  db: LiudiDatabase,
  { changes }: KeptRows,
  newer: ReadonlySet<string>,
): Promise<KeptRows['changes']> {
  const known = new Set(db.tables.map(({ name }) => name).filter(isMirrored));
  const came = changes.filter(({ table, key }) => known.has(table) && !newer.has(keyOf(table, key)));
  const done: KeptRows['changes'][number][] = [];
  for (let start = 0; start < came.length; start += chunkRows) {
    const some = came.slice(start, start + chunkRows);
    if (await replay(db, some).then(yes, no)) done.push(...some);
    // One that does not fit in keeps no other out.
    else for (const one of some) if (await replay(db, [one]).then(yes, no)) done.push(one);
  }
  return done;
}

/** In the order they were made, so that a name one row gave up is free for the next. */
async function replay(db: LiudiDatabase, changes: KeptRows['changes']): Promise<void> {
  const rows = changes.filter(({ table }) => table !== objectTable);
  if (rows.length === 0) return;
  await db.transaction('rw', [...new Set(rows.map(({ table }) => table))], async () => {
    for (const { table, key, op, row } of rows) {
      if (op === 'put') await db.table(table).put(row);
      else await db.table(table).delete(key);
    }
  });
}

const yes = (): boolean => true;
const no = (): boolean => false;
