import { day, freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { getCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { completeStep } from '../../renderer/data/step-repository';
import { answer, due, fill, memo, prove, stageOf, start, stepOf, walkOf } from '../helpers/case-steps';
import type { CaseType } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

describe('message tasks', () => {
  const taken = async (task: string): Promise<CaseId> => {
    const id = await start('message');
    await fill(id, 'requester', { who: '主管', what: '查一下' });
    await answer(id, 'task', task);
    return id;
  };

  test('R93 where the goods are and until when; a delay is explained, and looked at again on its day', async () => {
    const id = await taken('query');
    expect(await due(id)).toEqual(['position', 'late']);
    await fill(id, 'position', { found: '杭州中转', eta: '+1d' });
    expect(await getCase(id)).toMatchObject({
      nextActionAt: noon + day,
      nextAction: '再查一次物流：到了没有',
    });
    await answer(id, 'late', 'yes');
    expect(await due(id)).toEqual(['delay']);
    expect((await stepOf(id, 'delay'))?.script).toBe('M18.delay');
    const fine = await taken('query');
    await fill(fine, 'position', { found: '派送中', eta: '+1d' });
    await answer(fine, 'late', 'no');
    expect(await stageOf(fine)).toBe('reply');
  });

  test('R106 ends with the requester answered, a memo and the register, each ticked', async () => {
    const id = await taken('action');
    await fill(id, 'did', { did: '改了地址' });
    expect(await due(id)).toEqual(['answered', 'memo', 'registered']);
    await recordEvent(id, 'message.answered', noon, noon);
    await memo(id);
    await answer(id, 'registered', 'none');
    expect((await walkOf(id)).walk.complete).toBe(true);
  });

  test('R130 each branch of a request filed for the buyer says what to expect', async () => {
    const id = await taken('proxy');
    expect(await due(id)).toContain('proxy-kind');
    const options = (await stepOf(id, 'proxy-kind'))?.options ?? [];
    expect(
      options.map((one) => [one.id, /自动同意/.test(one.note?.zh ?? ''), /审核/.test(one.note?.zh ?? '')]),
    ).toEqual([
      ['refundBuyer', true, false],
      ['refundShop', false, true],
      ['returnRefund', false, false],
    ]);
    expect(options.every((one) => (one.note?.en ?? '') !== '')).toBe(true);
  });

  test.each([
    ['wrong', 'wrongShipment'],
    ['short', 'shortage'],
    ['quality', 'damage'],
  ])(
    'R107 a goods problem (%s) that comes as a message goes on as %s, with the same gates',
    async (kind, type) => {
      const id = await taken('goods');
      await answer(id, 'goods-kind', kind);
      expect((await getCase(id))?.type).toBe(type);
      const direct = await start(type as CaseType, { liability: 'supplier' });
      const stepsOf = async (one: CaseId) => (await walkOf(one)).playbook.steps;
      expect(await stepsOf(id)).toEqual(await stepsOf(direct));
      // From either entry nothing is sent at the supplier's cost before the logo picture and the reply are there.
      await database().cases.update(id, { liability: 'supplier' });
      for (const one of [id, direct])
        await expect(completeStep(one, 'send-again', {}, noon)).rejects.toMatchObject({
          code: 'gateClosed',
          detail: { gates: expect.stringContaining('supplier') as string },
        });
    },
  );
});

test('R95 wrong or short delivery: compared with order and courier, liability proved, logged, remedied, memo', async () => {
  const id = await start('wrongShipment');
  expect(await due(id)).toEqual(['wrong-photo', 'compare', 'fault', 'register']);
  await prove(id, 'fault-photo');
  await answer(id, 'compare', 'missing');
  await answer(id, 'fault', 'courier');
  expect(await due(id)).toEqual(['courier-proof', 'register']);
  await prove(id, 'liable-confirmation');
  await fill(id, 'register');
  expect(await due(id)).toEqual(['remedy', 'memo']);
  const remedies = (await stepOf(id, 'remedy'))?.options?.map((one) => one.id);
  expect(remedies).toEqual(expect.arrayContaining(['reship', 'exchange', 'returnRefund', 'partialRefund']));
});

test('R102 after delivery: whose fault decides the freight, keeping the sale comes first, else the platform’s rule', async () => {
  const ours = await start('returnRefund');
  await answer(ours, 'claim-kind', 'quality');
  expect((await getCase(ours))?.liability).toBe('shop');
  const buyers = await start('returnRefund');
  await answer(buyers, 'claim-kind', 'noReason');
  await answer(buyers, 'eligible', 'yes');
  expect((await getCase(buyers))?.liability).toBe('buyer');
  const ids = (await walkOf(buyers)).playbook.steps.map((one) => one.id);
  expect(ids.indexOf('retention')).toBeLessThan(ids.indexOf('verdict'));
  const keptCase = await start('returnRefund');
  await answer(keptCase, 'claim-kind', 'noReason');
  await answer(keptCase, 'eligible', 'yes');
  await answer(keptCase, 'retention', 'compensated');
  expect(await stageOf(keptCase)).toBe('done');
  await answer(buyers, 'retention', 'declined');
  expect(await due(buyers)).toEqual(['verdict']);
  await answer(buyers, 'verdict', 'agree');
  const shown = async (id: CaseId) => {
    const { next, open } = (await walkOf(id)).walk;
    return [...(next === null ? [] : [next]), ...open].map(({ step }) => step.id);
  };
  expect(await shown(buyers)).toContain('own-freight');
  const ruled = await start('returnRefund');
  await answer(ruled, 'claim-kind', 'noReason');
  await answer(ruled, 'eligible', 'no');
  await answer(ruled, 'verdict', 'platformRule');
  expect(await stageOf(ruled)).toBe('done');
  expect(await getCase(ruled)).toMatchObject({ waitingOn: 'platform' });
});

test('R6 sold out: the buyer is reached and told, and chooses to wait, to swap or to have the money back', async () => {
  const id = await start('outOfStock');
  const { playbook } = await walkOf(id);
  const of = (name: string) => playbook.steps.find((one) => one.id === name);
  expect(of('contact-buyer')?.optional).toBeUndefined();
  expect(of('stock-notice')?.script).toBe('R6.stock');
  expect(of('choice')?.options?.map((one) => one.id)).toEqual(
    expect.arrayContaining(['wait', 'swap', 'refund']),
  );
});
