import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import {
  adoptVerdict,
  answerQuestion,
  clearTree,
  noteOffer,
  setFoundReason,
} from '../../renderer/data/decide-repository';
import { answerStep } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { bearerOf } from '#shared/domain/bearer-rule';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const start = async (part: Partial<CaseInput>): Promise<CaseId> =>
  (await createCase(makeCaseInput(part), noon)).id;
const last = async (id: CaseId) => (await listEvents(id)).at(-1);

test('R158 R160 the damage tree finds the courier, and taking it over changes the case', async () => {
  const id = await start({ type: 'damage' });
  await expect(adoptVerdict(id, 'damage', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  for (const [node, option] of [
    ['outer', 'broken'],
    ['inner', 'enough'],
    ['when', 'soon'],
  ] as const)
    await answerQuestion(id, `damage.${node}`, option, noon);
  await adoptVerdict(id, 'damage', noon);
  expect((await getCase(id))?.liability).toBe('courier');
  expect(await last(id)).toMatchObject({
    kind: 'judged',
    data: { verdict: 'courier', saidZh: '破了、压扁、湿了 → 够 → 签收当天或 24 小时内' },
  });
  await clearTree(id, 'damage', noon);
  expect((await readWalk(id))?.record.answers).toEqual({});
});

test('R32 R33 the shortage tree knows what the procedure was told already', async () => {
  const id = await start({ type: 'shortage' });
  await answerStep(id, 'split', 'no', noon);
  await answerStep(id, 'packing', 'intact', noon);
  await answerQuestion(id, 'shortage.list', 'yes', noon);
  await answerStep(id, 'weight', 'full', noon);
  await adoptVerdict(id, 'shortage', noon);
  expect((await getCase(id))?.liability).toBe('buyer');
});

test('R4 the reason found stands beside the one stated, with its line in the history', async () => {
  const id = await start({});
  await setFoundReason(id, 'quality', noon);
  await setFoundReason(id, 'quality', noon);
  expect((await listEvents(id)).filter(({ kind }) => kind === 'caseEdited')).toMatchObject([
    { data: { field: 'foundReason', from: null, to: 'quality' } },
  ]);
  await setFoundReason(id, null, noon);
  expect(await getCase(id)).not.toHaveProperty('foundReason');
});

test('R1 R100 offers to keep the sale are kept with their outcome; one that is taken answers the step', async () => {
  const id = await start({ type: 'inTransitRefund' });
  const offer = { offer: 'coupon', amountFen: 500, note: '' } as const;
  await expect(noteOffer(id, { ...offer, amountFen: null, result: 'accepted' }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await noteOffer(id, { ...offer, result: 'refused' }, noon);
  expect((await readWalk(id))?.facts.steps).not.toHaveProperty('retention');
  await noteOffer(id, { ...offer, amountFen: 1000, result: 'accepted' }, noon + 1);
  const walk = await readWalk(id);
  expect(walk?.record.offers).toMatchObject([{ result: 'refused' }, { amountFen: 1000, result: 'accepted' }]);
  expect(walk?.facts.steps['retention']?.answer).toBe('compensated');
});

test('R3 R12 R14 R15 R151 R176 who pays which freight follows liability, platform and circumstances', async () => {
  const id = await start({ type: 'exchange', platform: 'taobao' });
  const rule = async () => {
    const walk = await readWalk(id);
    return walk === undefined ? null : bearerOf(walk.facts, walk.record.answers ?? {});
  };
  expect(await rule()).toBeNull();
  await updateCase(id, { liability: 'shop' }, noon);
  expect(await rule()).toMatchObject({ id: 'ourFault', outbound: 'shop', back: 'shop', script: 'M1' });
  await updateCase(id, { platform: 'jd' }, noon);
  expect((await rule())?.id).toBe('jdSeven');
  await updateCase(id, { liability: 'buyer', platform: 'pdd' }, noon);
  expect(await rule()).toMatchObject({ id: 'buyerExchange', back: 'buyer', script: 'M2' });
  await answerQuestion(id, 'circ.freightCover', 'yes', noon);
  expect((await rule())?.id).toBe('covered');
  await answerQuestion(id, 'circ.presale', 'yes', noon);
  expect((await rule())?.id).toBe('ownWish');
});
