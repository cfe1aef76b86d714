import { day, freshDatabase, minute, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { answerStep, completeStep, moveStage } from '../../renderer/data/step-repository';
import { emptyClose, outcomeOf, toClosing } from '../../renderer/features/playbook/close-draft';
import { doStep } from '../helpers/do-step';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';
import type { CaseType } from '#shared/domain/case';

freshDatabase();

async function walkOf(id: CaseId) {
  const walk = await readWalk(id);
  if (walk === undefined) throw new Error('no walk');
  return walk;
}

/** Does what has to be done until this step is the next one. */
async function comeTo(id: CaseId, stepId: string, at = noon): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const walk = await walkOf(id);
    const { next } = walk.walk;
    if (next?.step.id === stepId) return;
    if (next === null) throw new Error(`never came to ${stepId}`);
    await doStep(
      walk,
      next.step,
      (options) => options.find((one) => one.id === 'noReason') ?? options[0],
      at,
    );
  }
  throw new Error(`never came to ${stepId}`);
}

test.each([['refundOnly'], ['returnRefund'], ['exchange']] as const)(
  'R23 %s: asked again waits for the buyer with a day to look, and is decided anew when it came',
  async (type: CaseType) => {
    const { id } = await createCase(makeCaseInput({ type, platform: 'taobao' }), noon);
    await comeTo(id, 'verdict');
    await answerStep(id, 'verdict', 'askAgain', noon + minute);
    let { walk, item } = await walkOf(id);
    expect([walk.stage.id, walk.next?.step.id, item.waitingOn, walk.complete]).toEqual([
      'askedAgain',
      'ask-again',
      'buyer',
      false,
    ]);
    // Without saying what is missing it is not asked.
    await expect(
      completeStep(id, 'ask-again', { values: { what: ' ', until: '+2d' } }, noon + minute),
    ).rejects.toMatchObject({ code: 'invalidInput' });
    await completeStep(
      id,
      'ask-again',
      { values: { what: '要带吊牌的照片', until: '+2d' }, reminder: '看材料' },
      noon + minute,
    );
    item = (await getCase(id)) ?? item;
    expect([item.nextAction, item.nextActionAt]).toEqual(['看材料', noon + minute + 2 * day]);
    await answerStep(id, 'more-came', 'yes', noon + day);
    ({ walk, item } = await walkOf(id));
    expect([item.waitingOn, walk.moves.map(({ stage, open }) => [stage.id, open])]).toEqual([
      'us',
      [
        ['done', false],
        ['verify', true],
      ],
    ]);
    await moveStage(id, 'verify', noon + day);
    await comeTo(id, 'verdict', noon + day);
    await answerStep(id, 'verdict', 'agree', noon + day + minute);
    const verdict = (await walkOf(id)).walk.finished.find(({ step }) => step.id === 'verdict');
    expect([verdict?.answer, verdict?.at]).toEqual(['agree', noon + day + minute]);
  },
);

test('R40 a refund without a return wants the buyer’s reason before it is decided', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'refundOnly', platform: 'taobao' }), noon);
  await comeTo(id, 'stated-reason');
  await expect(completeStep(id, 'stated-reason', { values: { reason: '' } }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await completeStep(id, 'stated-reason', { values: { reason: '袖口开线' } }, noon);
  expect((await walkOf(id)).values['stated-reason']).toEqual({ reason: '袖口开线' });
});

test.each([
  ['agree', 'approved'],
  ['refuse', 'rejected'],
  ['platformRule', 'platformRule'],
] as const)(
  'R23 R108 after %s the closing starts with %s; what was picked by hand stays',
  async (answer, outcome) => {
    const { id } = await createCase(makeCaseInput({ type: 'refundOnly', platform: 'taobao' }), noon);
    await comeTo(id, 'verdict');
    await answerStep(id, 'verdict', answer, noon);
    const walk = await walkOf(id);
    expect(outcomeOf(walk)).toBe(outcome);
    const close = (draft: Partial<typeof emptyClose>) =>
      toClosing({ ...emptyClose, ...draft }, walk.item, walk.playbook, outcomeOf(walk)).outcome;
    expect(close({})).toBe(outcome);
    expect(close({ outcome: 'settled' })).toBe('settled');
  },
);

test('R17 R23 without a picture the buyer can be asked for one, though nothing can be decided', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'returnRefund', platform: 'taobao' }), noon);
  await answerStep(id, 'claim-kind', 'quality', noon);
  for (const answer of ['agree', 'refuse', 'platformRule'])
    await expect(answerStep(id, 'verdict', answer, noon)).rejects.toMatchObject({ code: 'gateClosed' });
  await answerStep(id, 'verdict', 'askAgain', noon);
  expect((await getCase(id))?.waitingOn).toBe('buyer');
});
