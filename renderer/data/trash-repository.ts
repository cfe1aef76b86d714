import { AppError } from '#shared/errors';
import { purgeAt, type TrashEntry, type TrashKind } from '#shared/domain/trash';
import { database } from './database';
import { deadlineTables, syncDeadlines } from './deadline-repository';
import { renameEvidence, renameTables } from './evidence-renaming';
import { syncFollowUp } from './reminder-repository';
import { removeUnusedBytes } from './remove-bytes';
import { appendEvent } from './timeline-repository';
import { keepInTrash, tableOfKind, tablesOfCase } from './trash-rows';
import type { CaseId } from '#shared/domain/ids';
import type { EvidenceRecord, WrongShipmentRecord } from './records';

/**
 * Deletes things of one kind: they go to the trash with all that belongs to them, in one action that can be taken
 * back. The history of their case says so and stays.
 * @returns how many were there to delete
 */
export async function moveToTrash(kind: TrashKind, ids: readonly string[], now: number): Promise<number> {
  const db = database();
  const from = kind === 'case' ? ['cases', ...tablesOfCase()] : [tableOfKind[kind], 'cases'];
  return db.transaction('rw', [...new Set([...from, 'trash', 'events'])], async () => {
    let count = 0;
    for (const id of ids) {
      const entry = await keepInTrash(tableOfKind[kind], id, now);
      if (entry === null) continue;
      count += 1;
      if (entry.caseId === null) continue;
      await appendEvent(entry.caseId, 'trashed', { what: kind, name: entry.title }, now);
    }
    return count;
  });
}

/** What lies in the trash, newest first. */
export function listTrash(): Promise<TrashEntry[]> {
  return database().trash.orderBy('deletedAt').reverse().toArray();
}

/**
 * Puts deleted things back as they were; clocks and alarms are brought up to now.
 * @throws AppError `notFound`; `caseInTrash` for a part whose case is deleted itself
 */
export async function restoreFromTrash(id: string, now: number): Promise<TrashEntry> {
  const db = database();
  const known = await db.trash.get(id);
  if (known === undefined) throw new AppError('notFound', { what: 'trash' });
  const tables = [...known.rows.map(({ table }) => table), 'cases', 'trash', 'events'];
  const more = [...deadlineTables(), ...renameTables()].map(({ name }) => name);
  const all = new Set([...tables, ...more]);
  return db.transaction('rw', [...all], async () => {
    const entry = await db.trash.get(id);
    if (entry === undefined) throw new AppError('notFound', { what: 'trash' });
    const { caseId } = entry;
    if (entry.kind !== 'case' && caseId !== null && (await db.cases.get(caseId)) === undefined) {
      throw new AppError('caseInTrash');
    }
    for (const { table, row } of entry.rows) await db.table(table).put(row);
    await db.trash.delete(id);
    if (entry.kind === 'evidence' && caseId !== null) await nameAfterCase(entry, caseId);
    const item = entry.kind === 'case' && caseId !== null ? await db.cases.get(caseId) : undefined;
    if (item !== undefined) {
      await syncDeadlines(item, now);
      await syncFollowUp(item, now);
    }
    if (caseId !== null) {
      await appendEvent(caseId, 'restored', { what: entry.kind, name: entry.title }, now);
    }
    return entry;
  });
}

/** The buyer ID may have been corrected while a piece lay in the trash: it comes back under the new name (R21). */
async function nameAfterCase(entry: TrashEntry, caseId: CaseId): Promise<void> {
  const { cases, evidence } = database();
  const owner = await cases.get(caseId);
  for (const { table, row } of entry.rows) {
    if (table !== 'evidence' || owner === undefined) continue;
    const record = await evidence.get((row as EvidenceRecord).id);
    if (record === undefined || record.buyerId === owner.buyerId) continue;
    await evidence.put(await renameEvidence(record, { buyerId: owner.buyerId, kind: record.kind }));
  }
}

/**
 * Deletes things in the trash for good, with their bytes where nothing else points at them; a case with its history
 * and all that was deleted of it before. There is no undo, and no step back that could bring them in again.
 */
export async function purgeTrash(ids: readonly string[]): Promise<void> {
  const db = database();
  await db.transaction('rw', db.tables, async () => {
    const chosen = (await db.trash.bulkGet([...ids])).flatMap((one) => one ?? []);
    const cases = new Set<CaseId>(chosen.flatMap((one) => (one.kind === 'case' ? (one.caseId ?? []) : [])));
    const parts = await db.trash.filter(({ caseId }) => caseId !== null && cases.has(caseId)).toArray();
    const gone = new Map([...chosen, ...parts].map((one) => [one.id, one]));
    await db.trash.bulkDelete([...gone.keys()]);
    for (const caseId of cases) await removeHistory(caseId);
    await removeUnusedBytes([...gone.values()].flatMap(({ rows }) => rows.map(({ row }) => row)));
    await db.undo.clear();
  });
}

/** A case's history and what was typed into its forms. */
async function removeHistory(caseId: CaseId): Promise<void> {
  const { events, drafts } = database();
  await events.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).delete();
  await drafts.filter(({ key }) => key.includes(caseId)).delete();
}

/** Deletes for good what has lain in the trash for 90 days. @returns how many things went */
export async function purgeOld(now: number): Promise<number> {
  const old = (await listTrash()).filter((entry) => purgeAt(entry) <= now);
  if (old.length > 0) await purgeTrash(old.map(({ id }) => id));
  return old.length;
}

/** Earlier versions only marked a wrong shipment as deleted; such lines go to the trash with their own date. */
export async function adoptMarked(): Promise<void> {
  const db = database();
  // Names `undo`: nobody's action.
  await db.transaction('rw', [db.wrongShipments, db.cases, db.trash, db.undo], async () => {
    const marked = await db.wrongShipments.filter(({ deletedAt }) => deletedAt !== null).toArray();
    for (const { id, deletedAt } of marked as readonly WrongShipmentRecord[]) {
      await db.wrongShipments.update(id, { deletedAt: null });
      await keepInTrash('wrongShipments', id, deletedAt ?? 0);
    }
  });
}
