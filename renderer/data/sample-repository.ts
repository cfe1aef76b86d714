import { composeMemo } from '#shared/domain/order-note';
import { occurrenceId } from '#shared/domain/reminder';
import { isoDay } from '#shared/domain/shanghai-time';
import {
  sampleAddress,
  sampleCases,
  samplePlatforms,
  sampleShopName,
  sampleSignature,
} from '#shared/knowledge/sample-shop';
import type { SampleCase, SamplePicture } from '#shared/knowledge/sample-case';
import { sampleClaims, sampleCosts } from '#shared/knowledge/sample-money';
import { sampleParcels, type SampleParcel } from '#shared/knowledge/sample-parcels';
import { samplePeople } from '#shared/knowledge/sample-people';
import { sampleWrongShipments } from '#shared/knowledge/sample-wrong-shipments';
import { createCase, setCaseStatus } from './case-repository';
import { database } from './database';
import { fileEvidence, type CheckedFile } from './evidence-repository';
import { keepClaim, keepCost } from './money-repository';
import { addNote, setNotePasted } from './note-repository';
import { newParcel } from './parcel-repository';
import { savePerson } from './people-repository';
import { dismissReminder, markFired } from './reminder-repository';
import { addSampleShopKnowledge } from './sample-products';
import { addSampleOrders } from './sample-orders';
import { addSampleReports } from './sample-reports';
import { addSampleReviews } from './sample-reviews';
import { drawSamplePictures } from './sample-pictures';
import { saveAddress, saveShop } from './shop-repository';
import { logWrongShipment } from './wrong-shipment-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId, ShopId } from '#shared/domain/ids';
import type { Parcel } from '#shared/domain/parcel';
import type { Platform } from '#shared/domain/platform';

const minute = 60_000;

/** Setting that says the sample is there, so that nobody has to look through 100 000 cases to find out. */
export const sampleMark = 'sampleLoadedAt';

/** How much of the sample, and of what was added to it, lies in the tables. */
export type SampleCount = {
  readonly cases: number;
  readonly evidence: number;
  readonly notes: number;
  readonly wrongShipments: number;
  readonly shops: number;
};

/** Counts the sample's rows; null when no sample is loaded. */
export async function countSample(): Promise<SampleCount | null> {
  const db = database();
  if ((await db.settings.get(sampleMark)) === undefined) return null;
  const isSample = (row: { readonly sample: boolean }): boolean => row.sample;
  const [cases, evidence, notes, wrongShipments, shops] = await Promise.all([
    db.cases.filter(isSample).count(),
    db.evidence.filter((row) => row.sample && row.deletedAt === null).count(),
    db.orderNotes.filter(isSample).count(),
    db.wrongShipments.filter((row) => row.sample && row.deletedAt === null).count(),
    db.shops.filter(isSample).count(),
  ]);
  return { cases, evidence, notes, wrongShipments, shops };
}

/**
 * Loads the sample shop with times around `now` (epoch ms), all of it or nothing. A second call changes nothing.
 * @returns whether it was loaded by this call
 */
export async function loadSample(now: number): Promise<boolean> {
  const db = database();
  // Drawing has to end before the transaction begins: waiting for anything else would end it.
  const pictures = await drawSamplePictures(sampleCases.flatMap((one) => one.pictures));
  return db.transaction('rw', db.tables, async () => {
    if ((await db.settings.get(sampleMark)) !== undefined) return false;
    await db.settings.put({ key: sampleMark, value: now });
    const shops = await addShops(now);
    const byOrder = new Map<string, Case>();
    for (const one of sampleCases) {
      const item = await addCase(one, shops.get(one.platform) ?? null, pictures, now);
      byOrder.set(item.orderNo, item);
    }
    for (const { happenedIn, ...line } of sampleWrongShipments) {
      const happenedAt = now + happenedIn * minute;
      const caseId = byOrder.get(line.orderNo)?.id ?? null;
      const shopId = shops.get(line.platform) ?? null;
      await logWrongShipment({ ...line, caseId, shopId, happenedAt }, happenedAt, true);
    }
    for (const parcel of sampleParcels) {
      const caseId = byOrder.get(parcel.orderNo ?? '')?.id ?? null;
      await db.parcels.add(sampleParcel(parcel, caseId, now));
    }
    for (const person of samplePeople) {
      const { id } = await savePerson({ ...person, wechat: '', shopId: null }, now);
      await db.people.update(id, { sample: true });
    }
    await addSampleShopKnowledge(now);
    await addSampleOrders(byOrder.values(), now);
    await addSampleReports(byOrder, shops, now);
    await addSampleReviews(shops, now);
    await ringPastAlarms(now);
    return true;
  });
}

