import { normalizeOrderNo } from '#shared/domain/order-no';
import {
  mayAppeal,
  type AppealState,
  type Penalty,
  type PenaltyId,
  type PenaltyInput,
} from '#shared/domain/penalty';
import { AppError } from '#shared/errors';
import { caseTables, createCase } from './case-repository';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import { moveToTrash } from './trash-repository';
import type { Case } from '#shared/domain/case';

const longestText = 2000;

/** The log of penalties, newest first (R145). */
export async function listPenalties(): Promise<Penalty[]> {
  return (await database().penalties.orderBy('at').toArray()).toReversed();
}

/** Penalties whose appeal still has time and was not filed, the one that ends first at the top. */
export async function listOpenAppeals(now: number): Promise<Penalty[]> {
  return (await listPenalties())
    .filter((one) => mayAppeal(one, now))
    .sort((a, b) => (a.appealBy ?? 0) - (b.appealBy ?? 0));
}

/**
 * Logs a penalty with its reason (R145). Throws `invalidInput` without a reason, for a beginning to come, or for an
 * end before it.
 */
export async function addPenalty(input: PenaltyInput, now: number, sample = false): Promise<Penalty> {
  const reason = input.reason.trim().slice(0, longestText);
  const { at, until, appealBy, amountFen } = input;
  const upsideDown = (until !== null && until < at) || (appealBy !== null && appealBy < at);
  if (reason === '' || at > now || upsideDown || (amountFen !== null && amountFen < 0))
    throw new AppError('invalidInput', { what: 'penalty' });
  const db = database();
  const orderNo = normalizeOrderNo(input.orderNo);
  return db.transaction('rw', [db.penalties, db.cases, db.events], async () => {
    const same = orderNo === '' ? [] : await db.cases.where('orderNo').equals(orderNo).toArray();
    const [only, ...others] = same.filter(({ platform }) => platform === input.platform);
    const caseId = only !== undefined && others.length === 0 ? only.id : null;
    const penalty: Penalty = {
      ...input,
      reason,
      orderNo,
      id: makeId<'penalty'>(now),
      caseId,
      appeal: 'none',
      appealText: '',
      appealAt: null,
      sample,
      createdAt: now,
    };
    await db.penalties.add(penalty);
    if (caseId !== null) await appendEvent(caseId, 'penaltyNoted', { kind: penalty.kind, reason }, now);
    return penalty;
  });
}

/** Notes the appeal: what was written, and later its end (R145). Throws `notFound`. */
export async function setAppeal(
  id: PenaltyId,
  appeal: AppealState,
  text: string,
  now: number,
): Promise<void> {
  const db = database();
  const part = {
    appeal,
    appealText: text.trim().slice(0, longestText),
    appealAt: appeal === 'none' ? null : now,
  };
  const changed = await db.penalties.update(id, part);
  if (changed === 0 && (await db.penalties.get(id)) === undefined)
    throw new AppError('notFound', { what: 'penalty' });
}

/** Takes a penalty out of the log; it can be brought back from the trash. */
export async function deletePenalty(id: PenaltyId, now: number): Promise<void> {
  await moveToTrash('penalty', [id], now);
}

/**
 * Opens a case for the appeal (R145): proof, pack and alarm of its own. The alarm rings two hours before the platform
 * stops taking appeals. Throws `notFound`.
 */
export async function openAppealCase(
  id: PenaltyId,
  words: { readonly who: string; readonly nextAction: string },
  now: number,
): Promise<Case> {
  const db = database();
  return db.transaction('rw', [...new Set([...caseTables(), db.penalties])], async () => {
    const penalty = await db.penalties.get(id);
    if (penalty === undefined) throw new AppError('notFound', { what: 'penalty' });
    if (penalty.caseId !== null) {
      const known = await db.cases.get(penalty.caseId);
      if (known !== undefined) return known;
    }
    const { platform, shopId, orderNo, reason, appealBy, amountFen, sample } = penalty;
    const item = await createCase(
      {
        platform,
        shopId,
        buyerId: words.who,
        orderNo,
        type: 'complaint',
        complaintChannel: 'platform',
        product: '',
        amountFen,
        description: reason,
        liability: 'unknown',
        goods: 'unknown',
        waitingOn: 'us',
        nextAction: words.nextAction,
        nextActionAt: appealBy === null ? null : Math.max(now, appealBy - 2 * 3_600_000),
        events: {},
      },
      now,
      sample,
    );
    await db.penalties.update(id, { caseId: item.id });
    await appendEvent(item.id, 'penaltyNoted', { kind: penalty.kind, reason }, now);
    return item;
  });
}
