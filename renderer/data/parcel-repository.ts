import { cleanWaybill, isWaybill, type Parcel, type ParcelId } from '#shared/domain/parcel';
import { AppError } from '#shared/errors';
import { caseTables, updateCase } from './case-repository';
import { database } from './database';
import { changeTables, recordEvent } from './deadline-repository';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { CaseId } from '#shared/domain/ids';

/** What is known of a parcel at the door. */
export type ParcelFacts = {
  readonly waybill: string;
  readonly carrier: string;
  /** Freight was asked for at the door. */
  readonly cod: boolean;
  readonly note: string;
};

/** Tables that writing a parcel down touches: its cases move on with it. */
function parcelTables() {
  return [...new Set([database().parcels, ...caseTables(), ...changeTables()])];
}

/** Throws `waybillWrong` for what no courier writes; empty is a label nobody can read. */
function checkedWaybill(text: string, mayBeEmpty: boolean): string {
  const waybill = cleanWaybill(text);
  if (waybill === '' ? !mayBeEmpty : !isWaybill(waybill)) throw new AppError('waybillWrong');
  return waybill;
}

/** A parcel that was just taken in, with what is given laid over it. */
export function newParcel(part: Partial<Parcel>, now: number): Parcel {
  return {
    id: makeId<'parcel'>(now),
    caseId: null,
    waybill: '',
    carrier: '',
    state: 'arrived',
    cod: false,
    note: '',
    expectedAt: null,
    arrivedAt: null,
    doneAt: null,
    sample: false,
    createdAt: now,
    updatedAt: now,
    ...part,
  };
}

/** The rows of one parcel: one for each of its cases. None for an empty waybill. */
export async function parcelsOf(waybill: string): Promise<Parcel[]> {
  return waybill === '' ? [] : database().parcels.where('waybill').equals(waybill).toArray();
}

/**
 * Writes down that the buyer sent goods back under a waybill (R139, R179, R181): the case waits for the parcel. One that
 * already lies here unmatched under that waybill is taken for it. Throws `waybillWrong`, `notFound`.
 */
export async function expectParcel(
  caseId: CaseId,
  given: { readonly waybill: string; readonly carrier: string },
  now: number,
): Promise<void> {
  const db = database();
  const waybill = checkedWaybill(given.waybill, false);
  const carrier = given.carrier.trim();
  await db.transaction('rw', parcelTables(), async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const known = await parcelsOf(waybill);
    const unmatched = known.find((one) => one.caseId === null && one.state === 'arrived');
    if (known.some((one) => one.caseId === caseId)) return;
    if (item.events['return.waybill_entered'] === undefined)
      await recordEvent(caseId, 'return.waybill_entered', now, now);
    if (unmatched !== undefined) {
      await matchParcel(unmatched.id, caseId, now);
      return;
    }
    const part = {
      caseId,
      waybill,
      carrier,
      state: 'expected',
      expectedAt: now,
      sample: item.sample,
    } as const;
    await db.parcels.add(newParcel(part, now));
    if (item.goods !== 'returning') await updateCase(caseId, { goods: 'returning' }, now);
    await appendEvent(caseId, 'parcelExpected', { waybill, carrier }, now);
  });
}

/** The case of a parcel that is here: goods back, our move, its clocks run (R179). Call inside a transaction. */
async function noteArrival(
  { caseId, waybill, carrier, cod }: Parcel,
  at: number,
  now: number,
): Promise<void> {
  const item = caseId === null ? undefined : await database().cases.get(caseId);
  if (caseId === null || item === undefined) return;
  if (item.status === 'open') await updateCase(caseId, { goods: 'returned', waitingOn: 'us' }, now);
  if (item.events['return.signed'] === undefined) await recordEvent(caseId, 'return.signed', at, now);
  await appendEvent(caseId, 'parcelArrived', { waybill, carrier, cod: cod ? 1 : 0 }, now);
}

/**
 * A parcel was taken in (R38). It goes to each of these cases; without any it is kept as unmatched (无主件).
 * Throws `waybillWrong`.
 */
