import { judgeWeighing } from '#shared/domain/weighing-verdict';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { CaseId } from '#shared/domain/ids';
import type { OrderWaybill, WeighedPart, Weighing, WeighingInput } from '#shared/domain/weighing';

/** A case's weighing record (R33), or undefined. */
export async function getWeighing(caseId: CaseId): Promise<Weighing | undefined> {
  const records = await database().weighings.where('caseId').equals(caseId).toArray();
  return records.find((one) => one.deletedAt === null);
}

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
  return db.transaction('rw', [db.weighings, db.events], async () => {
    const before = await getWeighing(caseId);
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
}
