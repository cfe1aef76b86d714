import {
  scoreKinds,
  soldKey,
  type QualityAction,
  type QualityActionId,
  type QualityFeedback,
  type QualityFeedbackId,
  type ReportNote,
  type ShopScore,
  type ShopScoreId,
  type SoldOrders,
  type SoldScope,
} from '#shared/domain/report-records';
import { scoreMost } from '#shared/knowledge/report-kinds';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';

/** The most orders a month can have: more is a slip of the finger. */
export const mostOrders = 10_000_000;
const longestText = 4000;

/** All typed numbers of orders. */
export function listSoldOrders(): Promise<SoldOrders[]> {
  return database().soldOrders.toArray();
}

/** Keeps how many orders were sold (R1); null takes the number away. Throws `invalidInput`. */
export async function saveSoldOrders(
  { scope, of, month }: { readonly scope: SoldScope; readonly of: string; readonly month: string },
  orders: number | null,
  now: number,
): Promise<void> {
  const { soldOrders } = database();
  const key = soldKey(scope, of, month);
  if (orders === null) {
    await soldOrders.delete(key);
    return;
  }
  if (!Number.isInteger(orders) || orders < 0 || orders > mostOrders || !/^\d{4}-\d{2}$/.test(month))
    throw new AppError('invalidInput', { what: 'orders' });
  await soldOrders.put({ key, scope, of, month, orders, at: now, sample: false });
}

/** The seller's words for these keys. */
export async function readReportNotes(keys: readonly string[]): Promise<ReadonlyMap<string, ReportNote>> {
  const rows = await database().reportNotes.bulkGet([...keys]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row]])));
}

/** Keeps the seller's words (R4, R118); empty takes them away. */
export async function saveReportNote(key: string, text: string, now: number): Promise<void> {
  const { reportNotes } = database();
  const plain = text.trim().slice(0, longestText);
  if (plain === '') await reportNotes.delete(key);
  else await reportNotes.put({ key, text: plain, at: now });
}

/** To do first by day, then what is done, newest first (R157). */
export async function listQualityActions(): Promise<QualityAction[]> {
  const all = await database().qualityActions.toArray();
  return all.sort((a, b) => {
    if (a.doneAt !== null && b.doneAt !== null) return b.doneAt - a.doneAt;
    if (a.doneAt !== null || b.doneAt !== null) return a.doneAt === null ? -1 : 1;
    return (a.dueAt || Infinity) - (b.dueAt || Infinity) || (a.id < b.id ? -1 : 1);
  });
}

type ActionInput = Pick<QualityAction, 'product' | 'reason' | 'text' | 'dueAt' | 'caseIds'>;

/** Notes something to be done about a product's faults (R157). Throws `invalidInput` without words or product. */
export async function addQualityAction(input: ActionInput, now: number): Promise<QualityAction> {
  const text = input.text.trim().slice(0, longestText);
  const product = input.product.trim();
  if (text === '' || product === '') throw new AppError('invalidInput', { what: 'action' });
  const id = makeId<'qualityAction'>(now) as QualityActionId;
  const action = { ...input, text, product, id, doneAt: null, createdAt: now, sample: false };
  await database().qualityActions.add(action);
  return action;
}

/** Done, or open again. */
export async function setQualityActionDone(id: QualityActionId, doneAt: number | null): Promise<void> {
  const changed = await database().qualityActions.update(id, { doneAt });
  if (changed === 0 && (await database().qualityActions.get(id)) === undefined)
    throw new AppError('notFound', { what: 'action' });
}

export async function removeQualityAction(id: QualityActionId): Promise<void> {
  await database().qualityActions.delete(id);
}

/** What was told to suppliers, newest first. */
export async function listQualityFeedback(): Promise<QualityFeedback[]> {
  return (await database().qualityFeedbacks.toArray()).sort((a, b) => b.at - a.at);
}

/** Keeps that a fault was told to whoever makes the goods (R31). Throws `invalidInput` without words or product. */
export async function addQualityFeedback(
  input: Omit<QualityFeedback, 'id' | 'at' | 'sample'>,
  now: number,
): Promise<void> {
  const text = input.text.trim().slice(0, longestText);
  const product = input.product.trim();
  if (text === '' || product === '') throw new AppError('invalidInput', { what: 'feedback' });
  const id = makeId<'qualityFeedback'>(now) as QualityFeedbackId;
  const [to, batch] = [input.to.trim(), input.batch.trim()];
  await database().qualityFeedbacks.add({ ...input, text, product, to, batch, id, at: now, sample: false });
}

export async function removeQualityFeedback(id: QualityFeedbackId): Promise<void> {
  await database().qualityFeedbacks.delete(id);
}

export function listShopScores(): Promise<ShopScore[]> {
  return database().shopScores.toArray();
}

/** Keeps what a back office showed on a day (R183, R184). Throws `invalidInput` for a number the kind cannot have. */
export async function addShopScore(input: Omit<ShopScore, 'id' | 'sample'>, now: number): Promise<void> {
  const { kind, hundredths } = input;
  if (
    !scoreKinds.includes(kind) ||
    !Number.isInteger(hundredths) ||
    hundredths < 0 ||
    hundredths > scoreMost[kind]
  )
    throw new AppError('invalidInput', { what: 'score' });
  const id = makeId<'shopScore'>(now) as ShopScoreId;
  await database().shopScores.add({ ...input, id, sample: false });
}

export async function removeShopScore(id: ShopScoreId): Promise<void> {
  await database().shopScores.delete(id);
}
