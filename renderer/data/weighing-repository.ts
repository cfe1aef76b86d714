import { judgeWeighing } from '#shared/domain/weighing-verdict';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import { readEvidenceCheck, setEvidenceSlot } from './evidence-check-repository';
import { getEvidence } from './evidence-repository';
import type { CaseId, EvidenceId } from '#shared/domain/ids';
import type { OrderWaybill, WeighedPart, Weighing, WeighingInput } from '#shared/domain/weighing';

/** A case's weighing record (R33), or undefined. */
export async function getWeighing(caseId: CaseId): Promise<Weighing | undefined> {
  const records = await database().weighings.where('caseId').equals(caseId).toArray();
  return records.find((one) => one.deletedAt === null);
}

/** What the checklist calls the photo of the scale. */
const readingSlot = 'weighing';

const isWhole = (grams: number | null): boolean => grams === null || (Number.isInteger(grams) && grams >= 0);

function clean(input: WeighingInput): WeighingInput {
  const parts: readonly WeighedPart[] = input.parts
    .map((part) => ({ ...part, name: part.name.trim() }))
    .filter(({ name, unitGrams, readGrams }) => name !== '' || unitGrams !== null || readGrams !== null);
  const waybills: readonly OrderWaybill[] = input.waybills
    .map((one) => ({ ...one, waybill: one.waybill.trim() }))
    .filter(({ waybill, grams }) => waybill !== '' || grams !== null);
  const weights = [
    input.packagingGrams,
    input.totalGrams,
    input.toleranceGrams,
    ...parts.flatMap(({ unitGrams, readGrams }) => [unitGrams, readGrams]),
    ...waybills.map(({ grams }) => grams),
  ];
  const counts = parts.map(({ quantity }) => quantity);
  if (!weights.every(isWhole) || !counts.every((count) => Number.isInteger(count) && count > 0))
    throw new AppError('invalidInput');
  return { ...input, parts, waybills, note: input.note.trim() };
}

/**
 * Saves a case's weighing (R33) with its verdict in the history. Empty lines are left out.
 * @throws `invalidInput` for weights that are not whole grams or counts below one
 */
export async function saveWeighing(caseId: CaseId, input: WeighingInput, now: number): Promise<Weighing> {
  const db = database();
  const cleaned = clean(input);
  const before = await getWeighing(caseId);
  const saved = await db.transaction('rw', [db.weighings, db.events], async () => {
    const item: Weighing = {
      ...cleaned,
      id: before?.id ?? makeId<'weighing'>(now),
      caseId,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      deletedAt: null,
    };
    await db.weighings.put(item);
    const { verdict, difference, base, scale } = judgeWeighing(item);
    await appendEvent(caseId, 'weighingSaved', { verdict, grams: difference, base, scale }, now);
    return item;
  });
  await slotReadings(saved, before, now);
  return saved;
}

const photosOf = ({ parts, totalEvidenceId }: Weighing): readonly EvidenceId[] =>
  [...parts.map(({ evidenceId }) => evidenceId), totalEvidenceId].flatMap((id) => id ?? []);

/** A photo that was just named as a reading is the one the checklist asks for, unless the seller put it elsewhere (R33). */
async function slotReadings(saved: Weighing, before: Weighing | undefined, now: number): Promise<void> {
  const known = new Set(before === undefined ? [] : photosOf(before));
  const fresh = photosOf(saved).filter((id) => !known.has(id));
  if (fresh.length === 0) return;
  const check = await readEvidenceCheck(saved.caseId);
  if (check?.slots.some(({ slot }) => slot.id === readingSlot) !== true) return;
  for (const { id, slot, kind } of await getEvidence(fresh)) {
    if ((slot ?? null) === null && (kind === 'photo' || kind === 'weighing'))
      await setEvidenceSlot(id, readingSlot, now);
  }
}
