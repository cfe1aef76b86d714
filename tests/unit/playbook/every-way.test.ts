import { describe, expect, test } from 'vitest';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { caseTypes } from '#shared/domain/case';
import { walkEveryWay, type EveryWay } from '../../helpers/walk-every-way';
import { noFacts } from '../../helpers/no-facts';
import type { Liability } from '#shared/domain/case';
import type { Playbook } from '#shared/domain/playbook';

const book = (key: string): Playbook => {
  const found = shippedPlaybooks.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

const walked = new Map<string, EveryWay>();

/** By every answer; each procedure is walked once for all that is asked of it here. */
function every(key: string, liability: Liability = 'unknown'): EveryWay {
  const name = `${key} ${liability}`;
  const found = walked.get(name) ?? walkEveryWay(book(key), noFacts, liability);
  walked.set(name, found);
  return found;
}

describe.each(shippedPlaybooks.map((one) => [one.key, one] as const))(
  '%s by every answer',
  (key, playbook) => {
    const all = () => (['unknown', 'supplier', 'buyer'] as const).map((liability) => every(key, liability));

    test('ends nowhere but at its end or as another type', () => {
      const ways = all();
      expect(ways.flatMap(({ deadEnds }) => deadEnds)).toEqual([]);
      for (const { ends } of ways) expect(ends).toBeGreaterThan(0);
    });

    test('has no step and no answer that nobody can come to', () => {
      const ways = all();
      const steps = new Set(ways.flatMap((one) => [...one.steps]));
      const options = new Set(ways.flatMap((one) => [...one.options]));
      expect(playbook.steps.map(({ id }) => id).filter((id) => !steps.has(id))).toEqual([]);
      const offered = playbook.steps.flatMap((step) =>
        (step.options ?? []).map(({ id }) => `${step.id}=${id}`),
      );
      expect(offered.filter((one) => !options.has(one))).toEqual([]);
    });

    test('goes on only as types that there are', () => {
      const becomes = all().flatMap((one) => [...one.becomes]);
      expect(becomes.filter((type) => !caseTypes.some((one) => one === type) || type === key)).toEqual([]);
    });
  },
);

const becomes = (key: string): readonly string[] => [...every(key).becomes].toSorted();

test.each([
  ['R47 R78', 'unshippedRefund', ['inTransitRefund']],
  ['R101 R171', 'inTransitRefund', ['intervention', 'lost', 'returnRefund']],
  ['R62', 'returnRefund', ['intervention']],
  ['R83 R84 R85', 'undeliverable', ['inTransitRefund', 'refused', 'returnRefund', 'unshippedRefund']],
  ['R6 R74', 'outOfStock', ['unshippedRefund']],
  ['R162', 'damage', ['repair']],
])('%s %s can go on as %j', (_rows, key, types) => {
  expect(becomes(key)).toEqual(types);
});

/** The branches the seeds name, as step and answer; a procedure without one of them does not follow its seed. */
test.each([
  [
    'R48 R100 how far the order is',
    'unshippedRefund',
    ['where=notMade', 'where=made', 'where=packed', 'where=handed'],
  ],
  ['R90 loaded or not', 'inTransitRefund', ['loaded=no', 'loaded=yes', 'fee-ok=yes', 'fee-ok=no']],
  [
    'R170 R171 intercepted, failed, refused at the door, signed for',
    'inTransitRefund',
    [
      'stop-reply=returning',
      'stop-reply=failed',
      'stop-reply=noAnswer',
      'delivery=refused',
      'delivery=signed',
    ],
  ],
  [
    'R89 R91 back intact or damaged',
    'inTransitRefund',
    ['home=ok', 'home=broken', 'home=lost', 'loss-ok=rule'],
  ],
  [
    'R9 R10 R15 four ways to exchange',
    'exchange',
    ['exchange-way=standard', 'exchange-way=advance', 'exchange-way=newOrder', 'exchange-way=preSale'],
  ],
  [
    'R32 R33 split parcels, packaging, weight',
    'shortage',
    ['split=yes', 'packing=intact', 'weight=short', 'weight=full'],
  ],
  [
    'R158 R161 R162 the damage tree',
    'damage',
    [
      'cause=flaw',
      'cause=transport',
      'cause=misuse',
      'cause=supplier',
      'remedy=coupon',
      'remedy=paidRepair',
      'claim-result=failed',
    ],
  ],
  ['R87 found, reship or refund', 'lost', ['found=found', 'lost-remedy=reship', 'lost-remedy=refund']],
  [
    'R34 R37 R82 R84 R85 R86 why it cannot be delivered',
    'undeliverable',
    [
      'why=noOutlet',
      'why=outOfArea',
      'why=suspended',
      'why=forceMajeure',
      'why=unreachable',
      'first-time=first',
      'first-time=again',
    ],
  ],
  ['R89 R92 a deduction or the platform', 'refused', ['loss-ok=agreed', 'loss-ok=rule']],
  [
    'R94 R97 parts, a visit, sent in',
    'repair',
    ['service=parts', 'service=visit', 'service=sendIn', 'works=no'],
  ],
  [
    'R65 R66 asked for, settled, ruled',
    'intervention',
    ['phase=asked', 'phase=settled', 'phase=ruled', 'ruling=split'],
  ],
  ['R147 platform, 12315, Heimao', 'complaint', ['channel=platform', 'channel=12315', 'channel=heimao']],
  ['R71 R53 kinds of review', 'review', ['kind=real', 'kind=abuse', 'kind=goodIssue']],
  [
    'R67 R68 R105 invoices',
    'invoice',
    ['invoice-kind=electronic', 'invoice-kind=paper', 'invoice-kind=special', 'invoice-kind=receipt'],
  ],
  [
    'R106 R126 question, action, proxy',
    'message',
    ['task=query', 'task=action', 'task=proxy', 'proxy-result=lapsed'],
  ],
])('%s', (_branch, key, wanted) => {
  const { options } = every(key);
  expect(wanted.filter((one) => !options.has(one))).toEqual([]);
});

test.each([
  ['R172', 'inTransitRefund', 'unreachable'],
  ['R10', 'exchange', 'advance-out'],
  ['R9', 'exchange', 'new-order'],
  ['R34', 'undeliverable', 'ems'],
  ['R35', 'undeliverable', 'memo-resend'],
  ['R36', 'undeliverable', 'resent'],
  ['R83', 'undeliverable', 'large-rule'],
  ['R84', 'undeliverable', 'tell-courier'],
  ['R86', 'undeliverable', 'tell-courier-contact'],
  ['R89', 'refused', 'fetch'],
  ['R92', 'inTransitRefund', 'loss-ok'],
  ['R106', 'message', 'requester'],
  ['R106', 'message', 'answered'],
  ['R75', 'outOfStock', 'order-check'],
  ['R75', 'outOfStock', 'reply-supplier'],
  ['R79', 'outOfStock', 'custom-spec'],
  ['R65', 'intervention', 'message'],
  ['R66', 'intervention', 'submitted'],
])('%s %s comes to the step %s, and the step names the row', (row, key, id) => {
  const { steps } = every(key);
  expect(steps.has(id)).toBe(true);
  expect(book(key).steps.find((step) => step.id === id)?.rows).toContain(row);
});

test.each([
  ['R80', 'outOfStock', 'hold-date'],
  ['R85', 'undeliverable', 'resume'],
  ['R91', 'inTransitRefund', 'eta'],
  ['R94', 'repair', 'visit'],
  ['R97', 'repair', 'parts'],
  ['R10', 'exchange', 'advance-out'],
])('%s %s: the day typed at %s comes up again by itself', (_row, key, id) => {
  expect(book(key).steps.find((step) => step.id === id)?.remind).toBeDefined();
});
