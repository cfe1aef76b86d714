import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { deadlinesForCase, type CaseDeadlineInput } from '#shared/deadlines/case-deadlines';
import { shippedRules } from '#shared/deadlines/rules/index';
import { formatStamp, parseStamp } from '#shared/deadlines/shanghai';
import { ruleOf } from './evaluate';

const NOW = '2026-11-21 16:00';

function clocks(
  platform: string,
  caseType: string,
  at: Readonly<Record<string, string>>,
  more: Partial<CaseDeadlineInput> = {},
): readonly (readonly [string, string])[] {
  const found = deadlinesForCase({
    platform,
    caseType,
    at: Object.fromEntries(Object.entries(at).map(([name, text]) => [name, parseStamp(text)])),
    now: parseStamp(NOW),
    rules: shippedRules,
    calendar: shippedCalendar,
    ...more,
  });
  return found
    .filter(({ result }) => result.due !== null)
    .map(({ rule, result }) => [rule.id, formatStamp(result.due ?? 0).slice(0, 16)]);
}

const APPLIED = { 'aftersale.applied': '2026-11-21 15:30' };

describe('deadlinesForCase', () => {
  it('R133 S47 shows our clock and theirs, soonest first', () => {
    const at = { ...APPLIED, 'order.received': '2026-11-18 10:00' };
    expect(clocks('pdd', 'refundOnly', at)).toEqual([
      ['pdd.refund-only.review', '2026-11-23T15:30'],
      ['pdd.refund-only.window', '2026-12-03T10:00'],
      ['pdd.return.window', '2026-12-03T10:00'],
      ['law.delay.request', '2026-12-06T15:30'],
    ]);
  });

  it('C4 an unshipped refund on Pinduoduo has its own, shorter clock', () => {
    expect(clocks('pdd', 'unshippedRefund', APPLIED)[0]).toEqual([
      'pdd.unshipped.review',
      '2026-11-23T03:30',
    ]);
  });

  it.each([
    ['taobao', 'unshippedRefund', 'taobao.unshipped.review'],
    ['tmall', 'returnRefund', 'tmall.return.review'],
    ['jd', 'returnRefund', 'jd.service-order.review'],
    ['pdd', 'returnRefund', 'pdd.return.review'],
    ['douyin', 'refundOnly', 'douyin.review'],
    ['kuaishou', 'refundOnly', 'kuaishou.review'],
    ['xhs', 'exchange', 'xhs.exchange.review'],
    ['1688', 'unshippedRefund', '1688.fast-refund.day'],
    ['wechat', 'refundOnly', 'wechat.refund.review'],
    ['xianyu', 'refundOnly', 'xianyu.refund-only.review'],
  ])('a new request on %s (%s) starts the platform clock of the merchant', (platform, caseType, id) => {
    expect(clocks(platform, caseType, APPLIED).map(([rule]) => rule)).toContain(id);
  });

  it('other shops have law and house clocks only', () => {
    const found = clocks('other', 'returnRefund', { ...APPLIED, 'return.signed': '2026-11-21 10:00' });
    expect(found.map(([id]) => id)).toEqual([
      'house.receipt.follow-up',
      'law.return.refund',
      'law.delay.refund',
      'law.delay.request',
    ]);
  });

  it('TK22 special goods count only when the case says so', () => {
    const at = { 'return.waybill_entered': '2026-11-21 12:00' };
    expect(clocks('xhs', 'returnRefund', at)).toEqual([['xhs.return.confirm', '2026-12-01T12:00']]);
    const bonded = clocks('xhs', 'returnRefund', at, { facts: { goods: 'bonded' } });
    expect(bonded).toEqual([['xhs.return.confirm.bonded', '2026-12-03T12:00']]);
  });

  it('D10 the events tell whether the parcel was signed for', () => {
    const shippedAt = { 'order.shipped': '2026-11-11 10:00' };
    const id = (at: Readonly<Record<string, string>>) =>
      clocks('douyin', 'returnRefund', at).find(([rule]) => rule.startsWith('douyin.receipt'));
    expect(id(shippedAt)?.[1]).toBe('2026-11-29T10:00');
    expect(id({ ...shippedAt, 'order.signed': '2026-11-14 10:00' })?.[1]).toBe('2026-11-26T10:00');
  });

  it('an answered request is closed and sinks below the open clocks', () => {
    const found = deadlinesForCase({
      platform: 'pdd',
      caseType: 'returnRefund',
      at: { 'aftersale.applied': parseStamp('2026-11-20'), 'aftersale.agreed': parseStamp('2026-11-21') },
      now: parseStamp(NOW),
      rules: shippedRules,
      calendar: shippedCalendar,
    });
    expect(found.find(({ rule }) => rule.id === 'pdd.return.review')?.result.state).toBe('closed');
    expect(found.slice(0, 2).map(({ rule }) => rule.id)).toEqual([
      'house.return.no-waybill',
      'pdd.return.ship-back',
    ]);
    const states = found.map(({ result }) => result.state);
    expect(states.lastIndexOf('unknown')).toBeLessThan(states.indexOf('closed'));
  });

  it('evaluation rule 4: one version by anchor time, the platform before "any", disabled rules stay out', () => {
    const one = { event: 'e', timing: { kind: 'duration', n: 1, unit: 'hour' } };
    const rules = [
      ruleOf({ ...one, id: 'a', version: 1, effective: { to: '2026-11-20' } }),
      ruleOf({ ...one, id: 'a', version: 2, effective: { from: '2026-11-21' } }),
      ruleOf({ ...one, id: 'b', platform: '*' }),
      ruleOf({ ...one, id: 'c', event: 'other', platform: '*' }),
      ruleOf({ ...one, id: 'd', enabled: false }),
    ];
    const pick = (e: string) =>
      deadlinesForCase({
        platform: 'pdd',
        caseType: 'refundOnly',
        at: { e: parseStamp(e) },
        now: parseStamp('2027-01-01'),
        rules,
        calendar: shippedCalendar,
      }).map(({ rule }) => `${rule.id}${rule.version}`);
    expect(pick('2026-11-20 23:59')).toEqual(['a1', 'c1']);
    expect(pick('2026-11-21 00:00')).toEqual(['a2', 'c1']);
  });

  it('TK19 a countdown typed in for one rule leaves the others alone', () => {
    const fields = { 'pdd.refund-only.review': parseStamp('2026-11-22 09:00') };
    expect(clocks('pdd', 'refundOnly', APPLIED, { fields })).toEqual([
      ['pdd.refund-only.review', '2026-11-22T09:00'],
      ['law.delay.request', '2026-12-06T15:30'],
    ]);
  });
});
