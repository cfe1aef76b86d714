import { AppError } from '#shared/errors';
import { database } from './database';
import { renameEvidence, renameTables } from './evidence-renaming';
import { appendEvent } from './timeline-repository';
import type { EvidenceKind } from '#shared/domain/evidence';
import type { CaseId, EvidenceId } from '#shared/domain/ids';
import type { EvidenceRecord } from './records';

async function change<T>(work: () => Promise<T>): Promise<T> {
  const db = database();
  return db.transaction('rw', [db.cases, db.events, ...renameTables()], work);
}

async function read(ids: readonly EvidenceId[]): Promise<EvidenceRecord[]> {
  const records = await database().evidence.bulkGet([...new Set(ids)]);
  return records.flatMap((record) => record ?? []);
}

/** Corrects what pieces are; their names follow and the old ones stay in the history (R21). Returns how many changed. */
export async function changeKind(
  ids: readonly EvidenceId[],
  kind: EvidenceKind,
  now: number,
): Promise<number> {
  return change(async () => {
    const others = (await read(ids)).filter((record) => record.kind !== kind);
    for (const record of others) {
      const renamed = await renameEvidence(record, { buyerId: record.buyerId, kind });
      const names = { from: record.fileName, to: renamed.fileName };
      await appendEvent(record.caseId, 'evidenceRenamed', names, now);
    }
    return others.length;
  });
}

/** How many pieces went over, how many copies made of them went along, and how many the other case had already. */
export type MoveOutcome = { readonly moved: number; readonly copies: number; readonly already: number };

/** The copies made here of a piece that lie in the same case. */
async function copiesOf({ id, caseId }: EvidenceRecord): Promise<EvidenceRecord[]> {
  return database()
    .evidence.where('[caseId+receivedAt]')
    .between([caseId, 0], [caseId, Infinity])
    .filter((one) => one.deletedAt === null && one.derivedFrom?.id === id)
    .toArray();
}

/**
 * Moves pieces to another case: name and folder follow its buyer, the old name stays with the piece and in the
 * histories of both cases. Copies made of a piece (marked, blurred, a frame) go along: away from it they would
 * prove nothing. What the other case has already stays where it is. Throws `notFound`.
 */
export async function moveEvidence(
  ids: readonly EvidenceId[],
  caseId: CaseId,
  now: number,
): Promise<MoveOutcome> {
  const db = database();
  return change(async () => {
    const target = await db.cases.get(caseId);
    if (target === undefined) throw new AppError('notFound', { what: 'case' });
    let [moved, copies, already] = [0, 0, 0];
    const waiting = (await read(ids)).map((record) => ({ record, asked: true }));
    const done = new Set<EvidenceId>();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { record, asked } = next;
      if (record.caseId === caseId || done.has(record.id)) continue;
      done.add(record.id);
      const same = await db.evidence.where('sha256').equals(record.sha256).toArray();
      if (same.some((one) => one.caseId === caseId && one.deletedAt === null)) {
        if (asked) already += 1;
        continue;
      }
      const source = await db.cases.get(record.caseId);
      const renamed = await renameEvidence(record, { buyerId: target.buyerId, kind: record.kind });
      // What it proved and how it was judged belonged to the other case.
      await db.evidence.put({ ...renamed, caseId, slot: null, verdict: null });
      const names = { from: record.fileName, to: renamed.fileName };
      const out = { ...names, toCase: target.caseNo };
      const into = { ...names, fromCase: source?.caseNo ?? '' };
      await appendEvent(record.caseId, 'evidenceMovedOut', out, now);
      await appendEvent(caseId, 'evidenceMovedIn', into, now);
      if (asked) moved += 1;
      else copies += 1;
      const others = (await copiesOf(record)).filter(({ id }) => !ids.includes(id));
      waiting.push(...others.map((copy) => ({ record: copy, asked: false })));
    }
    return { moved, copies, already };
  });
}

/** Remembers how a picture is held when looked at: quarter turns to the right. The bytes are not touched. */
export async function setTurns(id: EvidenceId, turns: number): Promise<void> {
  await database().evidence.update(id, { turns: ((turns % 4) + 4) % 4 });
}
