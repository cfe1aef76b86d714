import { describe, expect, it } from 'vitest';
import { nextRound } from '#shared/deadlines/patrol';
import type { DeadlineRule, Remind } from '#shared/deadlines/rule';
import { addDays, formatStamp, parseStamp } from '#shared/deadlines/shanghai';
import { queueOf } from '#shared/domain/case-queue';
import { answer, evaluateWritten, ruleOf, shipped, type WrittenInput } from './evaluate';

/** The mission's clocks, each by its row: the value, what ends it, and what happens when it is missed. */

const due = (id: string, at: Readonly<Record<string, string>>, more: WrittenInput = {}) =>
  answer(shipped(id), { at, ...more }).due;
const state = (id: string, at: Readonly<Record<string, string>>) => answer(shipped(id), { at }).state;
const leads = (rule: DeadlineRule): readonly Remind[] => rule.remind;
const hours = (n: number): Remind => ({ before: { n, unit: 'hour' } });
const friday = '2026-11-20 10:00';

describe('house rules', () => {
  it('R24 the trade is extended by ten days, except when it has succeeded already', () => {
    const at = { 'order.shipped': '2026-11-10 10:00' };
    const extended = { ...at, 'merchant.receipt_extended': '2026-11-15 09:00' };
    expect(due('house.taobao.extend-trade', at)).toBe('2026-11-20 10:00');
    expect(due('house.taobao.extend-trade', extended)).toBe('2026-11-30 10:00');
    expect(state('house.taobao.extend-trade', { ...at, 'trade.succeeded': '2026-11-14 09:00' })).toBe(
      'closed',
    );
  });

  it('R43 a refund arrives within two working days: a weekend and a holiday do not count', () => {
    expect(due('house.taobao.refund-arrives', { 'refund.succeeded': friday })).toBe('2026-11-24 10:00');
    expect(due('house.taobao.confirm-refund', { 'return.inspected': '2026-09-30 10:00' })).toBe(
      '2026-10-09 10:00',
    );
  });

  it('R47 an unshipped parcel is pulled or chased within two working days', () => {
    expect(due('house.taobao.pull-order', { 'aftersale.applied': friday })).toBe('2026-11-24 10:00');
  });

  it('R63 a signed return is looked after within two days, unless it was inspected before', () => {
    const at = { 'return.signed': friday };
    expect(due('house.receipt.follow-up', at)).toBe('2026-11-22 10:00');
    expect(state('house.receipt.follow-up', { ...at, 'return.inspected': '2026-11-21 10:00' })).toBe(
      'closed',
    );
  });

  it('R65 after an intervention a message has to stand the same day, until evidence is asked for', () => {
    const at = { 'platform.intervened': '2026-11-20 23:10' };
    expect(due('house.intervention.same-day', at)).toBe('2026-11-21 00:00');
    expect(state('house.intervention.same-day', { ...at, 'evidence.requested': '2026-11-20 23:30' })).toBe(
      'closed',
    );
    expect(shipped('house.intervention.same-day').onMiss).toBe('decide_on_file');
  });

  it('R66 evidence is given within 24 hours, whatever the weekday, until it was submitted', () => {
    const at = { 'evidence.requested': friday };
    expect(due('house.evidence', at)).toBe('2026-11-21 10:00');
    expect(state('house.evidence', { ...at, 'evidence.submitted': '2026-11-20 18:00' })).toBe('closed');
  });

  it('R71 review complaints are a daily round, not done until it is walked', () => {
    const { timing } = shipped('house.patrol.review-complaints');
    if (timing.kind !== 'patrol') throw new Error('no patrol');
    const now = parseStamp('2026-11-20 12:00');
    expect(nextRound(timing, {}, now)).toBe(parseStamp('2026-11-20 10:00'));
    expect(nextRound(timing, { 'patrol.done': now }, now + 1)).toBe(
      parseStamp(`${addDays('2026-11-20', 1)} 10:00`),
    );
  });

  it('TK16 S12 a round every week or working day counts from the last one that was walked', () => {
    const saturday = parseStamp('2026-11-21 10:05');
    const rounds = (n: number, unit: string, now: string, done?: number) => {
      const between = ['10:00', '21:00'];
      const rule = ruleOf({ event: null, timing: { kind: 'patrol', every: { n, unit }, between } });
      const at = done === undefined ? {} : { 'patrol.done': formatStamp(done) };
      const { openAt, state } = answer(rule, { at, now });
      return [openAt, state];
    };
    expect(rounds(7, 'day', '2026-11-23 18:20', saturday)).toEqual(['2026-11-28 10:00', 'running']);
    expect(rounds(48, 'hour', '2026-11-22 12:00', saturday)).toEqual(['2026-11-23 10:00', 'running']);
    expect(rounds(1, 'month', '2026-11-23 18:20', saturday)).toEqual(['2026-12-21 10:00', 'running']);
    expect(rounds(1, 'workday', '2026-11-21 12:20')).toEqual(['2026-11-23 10:00', 'running']);
    // A make-up Saturday is a working day; over the National Day there is none.
    expect(rounds(1, 'workday', '2026-10-10 12:00', parseStamp('2026-10-09 10:05'))).toEqual([
      '2026-10-10 10:00',
      'running',
    ]);
    expect(rounds(2, 'workday', '2026-10-01 12:00', parseStamp('2026-09-30 10:05'))).toEqual([
      '2026-10-09 10:00',
      'running',
    ]);
    expect(rounds(1, 'workday', '2027-03-01 12:00')[1]).toBe('uncertain');
    expect(rounds(7, 'day', '2026-11-30 12:00', saturday)).toEqual(['2026-11-30 10:00', 'running']);
  });

  it('R166 a review or complaint is answered within a time the shop sets, from when it came in', () => {
    const rule = shipped('house.contact.bad-review');
    expect(rule.enabled).toBe(true);
    expect(answer(rule, { at: { 'review.received': friday } }).due).toBe('2026-11-20 12:00');
    const answered = { 'review.received': friday, 'review.answered': '2026-11-20 10:30' };
    expect(answer(rule, { at: answered }).state).toBe('closed');
  });

  it('R172 shortly before a request expires it rings at 12, 4 and 1 hours and warns against a refusal', () => {
    const rule = shipped('house.kuaishou.expiring');
    expect(leads(rule)).toEqual([hours(12), hours(4), hours(1)]);
    expect(rule.note?.zh).toContain('切勿直接拒绝');
    expect(answer(rule, { fields: { platformCountdownEnd: '2026-11-23 15:30' } }).due).toBe(
      '2026-11-23 15:30',
    );
  });

  it('R181 no waybill three days after the return was agreed is asked for', () => {
    const rule = shipped('house.return.no-waybill');
    expect(rule.actor).toBe('merchant');
    expect(answer(rule, { at: { 'aftersale.agreed': friday } }).due).toBe('2026-11-23 10:00');
    const sent = { 'aftersale.agreed': friday, 'return.waybill_entered': '2026-11-21 10:00' };
    expect(answer(rule, { at: sent }).state).toBe('closed');
    const types = (caseType: string) =>
      evaluateWritten(rule, { at: { 'aftersale.agreed': friday }, facts: { caseType } });
    expect(types('refundOnly').due).toBeNull();
  });
});

