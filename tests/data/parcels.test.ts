import { freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { saveInspection } from '../../renderer/data/inspection-repository';
import { findForScan, listParcelsOfCase, readParcelDesk } from '../../renderer/data/parcel-desk';
import {
  expectParcel,
  finishParcel,
  matchParcel,
  receiveParcel,
  refuseParcel,
} from '../../renderer/data/parcel-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { cleanWaybill, daysUnderway, isSlow, isWaybill } from '#shared/domain/parcel';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const hour = 3_600_000;
const day = 24 * hour;
const facts = { waybill: 'SF 1234-5678', carrier: ' 顺丰 ', cod: false, note: '' };

const returned = (part: Parameters<typeof makeCaseInput>[0] = {}) =>
  createCase(makeCaseInput({ type: 'returnRefund', orderNo: '260000000001', ...part }), noon);

async function kindsOf(id: CaseId): Promise<readonly string[]> {
  const events = await listEvents(id);
  expect(findBrokenLink(events)).toBeNull();
  return events.map(({ kind }) => kind);
}

describe('waybills', () => {
  test('R181 are kept in capitals without blanks and dashes, and told from anything else', () => {
    expect(cleanWaybill(' sf１２３４-5678 90\u200b ')).toBe('SF1234567890');
    expect(isWaybill('SF1234567')).toBe(true);
    expect(cleanWaybill('\u202E12345678\u202C')).toBe('12345678');
    for (const wrong of ['', 'SF1', '顺丰123456789', 'A'.repeat(31), '1234567/8'])
      expect(isWaybill(cleanWaybill(wrong)), wrong).toBe(false);
  });
  test('R179 a parcel underway for a week has to be looked at', () => {
    const parcel = { expectedAt: noon };
    expect(daysUnderway(parcel, noon + day - 1)).toBe(0);
    expect([isSlow(parcel, noon + 7 * day - 1), isSlow(parcel, noon + 7 * day)]).toEqual([false, true]);
    expect(daysUnderway(parcel, noon - day)).toBe(0);
  });
});

describe('the way back', () => {
  test('R139 R179 a waybill noted on a case starts its clock; arrival moves the case on', async () => {
    const { id } = await returned();
    await expectParcel(id, facts, noon + hour);
    await expectParcel(id, facts, noon + 2 * hour);
    expect(await getCase(id)).toMatchObject({
      goods: 'returning',
      events: { 'return.waybill_entered': noon + hour },
    });
    expect((await readParcelDesk()).underway).toMatchObject([
      { parcel: { waybill: 'SF12345678', carrier: '顺丰' }, item: { id } },
    ]);
    await receiveParcel({ ...facts, note: '外箱压扁' }, [id], noon + day);
    expect(await getCase(id)).toMatchObject({
      goods: 'returned',
      waitingOn: 'us',
      events: { 'return.signed': noon + day },
    });
    const desk = await readParcelDesk();
    expect(desk.underway).toEqual([]);
    expect(desk.toInspect).toMatchObject([{ parcel: { note: '外箱压扁', arrivedAt: noon + day } }]);
    expect(await kindsOf(id)).toEqual(expect.arrayContaining(['parcelExpected', 'parcelArrived']));
  });

  test('R41 once its goods are inspected it is dealt with', async () => {
    const { id } = await returned();
    await receiveParcel(facts, [id], noon);
    const checks = Object.fromEntries(checklistOf('general').map((item) => [item.id, 'ok' as const]));
    const found = {
      productClass: 'general',
      grade: 'new',
      verdict: 'pass',
      deductionFen: 0,
      note: '',
    } as const;
    await saveInspection({ ...found, caseId: id, checks, evidence: [] }, noon + hour);
    const desk = await readParcelDesk();
    expect([desk.toInspect.length, desk.done.length]).toEqual([0, 1]);
  });

  test('R38 one parcel with the goods of two cases moves both; taken in twice it counts once', async () => {
    const [one, two] = [await returned(), await returned({ orderNo: '260000000002' })];
    await receiveParcel(facts, [one.id, two.id], noon);
    await receiveParcel(facts, [one.id, two.id], noon + hour);
    expect(await database().parcels.count()).toBe(2);
    expect((await readParcelDesk()).toInspect.map(({ item }) => item?.id)).toEqual([one.id, two.id]);
    expect((await kindsOf(one.id)).filter((kind) => kind === 'parcelArrived')).toHaveLength(1);
  });

  test('R38 an unmatched parcel finds its case later, or when the buyer gives the waybill', async () => {
    const [one, two] = [await returned(), await returned({ orderNo: '260000000002' })];
    await receiveParcel({ ...facts, note: '红裙子' }, [], noon);
    await receiveParcel({ ...facts, waybill: '' }, [], noon);
    const { unmatched } = await readParcelDesk();
    expect(unmatched).toHaveLength(2);
    await expectParcel(one.id, facts, noon + day);
    // It came before the buyer said so.
    expect(await getCase(one.id)).toMatchObject({ goods: 'returned', events: { 'return.signed': noon } });
    const [nameless] = (await readParcelDesk()).unmatched;
    if (nameless === undefined) throw new Error('no parcel');
    await matchParcel(nameless.parcel.id, two.id, noon + day);
    const desk = await readParcelDesk();
    expect([desk.unmatched.length, desk.toInspect.length]).toEqual([0, 2]);
  });

  test('R27 turned away for freight on delivery: noted on the case, which goes on waiting', async () => {
    const { id } = await returned();
    await expectParcel(id, facts, noon);
    await refuseParcel({ ...facts, cod: true }, [id], noon + day);
    expect((await readParcelDesk()).done).toMatchObject([{ parcel: { state: 'refused', cod: true } }]);
    expect((await getCase(id))?.events['return.signed']).toBeUndefined();
    expect((await listEvents(id)).at(-1)).toMatchObject({ kind: 'parcelRefused', data: { cod: 1 } });
    // It may come again, with the freight paid.
    await receiveParcel(facts, [id], noon + 2 * day);
    expect((await readParcelDesk()).toInspect).toMatchObject([{ parcel: { arrivedAt: noon + 2 * day } }]);
  });

  test('a waybill no courier writes is refused and nothing is kept', async () => {
    const { id } = await returned();
    for (const waybill of ['1', '<img src=x>', '顺丰一二三四五六七八'])
      await expect(receiveParcel({ ...facts, waybill }, [id], noon)).rejects.toThrow('waybillWrong');
    await expect(expectParcel(id, { waybill: ' ', carrier: '' }, noon)).rejects.toThrow('waybillWrong');
    expect(await database().parcels.count()).toBe(0);
    expect(await kindsOf(id)).toEqual(['caseCreated']);
  });

  test('dealt with in words; they stand in the history', async () => {
    const { id } = await returned();
    await receiveParcel(facts, [id], noon);
    const [parcel] = await listParcelsOfCase(id);
    if (parcel === undefined) throw new Error('no parcel');
    await finishParcel(parcel.id, ' 直接上架 ', noon + hour);
    await finishParcel(parcel.id, '再一次', noon + hour);
    expect((await readParcelDesk()).done).toMatchObject([{ parcel: { note: '直接上架', state: 'done' } }]);
    expect((await kindsOf(id)).filter((kind) => kind === 'parcelDone')).toHaveLength(1);
  });
});

describe('what was scanned', () => {
  test('R177 the slip’s code, an order number, a waybill and a part of a name lead to the case', async () => {
    const item = await returned();
    const other = await returned({ buyerId: '鱼', orderNo: '777' });
    await expectParcel(other.id, { waybill: 'YT1234567890', carrier: '圆通' }, noon);
    expect(await findForScan(` ${item.caseNo} `)).toMatchObject({
      waybill: '',
      certain: true,
      cases: [{ id: item.id }],
    });
    expect(await findForScan(item.orderNo)).toMatchObject({ certain: true, cases: [{ id: item.id }] });
    expect(await findForScan('yt 1234 567890')).toMatchObject({
      waybill: 'YT1234567890',
      carrier: '圆通',
      certain: true,
      before: [],
      cases: [{ id: other.id }],
    });
    const like = await findForScan('小鱼');
    expect([like.certain, like.cases.map(({ id }) => id)]).toEqual([false, [item.id]]);
    expect(await findForScan('ZT99999999')).toEqual({
      waybill: 'ZT99999999',
      carrier: '',
      cases: [],
      certain: false,
      before: [],
    });
    expect(await findForScan('没有这个人')).toMatchObject({ waybill: '', cases: [] });
  });

  test('a parcel that was taken in before says so', async () => {
    const { id } = await returned();
    await receiveParcel(facts, [id], noon);
    expect((await findForScan('SF12345678')).before).toMatchObject([{ state: 'arrived', arrivedAt: noon }]);
  });
});
