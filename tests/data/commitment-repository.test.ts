import { day, freshDatabase, hour, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, setCaseStatus, updateCase } from '../../renderer/data/case-repository';
import {
  addCommitment,
  cancelCommitment,
  keepCommitment,
  listCommitmentsOfCase,
  listCredit,
  listDuePromises,
  listOpenOfCase,
  moveCommitment,
  reopenCommitment,
  spendCredit,
} from '../../renderer/data/commitment-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { listFiredReminders, listPendingReminders, markFired } from '../../renderer/data/reminder-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { listWeekEntries } from '../../renderer/data/week-entries';
import { commitmentDefaults, type CommitmentInput } from '#shared/domain/commitment';
import { occurrenceId } from '#shared/domain/reminder';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const promise = (part: Partial<CommitmentInput> = {}): CommitmentInput => {
  const kind = part.kind ?? 'freight';
  const { trigger, withinHours } = commitmentDefaults[kind];
  return { kind, text: '', amountFen: 1200, account: '', trigger, withinHours, at: null, ...part };
};
const newCase = () => createCase(makeCaseInput(), noon);
const rings = async () => (await listPendingReminders()).filter(({ kind }) => kind === 'commitment');
const ringTimes = async () => (await rings()).map(({ dueAt }) => dueAt - noon);
const only = async (caseId: CaseId) => {
  const [one, ...more] = await listCommitmentsOfCase(caseId);
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} promises`);
  return one;
};
async function ringNext(at: number): Promise<void> {
  const next = (await rings()).find(({ dueAt }) => dueAt <= at);
  if (next === undefined) throw new Error('nothing rings');
  await markFired([{ occurrence: occurrenceId(next), reminderId: next.id, firedAt: at }], at);
}

describe('R12 freight the buyer advanced', () => {
  test('R12 waits for the trade; once it has succeeded the money is due within a day and rings', async () => {
    const item = await newCase();
    await addCommitment(item.id, promise({ account: ' 支付宝 138 ' }), noon);
    expect(await only(item.id)).toMatchObject({
      account: '支付宝 138',
      triggeredAt: null,
      dueAt: noon + 7 * day,
    });
    expect(await ringTimes()).toEqual([7 * day]);
    await recordEvent(item.id, 'trade.succeeded', noon + hour, noon + 2 * hour);
    expect(await only(item.id)).toMatchObject({ triggeredAt: noon + hour, dueAt: noon + 25 * hour });
    expect(await ringTimes()).toEqual([21 * hour, 25 * hour]);
  });

  test('R12 a trade that did not succeed after all makes it wait again', async () => {
    const item = await newCase();
    await addCommitment(item.id, promise({ at: noon + 3 * day }), noon);
    await recordEvent(item.id, 'trade.succeeded', noon, noon);
    await recordEvent(item.id, 'trade.succeeded', null, noon + hour);
    expect(await only(item.id)).toMatchObject({ triggeredAt: null, dueAt: noon + 3 * day });
    expect(await ringTimes()).toEqual([3 * day]);
  });

  test('R12 unpaid it rings again every day, one line in the list, until it is paid', async () => {
    const item = await newCase();
    await recordEvent(item.id, 'trade.succeeded', noon, noon);
    const id = await addCommitment(item.id, promise(), noon);
    for (const at of [20, 24, 48, 72]) await ringNext(noon + at * hour);
    expect(await ringTimes()).toEqual([96 * hour]);
    expect(await listFiredReminders()).toHaveLength(1);
    await keepCommitment(id, null, noon + 73 * hour);
    expect(await ringTimes()).toEqual([]);
    expect(await listFiredReminders()).toEqual([]);
    expect(await only(item.id)).toMatchObject({ state: 'kept', settledAt: noon + 73 * hour });
  });

  test('R12 it outlives the closing of its case, and follows a corrected buyer ID', async () => {
    const item = await newCase();
    await addCommitment(item.id, promise(), noon);
    expect(await listOpenOfCase(item.id)).toHaveLength(1);
    await setCaseStatus(item.id, 'closed', noon + hour);
    expect(await ringTimes()).toEqual([7 * day]);
    expect(await listDuePromises()).toMatchObject([{ item: { id: item.id, status: 'closed' } }]);
    await updateCase(item.id, { buyerId: '大鱼' }, noon + hour);
    expect((await only(item.id)).buyerId).toBe('大鱼');
    await recordEvent(item.id, 'order.received', noon + 2 * hour, noon + 2 * hour);
    expect((await only(item.id)).triggeredAt).toBe(noon + 2 * hour);
  });

  test('R12 an edit of the case while the alarm is held back does not lose it', async () => {
    const item = await newCase();
    await addCommitment(item.id, promise({ kind: 'other', at: noon + hour, text: '回电话' }), noon);
    await updateCase(item.id, { product: '别的' }, noon + 2 * hour);
    expect(await ringTimes()).toContain(hour);
  });
});

test('R13 credit comes up in the buyer’s next case, is used in parts, and both cases tell of it', async () => {
  const first = await newCase();
  const id = await addCommitment(first.id, promise({ kind: 'credit' }), noon);
  expect(await ringTimes()).toEqual([]);
  const next = await createCase(makeCaseInput({ orderNo: '2' }), noon + day);
  expect((await listCredit(next.platform, next.buyerId)).map((one) => one.id)).toEqual([id]);
  expect(await listCredit('taobao', next.buyerId)).toEqual([]);
  await expect(spendCredit(id, 1300, next.id, noon + day)).rejects.toMatchObject({ code: 'invalidInput' });
  await spendCredit(id, 500, next.id, noon + day);
  expect((await listCredit(next.platform, next.buyerId))[0]?.amountFen).toBe(700);
  await spendCredit(id, 700, next.id, noon + day);
  expect(await listCredit(next.platform, next.buyerId)).toEqual([]);
  for (const caseId of [first.id, next.id]) {
    const lines = (await listEvents(caseId)).filter(({ kind }) => kind === 'creditUsed');
    expect(lines.map(({ data }) => [data['usedFen'], data['leftFen']])).toEqual([
      [500, 700],
      [700, 0],
    ]);
  }
});

test('R46 a promised partial refund rings two days, one day and four hours before the trade closes', async () => {
  const item = await newCase();
  await addCommitment(item.id, promise({ kind: 'partialRefund', at: noon + 5 * day }), noon);
  expect(await ringTimes()).toEqual([3 * day, 4 * day, 5 * day - 4 * hour]);
});

test('R180 freight of a return is due 72 hours after the refund', async () => {
  const item = await newCase();
  await addCommitment(item.id, promise({ kind: 'freightCover' }), noon);
  await recordEvent(item.id, 'refund.succeeded', noon, noon);
  expect((await only(item.id)).dueAt).toBe(noon + 72 * hour);
  expect(await ringTimes()).toEqual([48 * hour, 68 * hour]);
});

test('R10 an exchange sent first is chased every three days until the return arrives, which ends it', async () => {
  const item = await newCase();
  await addCommitment(
    item.id,
    promise({ kind: 'advanceExchange', amountFen: null, at: noon + 2 * day }),
    noon,
  );
  await ringNext(noon + 2 * day);
  expect(await ringTimes()).toEqual([5 * day]);
  await recordEvent(item.id, 'return.signed', noon + 4 * day, noon + 4 * day);
  expect(await only(item.id)).toMatchObject({ state: 'kept', keptByEvent: true, settledAt: noon + 4 * day });
  expect(await ringTimes()).toEqual([]);
  await recordEvent(item.id, 'return.signed', null, noon + 4 * day);
  expect(await only(item.id)).toMatchObject({ state: 'open', settledAt: null });
  expect(await ringTimes()).toEqual([5 * day]);
});

test('a promise is off only with a reason; it can be taken back; every step is in the history', async () => {
  const item = await newCase();
  const id = await addCommitment(item.id, promise({ kind: 'other', at: noon + hour }), noon);
  await expect(cancelCommitment(id, '  ', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await cancelCommitment(id, '买家说不用了', noon);
  expect(await ringTimes()).toEqual([]);
  await reopenCommitment(id, noon);
  expect(await ringTimes()).toEqual([hour]);
  await moveCommitment(id, noon + 2 * day, noon);
  expect(await ringTimes()).toEqual([2 * day]);
  const lines = await listEvents(item.id);
  expect(lines.map(({ kind }) => kind)).toEqual([
    'caseCreated',
    'commitmentMade',
    'commitmentCancelled',
    'commitmentReopened',
    'commitmentMoved',
  ]);
  expect(findBrokenLink(lines)).toBeNull();
});

test('promises stand in the week, those of a deleted case nowhere', async () => {
  const item = await newCase();
  await addCommitment(item.id, promise({ kind: 'other', at: noon + hour }), noon);
  const inWeek = async () => (await listWeekEntries(noon, noon + day)).filter(({ promise: one }) => one);
  expect(await inWeek()).toHaveLength(1);
  await database().cases.update(item.id, { deletedAt: noon });
  expect(await inWeek()).toEqual([]);
  expect(await listDuePromises()).toEqual([]);
});
