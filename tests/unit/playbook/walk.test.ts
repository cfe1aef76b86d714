import { describe, expect, test } from 'vitest';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { playbookSchema } from '#shared/domain/playbook-schema';
import { refuseMove, walkOn, type Walk } from '#shared/domain/playbook-walk';
import { provedAt, type StepFacts, type StepMark } from '#shared/domain/step-facts';
import { noFacts } from '../../helpers/no-facts';
import type { Playbook } from '#shared/domain/playbook';

const start = { stage: null, since: {} };
const said = (answer: string, at = 100): StepMark => ({ state: 'done', at, by: '', answer, reason: '' });
const done = said as unknown as (answer: null, at?: number) => StepMark;

function book(key: string): Playbook {
  const found = shippedPlaybooks.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

const open = (walk: Walk): readonly string[] => [
  ...(walk.next === null ? [] : [walk.next.step.id]),
  ...walk.open.map(({ step }) => step.id),
];

describe('returnRefund', () => {
  const playbook = book('returnRefund');

  test('R17 a quality claim waits for an accepted photo; R18 another reason does not', () => {
    const fresh = walkOn(playbook, noFacts, start);
    expect(fresh.next?.step.id).toBe('claim-kind');
    expect(open(fresh)).not.toContain('fault-photos');
    const quality = { ...noFacts, steps: { 'claim-kind': said('quality') } };
    expect(walkOn(playbook, quality, start)).toMatchObject({ stage: { id: 'verify' } });
    expect(walkOn(playbook, quality, start).next?.step.id).toBe('fault-photos');
    const withPhoto = { ...quality, slots: { 'fault-photo': [150] } };
    expect(walkOn(playbook, withPhoto, start).stage.id).toBe('decide');
    const noReason = { ...noFacts, steps: { 'claim-kind': said('noReason'), eligible: said('yes') } };
    expect(walkOn(playbook, noReason, start).stage.id).toBe('decide');
  });

  const agreed: StepFacts = {
    ...noFacts,
    steps: { 'claim-kind': said('noReason'), eligible: said('yes'), verdict: said('agree') },
  };

  test('R44 a walk goes from agreeing to the refund by what really happened', () => {
    expect(walkOn(playbook, agreed, start).stage.id).toBe('send');
    const sent = {
      ...agreed,
      events: { 'merchant.extended.10d': 1, 'return.waybill_entered': 2 },
      logged: { slipMade: [3], noteAdded: [4] },
    };
    expect(walkOn(playbook, sent, start).stage.id).toBe('arrive');
    const arrived = {
      ...sent,
      events: { ...sent.events, 'return.signed': 5 },
      inspections: [{ verdict: 'deduct', at: 6 } as const],
    };
    expect(walkOn(playbook, arrived, start).stage.id).toBe('pay');
    const failed = { ...arrived, inspections: [{ verdict: 'fail', at: 6 } as const] };
    expect(walkOn(playbook, failed, start).stage.id).toBe('dispute');
    const paid = { ...arrived, events: { ...arrived.events, 'refund.succeeded': 7 } };
    expect(walkOn(playbook, paid, start)).toMatchObject({ stage: { id: 'done' }, complete: false });
    const noted = { ...paid, logged: { ...paid.logged, noteAdded: [4, 8] } };
    expect(walkOn(playbook, noted, start)).toMatchObject({ stage: { id: 'done' }, complete: true });
  });

  test('R24 extending is not needed when the trade has succeeded', () => {
    const state = (events: StepFacts['events']) =>
      walkOn(playbook, { ...agreed, events }, start).finished.find(({ step }) => step.id === 'extend-trade');
    expect(state({})).toBeUndefined();
    expect(state({ 'trade.succeeded': 5 })).toMatchObject({ state: 'notNeeded' });
    expect(state({ 'merchant.extended.10d': 5 })).toMatchObject({ state: 'done', at: 5 });
  });

  test('R25 the slip ticks the return details too, with the time it was made', () => {
    const walk = walkOn(playbook, { ...agreed, logged: { slipMade: [9] } }, start);
    expect(walk.finished.find(({ step }) => step.id === 'return-info')).toMatchObject({
      state: 'done',
      at: 9,
    });
  });

  test('R62 refused: the buyer edits and applies again, and the checks begin anew', () => {
    const refused = {
      ...noFacts,
      steps: { 'claim-kind': said('quality'), verdict: said('refuse') },
      slots: { 'fault-photo': [50] },
    };
    const walk = walkOn(playbook, refused, start);
    expect(walk.stage.id).toBe('refusedClaim');
    expect(refuseMove(walk, 'verify')).toBeNull();
    expect(refuseMove(walk, 'pay')).toBe('noWay');
    // The data layer takes the ticks of the stages from there on away and moves the beginning.
    const again = walkOn(playbook, { ...refused, steps: {} }, { stage: 'verify', since: { verify: 200 } });
    expect(again.next?.step.id).toBe('claim-kind');
  });

  test('an earlier happening does not tick a stage that was gone back to', () => {
    const facts = { ...agreed, events: { 'return.waybill_entered': 60_000 * 5 } };
    const state = (since: number) =>
      walkOn(playbook, facts, { stage: null, since: { send: since } }).finished.some(
        ({ step }) => step.id === 'return-waybill',
      );
    expect([state(0), state(60_000 * 5 + 30_000), state(60_000 * 6)]).toEqual([true, true, false]);
  });
});

test('an answer of another case type’s decision of the same name is asked again', () => {
  const facts = {
    ...noFacts,
    steps: { loaded: said('no'), 'stop-reply': said('tooLate') },
  };
  const walk = walkOn(book('inTransitRefund'), facts, start);
  expect([walk.stage.id, ...walk.finished.map(({ step }) => step.id)]).toEqual(['intercept', 'loaded']);
});

test('R171 intercepted, refused at the door, or signed for: three ways on', () => {
  const playbook = book('inTransitRefund');
  const asked = { loaded: said('no') };
  const stage = (steps: StepFacts['steps'], events = {}): string =>
    walkOn(
      playbook,
      {
        ...noFacts,
        steps: { ...asked, ...steps },
        events,
        logged: { noteAdded: [1] },
        slots: { 'intercept-reply': [1], 'talk-record': [1] },
        contacts: [{ result: 'reached', at: 1 }],
      },
      start,
    ).stage.id;
  const started = { 'intercept.started': 1 };
  expect(stage({}, started)).toBe('intercept');
  expect(stage({ 'stop-reply': said('returning') }, started)).toBe('pay');
  expect(stage({ 'stop-reply': said('failed') }, started)).toBe('refuse');
  expect(
    stage({ 'stop-reply': said('failed'), 'please-refuse': done(null), delivery: said('refused') }, started),
  ).toBe('pay');
});

test('R158 damage: packaging decides who has to confirm', () => {
  const playbook = book('damage');
  const facts = (cause: string, liability: string): StepFacts => ({
    ...noFacts,
    fields: { ...noFacts.fields, type: 'damage', liability },
    steps: { cause: said(cause) },
    slots: { 'outer-packing': [1], 'inner-goods': [1], 'fault-photo': [1] },
  });
  const next = (cause: string, liability: string): readonly string[] => {
    const walk = walkOn(playbook, facts(cause, liability), start);
    return [walk.stage.id, walk.next?.step.id ?? ''];
  };
  expect(next('transport', 'courier')).toEqual(['confirm', 'courier-proof']);
  expect(next('supplier', 'supplier')).toEqual(['confirm', 'supplier-proof']);
  expect(next('misuse', 'buyer')).toEqual(['decide', 'contact-buyer']);
});

test('a case type is added by data only', () => {
  const gift: Playbook = playbookSchema.parse({
    key: 'own-gift',
    version: 1,
    like: 'reship',
    name: { zh: '漏赠品', en: 'Gift missing' },
    about: { zh: '赠品没放', en: 'The gift was left out' },
    rows: [],
    bearer: 'shop',
    outcomes: ['settled'],
    stages: [
      {
        id: 'ask',
        title: { zh: '问', en: 'Ask' },
        next: [
          { to: 'end', when: { answer: 'still', in: ['yes'] } },
          { to: 'ask', loop: true },
        ],
      },
      { id: 'end', title: { zh: '完', en: 'End' }, next: [] },
    ],
    steps: [
      {
        id: 'still',
        stage: 'ask',
        kind: 'decision',
        title: { zh: '还要吗', en: 'Still wanted?' },
        rows: [],
        options: [
          { id: 'yes', title: { zh: '要', en: 'Yes' } },
          { id: 'no', title: { zh: '不要', en: 'No' } },
        ],
      },
      { id: 'note', stage: 'end', kind: 'memo', title: { zh: '备注', en: 'Memo' }, rows: [] },
    ],
    closing: [],
  });
  expect(walkOn(gift, noFacts, start).next?.step.id).toBe('still');
  const yes = { ...noFacts, steps: { still: said('yes') } };
  expect(walkOn(gift, yes, start).next?.step.id).toBe('note');
  expect(walkOn(gift, { ...yes, logged: { noteAdded: [1] } }, start).complete).toBe(true);
});

test.each([
  [{ field: 'goods', in: ['received'] }, 0],
  [{ not: { field: 'goods', in: ['received'] } }, null],
  [{ event: 'a.b' }, 60_000],
  [{ all: [{ event: 'a.b' }, { slot: 's' }] }, 70_000],
  [{ any: [{ event: 'a.b' }, { slot: 's' }] }, 60_000],
  [{ all: [] }, 0],
  [{ any: [] }, null],
  [{ slot: 's', min: 2 }, 80_000],
  [{ slot: '__proto__' }, null],
  [{ logged: 'constructor' }, null],
  [{ answer: 'toString', in: ['x'] }, null],
  [{ inspected: ['pass'] }, null],
  [{ contact: ['reached'] }, 5],
] as const)('condition %j holds since %s', (condition, at) => {
  const facts: StepFacts = {
    ...noFacts,
    events: { 'a.b#2': 60_000 },
    slots: { s: [80_000, 70_000] },
    inspections: [
      { verdict: 'pass', at: 1 },
      { verdict: 'fail', at: 2 },
    ],
    contacts: [{ result: 'reached', at: 5 }],
  };
  expect(provedAt(condition, facts)).toBe(at);
});
