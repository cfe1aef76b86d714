import { nameKey } from '#shared/domain/evidence-name';
import { dayStamp } from '#shared/domain/shanghai-time';
import { database } from './database';
import { hashesIn } from './remove-bytes';
import { removeSampleOrders } from './sample-orders';
import { removeSampleReports } from './sample-reports';
import { sampleMark } from './sample-repository';
import type { TrashEntry } from '#shared/domain/trash';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';
import type { CaseRecord, EvidenceRecord } from './records';

/**
 * Takes the sample shop out again, with everything that was added to its cases, and leaves the seller's own rows
 * alone. All or nothing. Running numbers go back to where the seller's own cases are.
 */
export async function removeSample(): Promise<void> {
  const db = database();
  await db.transaction('rw', db.tables, async () => {
    const cases = await db.cases.filter((one) => one.sample).toArray();
    const trashed = await db.trash.filter((one) => one.sample).toArray();
    const trashedCases = trashed.flatMap((one) => (one.kind === 'case' ? (one.caseId ?? []) : []));
    const caseIds = [...cases.map((one) => one.id), ...trashedCases];
    const evidence = await db.evidence.where('caseId').anyOf(caseIds).toArray();
    await db.trash.bulkDelete(trashed.map((one) => one.id));
    await db.cases.bulkDelete(caseIds);
    await removeEvidence([...evidence, ...trashedEvidence(trashed)]);
    await removeRowsOf(caseIds);
    await resetCaseCounters(cases);
    await removeSampleReports(caseIds);
    await removeSampleOrders();
    await db.shops.filter((one) => one.sample).delete();
    await db.addresses.filter((one) => one.sample).delete();
    await db.products.filter((one) => one.sample).delete();
    await db.activities.filter((one) => one.sample).delete();
    await db.people.filter((one) => one.sample === true).delete();
    await db.settings.delete(sampleMark);
  });
}

function trashedEvidence(trashed: readonly TrashEntry[]): EvidenceRecord[] {
  return trashed.flatMap(({ rows }) =>
    rows.filter(({ table }) => table === 'evidence').map(({ row }) => row as EvidenceRecord),
  );
}

async function removeRowsOf(caseIds: readonly CaseId[]): Promise<void> {
  const { events, orderNotes, wrongShipments, reminders, deadlines, drafts, shops, addresses } = database();
  const { tasks, steps, walks, contacts, inspections, commitments, weighings, parcels, costs, claims } =
    database();
  const { invoices } = database();
  const { reviews, penalties, talks, draws, rewards } = database();
  const ids = new Set<string>(caseIds);
  for (const id of caseIds) await events.where('[caseId+seq]').between([id, 0], [id, Infinity]).delete();
  for (const table of [
    orderNotes,
    wrongShipments,
    reminders,
    deadlines,
    tasks,
    steps,
    walks,
    contacts,
    inspections,
    commitments,
    weighings,
    parcels,
    costs,
    claims,
    invoices,
    reviews,
    penalties,
    talks,
  ]) {
    await table
      .where('caseId')
      .anyOf([...ids])
      .delete();
  }
  await wrongShipments.filter((one) => one.sample).delete();
  await parcels.filter((one) => one.sample).delete();
  await reviews.filter((one) => one.sample).delete();
  await penalties.filter((one) => one.sample).delete();
  await draws.filter((one) => one.sample).delete();
  await rewards.filter((one) => one.sample).delete();
  const owners = [
    ...caseIds,
    ...(await shops.filter((one) => one.sample).primaryKeys()),
    ...(await addresses.filter((one) => one.sample).primaryKeys()),
  ];
  await drafts.filter(({ key }) => owners.some((id) => key.includes(id))).delete();
}

/** Bytes go only when no other piece of evidence points at them. */
async function removeEvidence(removed: readonly EvidenceRecord[]): Promise<void> {
  const { evidence, blobs, thumbs, buyerFolders, trash } = database();
  await evidence.bulkDelete(removed.map((one) => one.id));
  for (const sha256 of new Set(removed.map((one) => one.sha256))) {
    const left = await evidence.where('sha256').equals(sha256).sortBy('id');
    // A deleted piece of the seller's own may have the same bytes.
    const waits = await trash.filter(({ rows }) => hashesIn(rows).has(sha256)).count();
    if (left.length === 0 && waits === 0) {
      await blobs.delete(sha256);
      await thumbs.delete(sha256);
    } else if (left.length > 0) await linkToFirst(left, sha256, removed);
  }
  await removeNameCounters(removed);
  for (const buyerId of new Set(removed.map((one) => one.buyerId))) {
    if ((await evidence.where('buyerId').equals(buyerId).count()) === 0) await buyerFolders.delete(buyerId);
  }
}

/** A real piece of evidence whose first copy was in the sample becomes the first itself. */
async function linkToFirst(
  left: readonly EvidenceRecord[],
  sha256: Sha256,
  removed: readonly EvidenceRecord[],
): Promise<void> {
  const gone = new Set<EvidenceId>(removed.filter((one) => one.sha256 === sha256).map((one) => one.id));
  const first = left.find((one) => one.duplicateOf === null)?.id ?? left[0]?.id ?? null;
  for (const one of left) {
    if (one.duplicateOf === null || !gone.has(one.duplicateOf)) continue;
    await database().evidence.update(one.id, { duplicateOf: one.id === first ? null : first });
  }
}

function nameCounter(one: EvidenceRecord): string {
  return `evidence-${nameKey(one.folder)}-${dayStamp(one.receivedAt)}-${one.kind}`;
}

/** Counts of file names go where no real piece of evidence was named by them. */
async function removeNameCounters(removed: readonly EvidenceRecord[]): Promise<void> {
  const { evidence, counters, trash } = database();
  // Names that wait in the trash may come back.
  if ((await trash.count()) > 0) return;
  const buyers = [...new Set(removed.map((one) => one.buyerId))];
  const used = new Set((await evidence.where('buyerId').anyOf(buyers).toArray()).map(nameCounter));
  await counters.bulkDelete(removed.map(nameCounter).filter((key) => !used.has(key)));
}

/** The next case of a day gets the number after the seller's own last one of that day. */
async function resetCaseCounters(removed: readonly CaseRecord[]): Promise<void> {
  const { cases, counters, trash } = database();
  for (const day of new Set(removed.map((one) => one.caseNo.slice(0, 8)))) {
    const left = await cases.where('caseNo').startsWith(`${day}-`).toArray();
    const last = Math.max(0, ...left.map((one) => Number(one.caseNo.slice(9))));
    const key = `case-${day}`;
    // A number that waits in the trash may come back: the count must not fall behind it.
    if ((await trash.filter((one) => one.kind === 'case' && one.title.startsWith(day)).count()) > 0) continue;
    if (last === 0) await counters.delete(key);
    else await counters.put({ key, value: last });
  }
}