describe('platform rules', () => {
  it('R129 a request filed for the buyer on Kuaishou lapses after 24 hours', () => {
    expect(due('kuaishou.proposed.confirm', { 'aftersale.proposed': friday })).toBe('2026-11-21 10:00');
    expect(shipped('kuaishou.proposed.confirm').actor).toBe('buyer');
    expect(shipped('kuaishou.proposed.confirm').onMiss).toBe('close_case');
  });

  it('R133 R138 Pinduoduo: 48 hours, then refunded, of a return even without the goods', () => {
    const at = { 'aftersale.applied': friday };
    expect(due('pdd.refund-only.review', at)).toBe('2026-11-22 10:00');
    expect(shipped('pdd.refund-only.review').onMiss).toBe('auto_refund');
    expect(due('pdd.return.review', at)).toBe('2026-11-22 10:00');
    expect(shipped('pdd.return.review').onMiss).toBe('auto_refund_no_return');
  });

  it('R134 the worst case of a shortened clock is 24 hours from now, never after the end', () => {
    const rule = shipped('pdd.refund-only.review');
    const shadow = (now: string) => answer(rule, { at: { 'aftersale.applied': friday }, now }).shadowDue;
    expect(shadow('2026-11-20 12:00')).toBe('2026-11-21 12:00');
    expect(shadow('2026-11-21 20:00')).toBe('2026-11-22 10:00');
  });

  it.each(['pdd.refund-only.window', 'pdd.return.window'])(
    'R135 the buyer may apply for 15 days or as long as was promised, the later of both: %s',
    (id) => {
      const at = { 'order.received': '2026-11-01 10:00' };
      expect(due(id, at)).toBe('2026-11-16 10:00');
      expect(due(id, at, { fields: { promisedAfterSalesEnd: '2026-12-01 00:00' } })).toBe('2026-12-01 00:00');
      expect(due(id, at, { fields: { promisedAfterSalesEnd: '2026-11-05 00:00' } })).toBe('2026-11-16 10:00');
    },
  );

  it('R136 after a refusal the buyer has seven days to change, call the platform or let it lapse', () => {
    for (const id of ['pdd.refund-only.after-refusal', 'pdd.return.after-refusal']) {
      const at = { 'aftersale.refused': friday };
      expect(due(id, at)).toBe('2026-11-27 10:00');
      expect(state(id, { ...at, 'platform.intervened': '2026-11-22 10:00' })).toBe('closed');
    }
  });

  it('R137 a request the buyer withdrew has no clock and stands in no queue any more', () => {
    const at = { 'aftersale.applied': friday, 'aftersale.withdrawn': '2026-11-20 12:00' };
    expect(state('pdd.refund-only.review', at)).toBe('closed');
    expect(
      queueOf({ status: 'open', events: { 'aftersale.applied': 1, 'aftersale.withdrawn': 2 } }),
    ).toBeNull();
  });

  it('R139 the buyer sends the goods back within seven days', () => {
    expect(due('pdd.return.ship-back', { 'aftersale.agreed': friday })).toBe('2026-11-27 10:00');
    expect(shipped('pdd.return.ship-back').actor).toBe('buyer');
  });

  it('R140 returned goods are settled within seven days, one day after they were signed for', () => {
    const at = { 'return.waybill_entered': friday };
    expect(due('pdd.return.confirm', at)).toBe('2026-11-27 10:00');
    expect(due('pdd.return.confirm', { ...at, 'return.signed': '2026-11-23 08:00' })).toBe(
      '2026-11-24 08:00',
    );
    expect(shipped('pdd.return.confirm').onMiss).toBe('auto_refund');
  });

  it('R141 a refused return goes round again: the new request starts its own clock', () => {
    const round = { 'aftersale.applied': friday, 'aftersale.refused': '2026-11-21 10:00' };
    const again = { ...round, 'aftersale.applied#2': '2026-11-23 10:00' };
    expect(state('pdd.return.review', round)).toBe('closed');
    expect(due('pdd.return.review', again)).toBe('2026-11-25 10:00');
    expect(state('pdd.return.review', again)).toBe('running');
  });

  it.each([
    ['2026-11-20 15:59', '2026-11-20 18:00'],
    ['2026-11-20 16:01', '2026-11-21 18:00'],
    ['2026-11-20 23:59', '2026-11-21 18:00'],
  ])('R148 a JD mail of %s is answered by %s', (received, by) => {
    expect(due('jd.mail.reply', { 'mail.received': received })).toBe(by);
  });

  it('R149 a JD complaint ticket is answered within three hours', () => {
    expect(due('jd.ticket.reply', { 'ticket.received': '2026-11-20 22:30' })).toBe('2026-11-21 01:30');
    expect(leads(shipped('jd.ticket.reply')).length).toBeGreaterThan(0);
  });

  it('R152 faulty goods: the windows of law and platform end on the seventh day', () => {
    expect(due('jd.fault.window', { 'order.signed': friday })).toBe('2026-11-27 10:00');
    expect(shipped('law.fault.window').basis).toBe('law');
    expect(due('law.fault.window', { 'order.signed': friday })).toBe('2026-11-28 00:00');
  });

  it('R180 freight comes back within 72 hours of the refund', () => {
    expect(due('kuaishou.freight.subsidy', { 'refund.succeeded': friday })).toBe('2026-11-23 10:00');
  });
});

describe('R59 the queues of a back office', () => {
  const open = (events: Readonly<Record<string, number>>) => queueOf({ status: 'open', events });

  it('R59 R141 follow what happened last', () => {
    expect(open({})).toBeNull();
    expect(open({ 'aftersale.applied': 1 })).toBe('pending');
    expect(open({ 'aftersale.applied': 1, 'aftersale.refused': 2 })).toBe('refused');
    expect(open({ 'aftersale.applied': 1, 'aftersale.refused': 2, 'aftersale.applied#2': 3 })).toBe(
      'pending',
    );
    expect(open({ 'aftersale.applied': 1, 'aftersale.agreed': 2 })).toBeNull();
    expect(open({ 'aftersale.applied': 1, 'aftersale.agreed': 2, 'return.waybill_entered': 3 })).toBe(
      'receiving',
    );
    expect(open({ 'return.signed': 3, 'return.inspected': 4 })).toBeNull();
    expect(open({ 'return.signed': 3, 'refund.succeeded': 4 })).toBeNull();
    expect(queueOf({ status: 'closed', events: { 'aftersale.applied': 1 } })).toBeNull();
  });
});
