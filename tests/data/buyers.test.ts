import { day, freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import {
  countFirstByHand,
  countFirstTimes,
  listBuyers,
  readBuyerHistory,
} from '../../renderer/data/buyer-list';
import { noteBuyerAsked, readBuyer, saveBuyer } from '../../renderer/data/buyer-repository';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { deleteBuyer, exportBuyer } from '../../renderer/data/privacy-repository';
import { answerStep } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { listWinBack, setWinBack } from '../../renderer/data/win-back-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseInput } from '#shared/domain/case';
import type { ClosingInput } from '#shared/domain/outcome';

freshDatabase();

const open = async (part: Partial<CaseInput> = {}, at = noon) => createCase(makeCaseInput(part), at);
async function close(part: Partial<CaseInput>, closing: Partial<ClosingInput>, at = noon) {
  const { id } = await open(part, at);
  const seen = (await readClosingIssues(id)).map(({ key }) => key);
  const input: ClosingInput = {
    outcome: 'settled',
    statedReason: '',
    realReason: '色差',
    shares: [{ bearer: 'buyer', percent: 100 }],
    satisfaction: null,
    satisfactionNote: '',
    ruleQuote: '',
    improvement: '',
    ...closing,
  };
  await closeCase(id, input, at, { seen });
  return id;
}

test('R110 buyers are found over all shops; without a word the cautioned ones stand first', async () => {
  await open({ buyerId: '甲' }, noon);
  await open({ buyerId: '乙', platform: 'taobao' }, noon + 1);
  await open({ buyerId: '乙', platform: 'pdd' }, noon + 2);
  await saveBuyer('pdd', '甲', { caution: 'abusive', reason: '骂人', note: '' }, noon);
  const lines = await listBuyers('', 10);
  expect(lines.map(({ platform, buyerId }) => `${platform} ${buyerId}`)).toEqual([
    'pdd 甲',
    'pdd 乙',
    'taobao 乙',
  ]);
  expect(lines[0]).toMatchObject({ cases: 1, profile: { caution: 'abusive' } });
  expect(await listBuyers('乙', 10)).toHaveLength(2);
  expect(await listBuyers('乙', 1)).toHaveLength(1);
});

test('R112 R164 a buyer’s history adds up coming again and content over all cases', async () => {
  await close({}, { satisfaction: 2 });
  await close({}, { satisfaction: 5 });
  const item = await open();
  await open({ platform: 'taobao' });
  await noteBuyerAsked(item, noon);
  await noteBuyerAsked(item, noon);
  const history = await readBuyerHistory(item.platform, item.buyerId);
  expect(history).toMatchObject({ asked: 2, satisfaction: 3.5 });
  expect(history.cases).toHaveLength(3);
  expect(history.elsewhere).toHaveLength(1);
});

test('R37 a first-time favour is counted from the steps of all cases, and by hand', async () => {
  const first = await open({ type: 'undeliverable' });
  await answerStep(first.id, 'first-time', 'first', noon);
  const ems = async (except: string | null = null) =>
    (await countFirstTimes('pdd', first.buyerId, except)).find(({ first: one }) => one.id === 'emsSurcharge');
  expect(await ems()).toMatchObject({ count: 1, caseNos: [first.caseNo] });
  // In the case itself it is not "before".
  expect((await ems(first.id))?.count).toBe(0);
  await saveBuyer('pdd', first.buyerId, { caution: 'none', reason: '', note: '急' }, noon);
  await countFirstByHand('pdd', first.buyerId, 'emsSurcharge', 1, noon);
  expect((await ems(first.id))?.count).toBe(1);
  await saveBuyer('pdd', first.buyerId, { caution: 'careful', reason: '多疑', note: '' }, noon);
  expect((await readBuyer(first)).profile).toMatchObject({ caution: 'careful', firsts: { emsSurcharge: 1 } });
  await countFirstByHand('pdd', first.buyerId, 'emsSurcharge', -1, noon);
  await countFirstByHand('pdd', first.buyerId, 'emsSurcharge', -1, noon);
  expect((await ems(first.id))?.count).toBe(0);
});

test('R169 settled disputes and discontent buyers come up to be asked again, and are ticked off', async () => {
  const sad = await close({ buyerId: '不满意' }, { satisfaction: 2 });
  const dispute = await close({ buyerId: '纠纷', type: 'complaint' }, {});
  await close({ buyerId: '买家原因' }, {});
  await close({ buyerId: '撤销' }, { outcome: 'withdrawn', satisfaction: 1 });
  await close({ buyerId: '骂人' }, { satisfaction: 1 });
  await saveBuyer('pdd', '骂人', { caution: 'abusive', reason: 'x', note: '' }, noon);
  const { open: due } = await listWinBack(noon + 8 * day);
  expect(due.map(({ item, rule }) => `${item.buyerId} ${rule.id}`)).toEqual([
    '不满意 unhappy',
    '纠纷 dispute',
  ]);
  expect(due[0]?.dueAt).toBe(noon + 3 * day - 60 * 60_000);
  await setWinBack(sad, 'offered', '送 5 元券', noon + 4 * day);
  const later = await open({ buyerId: '不满意' }, noon + 9 * day);
  const after = await listWinBack(noon + 9 * day);
  expect(after.open.map(({ item }) => item.id)).toEqual([dispute]);
  expect(after.done).toMatchObject([
    { item: { winBack: { state: 'offered' } }, cameBackWith: { id: later.id } },
  ]);
  expect((await listEvents(sad)).at(-1)).toMatchObject({ kind: 'wonBack', data: { note: '送 5 元券' } });
  await setWinBack(sad, null, '', noon + 9 * day);
  expect(await getCase(sad)).not.toHaveProperty('winBack');
});

test('what is thought of a buyer goes with the buyer and is in the buyer’s own copy', async () => {
  const item = await open();
  await saveBuyer(item.platform, item.buyerId, { caution: 'abusive', reason: '骂人', note: '' }, noon);
  expect(Object.keys(await exportBuyer(item))).toContain('buyers');
  await deleteBuyer(item);
  expect(await listBuyers('', 10)).toEqual([]);
});
