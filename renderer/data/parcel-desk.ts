import { cleanWaybill, isWaybill, type Parcel } from '#shared/domain/parcel';
import { findCaseByNo, findCasesByOrder, getCases, listCaseIds } from './case-repository';
import { listOpenOfCase } from './commitment-repository';
import { database } from './database';
import { listInspections } from './inspection-repository';
import { listNotesOfCase } from './note-repository';
import { parcelsOf } from './parcel-repository';
import type { Case } from '#shared/domain/case';
import type { Commitment } from '#shared/domain/commitment';
import type { CaseId } from '#shared/domain/ids';

/** A parcel with the case it belongs to. */
export type DeskParcel = { readonly parcel: Parcel; readonly item: Case | null };

export type ParcelDesk = {
  /** Sent back by buyers, longest underway first. */
  readonly underway: readonly DeskParcel[];
  /** Here, and nobody has looked into them yet, oldest first. */
  readonly toInspect: readonly DeskParcel[];
  /** Here, and nobody knows whose (无主件). */
  readonly unmatched: readonly DeskParcel[];
  /** Inspected, turned away or dealt with, newest first, at most 100. */
  readonly done: readonly DeskParcel[];
};

const doneShown = 100;

/** All parcels, sorted by what has to be done with them (R38, R179). */
export async function readParcelDesk(): Promise<ParcelDesk> {
  const { parcels, inspections } = database();
  const rows = await parcels.toArray();
  const ids = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))];
  const cases = new Map((await getCases(ids)).map((item) => [item.id, item]));
  const inspected = new Map<CaseId, number>();
  for (const { caseId, at } of await inspections.where('caseId').anyOf(ids).toArray())
    inspected.set(caseId, Math.max(at, inspected.get(caseId) ?? 0));
  const placeOf = ({ state, caseId, arrivedAt }: Parcel): keyof ParcelDesk => {
    if (state === 'expected') return 'underway';
    if (state !== 'arrived') return 'done';
    if (caseId === null) return 'unmatched';
    return (inspected.get(caseId) ?? -1) >= (arrivedAt ?? 0) ? 'done' : 'toInspect';
  };
  const named = (
    place: keyof ParcelDesk,
    timeOf: (parcel: Parcel) => number | null,
    order: 1 | -1,
  ): readonly DeskParcel[] =>
    rows
      .filter((parcel) => placeOf(parcel) === place)
      .toSorted((a, b) => order * ((timeOf(a) ?? 0) - (timeOf(b) ?? 0)))
      .map((parcel) => ({
        parcel,
        item: parcel.caseId === null ? null : (cases.get(parcel.caseId) ?? null),
      }));
  return {
    underway: named('underway', ({ expectedAt }) => expectedAt, 1),
    toInspect: named('toInspect', ({ arrivedAt }) => arrivedAt, 1),
    unmatched: named('unmatched', ({ arrivedAt }) => arrivedAt, 1),
    done: named('done', ({ updatedAt }) => updatedAt, -1).slice(0, doneShown),
  };
}

/** How many parcels lie here untouched. */
export async function countWaitingParcels(): Promise<number> {
  const { toInspect, unmatched } = await readParcelDesk();
  return toInspect.length + unmatched.length;
}

/** Parcels of one case, newest first. */
export async function listParcelsOfCase(caseId: CaseId): Promise<Parcel[]> {
  const rows = await database().parcels.where('caseId').equals(caseId).toArray();
  return rows.sort((a, b) => b.createdAt - a.createdAt);
}

/** What a scanned or typed text leads to. */
export type ScanResult = {
  /** The text as a waybill; empty where it named something else or cannot be one. */
  readonly waybill: string;
  /** Its courier as the buyer gave it; empty when not known. */
  readonly carrier: string;
  readonly cases: readonly Case[];
  /** Whether the cases are certain: named by their own number, order or waybill, not by a part of a text. */
  readonly certain: boolean;
  /** Parcels of that waybill that were taken in or turned away before. */
  readonly before: readonly Parcel[];
};

/**
 * Finds whose parcel this is by what stands on it: the return slip's code (case number), the waybill, an order number,
 * or a part of the buyer's name (R38, R177).
 */
export async function findForScan(text: string): Promise<ScanResult> {
  const typed = text.normalize('NFKC').trim();
  const rows = await parcelsOf(cleanWaybill(typed));
  if (rows.length > 0) {
    const cases = await getCases([...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]);
    const before = rows.filter(({ state }) => state !== 'expected');
    const carrier = rows.find((one) => one.carrier !== '')?.carrier ?? '';
    return { waybill: cleanWaybill(typed), carrier, cases, certain: true, before };
  }
  const byNo = await findCaseByNo(typed);
  const exact = byNo === undefined ? await findCasesByOrder(typed) : [byNo];
  const there = exact.filter(({ deletedAt }) => deletedAt === null);
  if (there.length > 0) return { waybill: '', carrier: '', cases: there, certain: true, before: [] };
  const like =
    typed === '' ? [] : await getCases(await listCaseIds({ status: 'open', text: typed }, 'updatedAt'));
  const waybill = cleanWaybill(typed);
  const isOne = like.length === 0 && isWaybill(waybill);
  return { waybill: isOne ? waybill : '', carrier: '', cases: like.slice(0, 8), certain: false, before: [] };
}

/** What was agreed with the buyer, to be read before the parcel is opened (R38: 按备注处理). */
export type Agreed = {
  readonly memo: string;
  readonly promises: readonly Commitment[];
  readonly inspected: number;
};

/** The newest memo, what is owed, and how often goods of the case were inspected. */
export async function readAgreed(caseId: CaseId): Promise<Agreed> {
  const [notes, promises, inspections] = await Promise.all([
    listNotesOfCase(caseId),
    listOpenOfCase(caseId),
    listInspections(caseId),
  ]);
  return { memo: notes[0]?.text ?? '', promises, inspected: inspections.length };
}

/** The couriers that the return address of a case's shop names (R26); empty when it names none. */
export async function readCarriers(caseId: CaseId | undefined): Promise<string> {
  const db = database();
  const shopId = caseId === undefined ? undefined : (await db.cases.get(caseId))?.shopId;
  const addressId = shopId == null ? undefined : (await db.shops.get(shopId))?.addressId;
  return addressId == null ? '' : ((await db.addresses.get(addressId))?.carriers ?? '');
}