async function addShops(now: number): Promise<ReadonlyMap<Platform, ShopId>> {
  const carriers = '顺丰、中通、圆通、申通、韵达、EMS';
  const address = await saveAddress({ ...sampleAddress, carriers, sample: true }, now);
  const ids = new Map<Platform, ShopId>();
  for (const platform of samplePlatforms) {
    const shop = await saveShop(
      { platform, name: sampleShopName, signature: sampleSignature, addressId: address.id, sample: true },
      now,
    );
    ids.set(platform, shop.id);
  }
  return ids;
}

async function addCase(
  { createdIn, nextIn, eventsIn, closedIn, note, pictures, ...input }: SampleCase,
  shopId: ShopId | null,
  files: ReadonlyMap<SamplePicture, CheckedFile>,
  now: number,
): Promise<Case> {
  const at = (minutes: number): number => now + minutes * minute;
  const events = Object.fromEntries(Object.entries(eventsIn).map(([name, minutes]) => [name, at(minutes)]));
  const nextActionAt = nextIn === null ? null : at(nextIn);
  const item = await createCase({ ...input, shopId, events, nextActionAt }, at(createdIn), true);
  for (const [index, picture] of pictures.entries()) {
    const file = files.get(picture);
    if (file !== undefined) await fileEvidence(item.id, file, at(createdIn + 2 + index));
  }
  if (note !== null) {
    const day = isoDay(at(createdIn)).slice(5);
    const text = composeMemo(note.content, sampleSignature, day);
    const { platform, orderNo, sample } = item;
    const written = await addNote(
      { caseId: item.id, platform, orderNo, text, flag: note.flag, sample },
      at(createdIn + 8),
    );
    if (note.pasted) await setNotePasted(written.id, true, at(createdIn + 9));
  }
  await addMoney(item, at(createdIn + 10));
  if (closedIn !== null) await setCaseStatus(item.id, 'closed', at(closedIn));
  return item;
}

async function addMoney(item: Case, at: number): Promise<void> {
  for (const { orderNo, ...cost } of sampleCosts)
    if (orderNo === item.orderNo) await keepCost(item, cost, at);
  for (const { orderNo, ...claim } of sampleClaims)
    if (orderNo === item.orderNo) await keepClaim(item, { ...claim, verified: true, dueAt: 0 }, at);
}

function sampleParcel(
  { expectedIn, arrivedIn, waybill, carrier, note }: SampleParcel,
  caseId: CaseId | null,
  now: number,
): Parcel {
  const at = (minutes: number | null): number | null => (minutes === null ? null : now + minutes * minute);
  const createdAt = at(expectedIn ?? arrivedIn) ?? now;
  return {
    ...newParcel({ caseId, waybill, carrier, note, sample: true }, createdAt),
    state: arrivedIn === null ? 'expected' : 'arrived',
    expectedAt: at(expectedIn),
    arrivedAt: at(arrivedIn),
  };
}

/** Alarms of the past have rung already: loading a sample must not set off a dozen notifications. */
async function ringPastAlarms(now: number): Promise<void> {
  const { reminders } = database();
  const past = await reminders
    .where('[state+dueAt]')
    .between(['pending', 0], ['pending', now], true, true)
    .filter((one) => one.sample)
    .toArray();
  for (const one of past) {
    await markFired([{ occurrence: occurrenceId(one), reminderId: one.id, firedAt: one.dueAt }], one.dueAt);
    if (one.kind === 'deadline') await dismissReminder(one.id);
  }
}
