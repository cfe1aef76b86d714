import { checkEvidence, type SlotCheck } from '#shared/domain/evidence-check';
import { checklistOf, reasonOf, riskyTypes } from '#shared/knowledge/evidence-checklists';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { AppError } from '#shared/errors';
import { readCaution } from './buyer-repository';
import { database } from './database';
import { listDeadlines } from './deadline-repository';
import { renameEvidence, renameTables } from './evidence-renaming';
import { listEvidenceOfCase } from './evidence-repository';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { ClaimReason } from '#shared/domain/claim-reason';
import type { CaseId, EvidenceId } from '#shared/domain/ids';
import type { EvidenceKind, EvidenceVerdict } from '#shared/domain/evidence';
import type { DeadlineRecord } from './records';

/** One thing a case still has to prove. `state` says why it does not count: nothing there, not looked at, asked again. */
export type MissingEvidence = {
  readonly slot: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly why: { readonly zh: string; readonly en: string };
  readonly need: 'must' | 'should';
  readonly state: 'missing' | 'toJudge' | 'askAgain';
  readonly lacking: number;
  readonly source: readonly string[];
};

/** A case's checklist as it stands, and our own clock that ends first. */
export type EvidenceCheck = {
  readonly reason: ClaimReason | null;
  readonly risky: boolean;
  readonly slots: readonly SlotCheck[];
  /** Our next running clock of the case; null when none runs. */
  readonly before: DeadlineRecord | null;
};

/** This many cases of one buyer within {@link busyMs} make the next one risky. */
const busyCount = 3;
const busyMs = 180 * 86_400_000;

/** Whether every word of a case should be kept as a screenshot (R11): a dispute, a buyer with a caution or many cases. */
async function isRisky(item: Case): Promise<boolean> {
  if (riskyTypes.has(item.type)) return true;
  if ((await readCaution(item.platform, item.buyerId)) !== 'none') return true;
  const others = await database()
    .cases.where('[platform+buyerId]')
    .equals([item.platform, item.buyerId])
    .toArray();
  const lately = others.filter(
    (one) => one.deletedAt === null && Math.abs(one.createdAt - item.createdAt) <= busyMs,
  );
  return lately.length >= busyCount;
}

/** What a case has to prove, what is there and what is not (R131); undefined for a case that is not there. */
export async function readEvidenceCheck(caseId: CaseId): Promise<EvidenceCheck | undefined> {
  const item = await database().cases.get(caseId);
  if (item === undefined) return undefined;
  const [items, deadlines, risky] = await Promise.all([
    listEvidenceOfCase(caseId),
    listDeadlines(caseId),
    isRisky(item),
  ]);
  const reason = reasonOf(item.type, item.claimReason);
  return {
    reason,
    risky,
    slots: checkEvidence(checklistOf(item.type, reason, risky), items),
    before:
      deadlines.find(
        ({ state, actor }) => state === 'running' && (actor === 'merchant' || actor === 'both'),
      ) ?? null,
  };
}

/** The pieces of evidence a case still lacks, the musts first; empty when nothing is missing (R17, R81, R131). */
export async function findMissingEvidence(caseId: CaseId): Promise<readonly MissingEvidence[]> {
  const check = await readEvidenceCheck(caseId);
  return (check?.slots ?? [])
    .flatMap(({ slot, state, lacking }) =>
      state === 'done'
        ? []
        : [
            {
              slot: slot.id,
              title: slot.title,
              why: slot.why,
              need: slot.need,
              state,
              lacking,
              source: slot.source,
            },
          ],
    )
    .sort((a, b) => Number(b.need === 'must') - Number(a.need === 'must'));
}

/** Picks the reason the buyer gives; the list follows it (R131). Null goes back to what the type says. */
export async function setClaimReason(caseId: CaseId, reason: ClaimReason | null, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.events], async () => {
    const before = await db.cases.get(caseId);
    if (before === undefined) throw new AppError('notFound', { what: 'case' });
    if ((before.claimReason ?? null) === reason) return;
    const { claimReason: from = null, ...others } = before;
    await db.cases.put({
      ...others,
      ...(reason === null ? {} : { claimReason: reason }),
      updatedAt: now,
    });
    await appendEvent(caseId, 'caseEdited', { field: 'claimReason', from, to: reason }, now);
  });
}

/**
 * Says which slot a piece fills; null lets its kind decide again. A piece of a kind the slot does not take becomes what
 * it takes (a chat screenshot that came as a photo), and its name follows.
 */
export async function setEvidenceSlot(id: EvidenceId, slot: string | null, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.events, ...renameTables()], async () => {
    const item = await db.evidence.get(id);
    if (item === undefined) throw new AppError('notFound', { what: 'evidence' });
    if ((item.slot ?? null) === slot) return;
    const shipped = slot === null ? undefined : evidenceSlot(slot);
    const kind = kindFor(item.kind, shipped?.kinds);
    const renamed = await renameEvidence(item, { buyerId: item.buyerId, kind });
    await db.evidence.put({ ...renamed, slot });
    const { fileName } = renamed;
    if (fileName !== item.fileName)
      await appendEvent(item.caseId, 'evidenceRenamed', { from: item.fileName, to: fileName }, now);
    const title = slot === null ? null : (shipped?.title.zh ?? slot);
    await appendEvent(item.caseId, 'evidenceSlotted', { fileName, slot, title }, now);
  });
}

/** Pictures are told apart only by what they show, so a picture may become another kind of picture. */
const pictures: ReadonlySet<EvidenceKind> = new Set(['photo', 'chat', 'weighing', 'packingList']);

function kindFor(kind: EvidenceKind, kinds: readonly EvidenceKind[] = [kind]): EvidenceKind {
  if (kinds.includes(kind) || !pictures.has(kind)) return kind;
  return kinds.find((one) => pictures.has(one)) ?? kind;
}

/**
 * When each slot of a case was filled by a piece that counts, epoch ms: for gates that ask for accepted evidence (R17,
 * R81, R88).
 */
export async function readSlotTimes(caseId: CaseId): Promise<Readonly<Record<string, readonly number[]>>> {
  const check = await readEvidenceCheck(caseId);
  return Object.fromEntries(
    (check?.slots ?? []).map(({ slot, filled }) => [
      slot.id,
      filled.flatMap(({ item }) => {
        const { verdict } = item;
        if (verdict?.state === 'askAgain' || (slot.accept && verdict?.state !== 'accepted')) return [];
        return [verdict?.at ?? item.receivedAt];
      }),
    ]),
  );
}

const verdictKinds = { accepted: 'evidenceAccepted', askAgain: 'evidenceRefused' } as const;

/** Keeps what the seller thinks of a piece: accepted, or asked again with a reason (R17, R23); null takes it back. */
export async function judgeEvidence(
  id: EvidenceId,
  state: EvidenceVerdict['state'] | null,
  reason: string,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.evidence, db.events], async () => {
    const item = await db.evidence.get(id);
    if (item === undefined) throw new AppError('notFound', { what: 'evidence' });
    const verdict = state === null ? null : { state, reason: reason.trim(), at: now };
    if (item.verdict?.state === verdict?.state && item.verdict?.reason === verdict?.reason) return;
    await db.evidence.update(id, { verdict });
    const kind = state === null ? 'evidenceUnjudged' : verdictKinds[state];
    await appendEvent(item.caseId, kind, { fileName: item.fileName, reason: reason.trim() }, now);
  });
}
