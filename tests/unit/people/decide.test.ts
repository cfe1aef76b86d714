import { describe, expect, test } from 'vitest';
import { bearerOf } from '#shared/domain/bearer-rule';
import { swapSum } from '#shared/domain/swap';
import { walkTree } from '#shared/domain/decide';
import { productClasses } from '#shared/domain/inspection';
import { judgeNoReason } from '#shared/domain/no-reason';
import { winBackRules } from '#shared/knowledge/win-back-rules';
import { bearerRules } from '#shared/knowledge/decide/bearer-rules';
import { noReasonRules } from '#shared/knowledge/decide/no-reason';
import { decisionTrees } from '#shared/knowledge/decide/trees';
import { retentionStep } from '#shared/knowledge/decide/retention-offers';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { firstTimes } from '#shared/knowledge/first-times';
import { personRoles } from '#shared/knowledge/people-roles';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { noFacts } from '../../helpers/no-facts';
import type { StepFacts } from '#shared/domain/step-facts';

const facts: StepFacts = {
  ...noFacts,
  fields: { ...noFacts.fields, type: 'damage', platform: 'pdd', goods: '', liability: '', waitingOn: '' },
};

describe('the knowledge of the decision helper', () => {
  test.each(decisionTrees)(
    'tree $id: every answer leads on, every verdict is reached, nothing runs in a circle',
    (tree) => {
      const places = new Set([...tree.nodes, ...tree.verdicts].map(({ id }) => id));
      const reached = new Set<string>();
      const follow = (answers: Record<string, string>, depth: number): void => {
        expect(depth).toBeLessThan(12);
        const { path, verdict } = walkTree(tree, answers, facts);
        if (verdict !== null) {
          reached.add(verdict.id);
          return;
        }
        const node = path.at(-1)?.node;
        expect(node).toBeDefined();
        for (const option of node?.options ?? []) {
          expect(places).toContain(option.to);
          follow({ ...answers, [`${tree.id}.${node?.id ?? ''}`]: option.id }, depth + 1);
        }
      };
      follow({}, 0);
      expect([...reached].toSorted()).toEqual(tree.verdicts.map(({ id }) => id).toSorted());
      for (const { proofs } of tree.verdicts)
        for (const slot of proofs) expect(evidenceSlot(slot), slot).toBeDefined();
      for (const node of tree.nodes)
        for (const { option } of node.known ?? []) expect(node.options.map(({ id }) => id)).toContain(option);
    },
  );

  test('messages, steps, roles and classes it names exist', () => {
    const ids = new Set<string>(shippedScripts.map(({ id }) => id));
    const named = [...decisionTrees.flatMap(({ verdicts }) => verdicts), ...bearerRules, ...winBackRules];
    for (const { script } of named) if (script !== undefined) expect(ids).toContain(script);
    const steps = shippedPlaybooks.flatMap((book) => book.steps);
    for (const { step, answers } of firstTimes) {
      const options = steps.filter(({ id }) => id === step).flatMap((one) => one.options ?? []);
      for (const answer of answers) expect(options.map(({ id }) => id)).toContain(answer);
    }
    const retention = steps.find(({ id }) => id === retentionStep.step)?.options?.map(({ id }) => id);
    expect(retention).toEqual(expect.arrayContaining([retentionStep.withMoney, retentionStep.without]));
    expect(noReasonRules.map(({ goods }) => goods).toSorted()).toEqual([...productClasses].toSorted());
    expect(new Set(personRoles.map(({ id }) => id)).size).toBe(personRoles.length);
  });
});

describe('R142 R154 seven days without a reason', () => {
  const signedAt = Date.parse('2026-11-10T08:00:00Z');
  const lastMoment = Date.parse('2026-11-17T15:59:59Z');
  const ask = (part: Partial<Parameters<typeof judgeNoReason>[0]>, now = lastMoment) =>
    judgeNoReason({ goods: 'clothing', opened: false, confirmed: false, signedAt, ...part }, now).answer;

  test('count from the day after delivery, in Shanghai', () => {
    expect(ask({})).toBe('yes');
    expect(ask({}, lastMoment + 1000)).toBe('late');
    expect(ask({ signedAt: null }, lastMoment + 1e10)).toBe('yes');
  });

  test('made to order, fresh and digital goods are out; opened ones only if that was confirmed', () => {
    for (const goods of ['custom', 'fresh', 'digital'] as const) expect(ask({ goods })).toBe('no');
    expect(ask({ goods: 'sealed', opened: true })).toBe('yes');
    expect(ask({ goods: 'sealed', opened: true, confirmed: true })).toBe('no');
    expect(ask({ goods: 'electronics', confirmed: true })).toBe('yes');
    expect(ask({ opened: true, confirmed: true })).toBe('yes');
  });
});

test('R15 a swap: difference by piece, and the freight only where the one who does not hand it over bears it', () => {
  const swap = { oldFen: 10_000, newFen: 12_000, quantity: 2, outFen: 1200, backFen: 1000 } as const;
  const buyerAll = { ...swap, outBy: 'buyer', backBy: 'buyer' } as const;
  expect(swapSum(buyerAll)).toEqual({ differenceFen: 4000, buyerPaysFen: 5200, weReturnFen: 0 });
  expect(swapSum({ ...swap, outBy: 'shop', backBy: 'shop' })).toMatchObject({ buyerPaysFen: 3000 });
  expect(swapSum({ ...buyerAll, newFen: 9990, quantity: 1 })).toMatchObject({ buyerPaysFen: 1190 });
  expect(swapSum({ ...buyerAll, newFen: 5000 })).toMatchObject({ buyerPaysFen: 0, weReturnFen: 8800 });
  expect(swapSum({ ...buyerAll, newFen: 9400 })).toMatchObject({ buyerPaysFen: 0, weReturnFen: 0 });
});

test('R15 for pre-sale and price-difference swaps the rule makes both freights the buyer’s, whoever is at fault', () => {
  for (const liability of ['shop', 'buyer', 'supplier'])
    for (const key of ['circ.presale', 'circ.priceSwap'])
      expect(bearerOf({ ...facts, fields: { ...facts.fields, liability } }, { [key]: 'yes' })).toMatchObject({
        outbound: 'buyer',
        back: 'buyer',
      });
});