export async function receiveParcel(
  facts: ParcelFacts,
  caseIds: readonly CaseId[],
  now: number,
): Promise<void> {
  const db = database();
  const part = { ...facts, waybill: checkedWaybill(facts.waybill, true), carrier: facts.carrier.trim() };
  await db.transaction('rw', parcelTables(), async () => {
    const known = await parcelsOf(part.waybill);
    const owners: readonly (CaseId | null)[] = caseIds.length === 0 ? [null] : caseIds;
    for (const caseId of owners) {
      const before = known.find((one) => one.caseId === caseId);
      // Taken in before: once is enough. One that was turned away may come again.
      if (before?.state === 'arrived' || before?.state === 'done') continue;
      const sample = caseId === null ? false : ((await db.cases.get(caseId))?.sample ?? false);
      const note = part.note.trim();
      const arrived: Parcel = {
        ...(before ?? newParcel({ caseId, sample }, now)),
        ...part,
        note,
        state: 'arrived',
        arrivedAt: now,
        doneAt: null,
        updatedAt: now,
      };
      await db.parcels.put(arrived);
      await noteArrival(arrived, now, now);
    }
  });
}

/** A parcel was turned away at the door (R27): each of its cases hears of it. Throws `waybillWrong`. */
export async function refuseParcel(
  facts: ParcelFacts,
  caseIds: readonly CaseId[],
  now: number,
): Promise<void> {
  const db = database();
  const part = { ...facts, waybill: checkedWaybill(facts.waybill, true), carrier: facts.carrier.trim() };
  await db.transaction('rw', parcelTables(), async () => {
    const known = await parcelsOf(part.waybill);
    const owners: readonly (CaseId | null)[] = caseIds.length === 0 ? [null] : caseIds;
    for (const caseId of owners) {
      const before = known.find((one) => one.caseId === caseId && one.state === 'expected');
      await db.parcels.put({
        ...(before ?? newParcel({ caseId }, now)),
        ...part,
        note: part.note.trim(),
        state: 'refused',
        doneAt: now,
        updatedAt: now,
      });
      if (caseId === null || (await db.cases.get(caseId)) === undefined) continue;
      const { waybill, carrier } = part;
      await appendEvent(caseId, 'parcelRefused', { waybill, carrier, cod: part.cod ? 1 : 0 }, now);
    }
  });
}

/** An unmatched parcel turned out to belong to a case. Throws `notFound`. */
export async function matchParcel(id: ParcelId, caseId: CaseId, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', parcelTables(), async () => {
    const [parcel, item] = [await db.parcels.get(id), await db.cases.get(caseId)];
    if (parcel === undefined || item === undefined) throw new AppError('notFound', { what: 'parcel' });
    const twin = (await parcelsOf(parcel.waybill)).find(
      (one) => one.caseId === caseId && one.state === 'expected',
    );
    if (twin !== undefined) await db.parcels.delete(twin.id);
    const expectedAt = twin?.expectedAt ?? parcel.expectedAt;
    const matched: Parcel = { ...parcel, caseId, expectedAt, sample: item.sample, updatedAt: now };
    await db.parcels.put(matched);
    await noteArrival(matched, matched.arrivedAt ?? now, now);
  });
}

/** The parcel is dealt with: inspected and decided, or an unmatched one given away. */
export async function finishParcel(id: ParcelId, note: string, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.parcels, db.cases, db.events], async () => {
    const parcel = await db.parcels.get(id);
    if (parcel === undefined || parcel.state === 'done') return;
    const words = [parcel.note, note.trim()].filter((text) => text !== '').join('\n');
    await db.parcels.put({ ...parcel, note: words, state: 'done', doneAt: now, updatedAt: now });
    const { caseId, waybill, carrier } = parcel;
    if (caseId !== null && (await db.cases.get(caseId)) !== undefined)
      await appendEvent(caseId, 'parcelDone', { waybill, carrier, note: note.trim() }, now);
  });
}

/** Takes a parcel out of the books that was written down by mistake; what its case noted stays in its history. */
export async function removeParcel(id: ParcelId): Promise<void> {
  await database().parcels.delete(id);
}
