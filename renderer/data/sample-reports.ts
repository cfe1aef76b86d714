import { soldKey, type QualityAction, type ShopScore } from '#shared/domain/report-records';
import { shiftMonth } from '#shared/domain/month';
import { isoDay, startOfDay } from '#shared/domain/shanghai-time';
import {
  sampleActions,
  sampleReasons,
  sampleScores,
  sampleSold,
  type SampleReason,
} from '#shared/knowledge/sample-reports';
import { database } from './database';
import { makeId } from './make-id';
import type { Case } from '#shared/domain/case';
import type { CaseId, ShopId } from '#shared/domain/ids';
import type { Closing } from '#shared/domain/outcome';
import type { Platform } from '#shared/domain/platform';

const dayMs = 86_400_000;

function closingOf({ closing, found, stated }: SampleReason, at: number): Closing | undefined {
  if (closing === undefined) return undefined;
  return { ...closing, realReason: found ?? stated, ruleQuote: '', at };
}

/** The sample's reasons, orders sold, scores and improvements, around `now` (epoch ms). Call inside its transaction. */
export async function addSampleReports(
  byOrder: ReadonlyMap<string, Case>,
  shops: ReadonlyMap<Platform, ShopId>,
  now: number,
): Promise<void> {
  const db = database();
  for (const reason of sampleReasons) {
    const item = byOrder.get(reason.orderNo);
    if (item === undefined) continue;
    const closing = closingOf(reason, item.createdAt + dayMs);
    await db.cases.update(item.id, {
      claimReason: reason.stated,
      ...(reason.found === undefined ? {} : { foundReason: reason.found }),
      ...(closing === undefined ? {} : { closing }),
    });
  }
  const month = isoDay(now).slice(0, 7);
  for (const { platform, orders } of sampleSold) {
    const of = shops.get(platform) ?? '';
    for (const [back, count] of orders.entries()) {
      const at = shiftMonth(month, -back);
      const key = soldKey('shop', of, at);
      await db.soldOrders.put({ key, scope: 'shop', of, month: at, orders: count, at: now, sample: true });
    }
  }
  for (const { platform, kind, weeks } of sampleScores) {
    const shopId = shops.get(platform) ?? null;
    for (const [index, hundredths] of weeks.entries()) {
      const at = startOfDay(now, (index - weeks.length + 1) * 7 - 1) + dayMs / 2;
      const id = makeId<'shopScore'>(now);
      const score: ShopScore = { id, platform, shopId, kind, hundredths, at, sample: true };
      await db.shopScores.add(score);
    }
  }
  for (const { dueIn, doneIn, ...action } of sampleActions) {
    const from = [...byOrder.values()].filter(({ product }) => product.startsWith(action.product));
    const row: QualityAction = {
      ...action,
      id: makeId<'qualityAction'>(now),
      dueAt: startOfDay(now, dueIn + 1) - 60_000,
      doneAt: doneIn === null ? null : now + doneIn * dayMs,
      caseIds: from.map(({ id }) => id),
      createdAt: now - 8 * dayMs,
      sample: true,
    };
    await db.qualityActions.add(row);
  }
}

/** Takes them out again, with what the seller typed for the sample's shops and cases. Call inside a transaction. */
export async function removeSampleReports(caseIds: readonly CaseId[]): Promise<void> {
  const { shops, soldOrders, shopScores, qualityActions, qualityFeedbacks, reportNotes } = database();
  const cases: ReadonlySet<CaseId> = new Set(caseIds);
  const gone: ReadonlySet<string> = new Set(await shops.filter((one) => one.sample).primaryKeys());
  const onlySample = (ids: readonly CaseId[]): boolean => ids.length > 0 && ids.every((id) => cases.has(id));
  await soldOrders.filter((one) => one.sample || gone.has(one.of)).delete();
  await shopScores.filter((one) => one.sample || gone.has(one.shopId ?? '')).delete();
  await qualityActions.filter((one) => one.sample || onlySample(one.caseIds)).delete();
  await qualityFeedbacks.filter((one) => one.sample || onlySample(one.caseIds)).delete();
  await reportNotes.filter(({ key }) => [...gone].some((id) => key.endsWith(`|${id}`))).delete();
}
