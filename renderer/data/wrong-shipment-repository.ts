import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { isoDay } from '#shared/domain/shanghai-time';
import { appendEvent } from './timeline-repository';
import { database } from './database';
import { makeId } from './make-id';
import { moveToTrash } from './trash-repository';
import type { CaseId, WrongShipmentId } from '#shared/domain/ids';
import type { WrongShipment, WrongShipmentInput } from '#shared/domain/wrong-shipment';
import type { WrongShipmentRecord } from './records';

function toWrongShipment({ month: _month, ...item }: WrongShipmentRecord): WrongShipment {
  return item;
}

/** Logs a wrong shipment (R30). Throws `buyerIdEmpty`, `orderNoScientific`. */
export async function logWrongShipment(
  input: WrongShipmentInput,
  now: number,
  sample = false,
): Promise<WrongShipment> {
  const db = database();
  const item: WrongShipment = {
    ...input,
    buyerId: normalizeBuyerId(input.buyerId),
    orderNo: normalizeOrderNo(input.orderNo),
    id: makeId<'wrongShipment'>(now),
    sample,
    createdAt: now,
    deletedAt: null,
  };
  await db.transaction('rw', [db.wrongShipments, db.events], async () => {
    await db.wrongShipments.add({ ...item, month: isoDay(item.happenedAt).slice(0, 7) });
    if (item.caseId !== null) {
      await appendEvent(
        item.caseId,
        'wrongShipmentLogged',
        { kind: item.kind, sent: item.sent, costFen: item.costFen },
        now,
      );
    }
  });
  return item;
}

/** Takes a line out of the log; it can be brought back from the trash. */
export async function deleteWrongShipment(id: WrongShipmentId, now: number): Promise<void> {
  await moveToTrash('wrongShipment', [id], now);
}

/** The log of a month given as `YYYY-MM`, newest first. */
export async function listWrongShipments(month: string): Promise<WrongShipment[]> {
  const records = await database()
    .wrongShipments.where('[month+happenedAt]')
    .between([month, 0], [month, Infinity])
    .reverse()
    .toArray();
  return records.filter((one) => one.deletedAt === null).map(toWrongShipment);
}

/** Months that have entries, newest first. */
export async function listWrongShipmentMonths(): Promise<string[]> {
  const keys = await database().wrongShipments.orderBy('[month+happenedAt]').keys();
  return [...new Set(keys.map((key) => String((key as unknown as readonly unknown[])[0])))].reverse();
}

/** The log lines of a case. */
export async function listWrongShipmentsOfCase(caseId: CaseId): Promise<WrongShipment[]> {
  const records = await database().wrongShipments.where('caseId').equals(caseId).toArray();
  return records.filter((one) => one.deletedAt === null).map(toWrongShipment);
}
