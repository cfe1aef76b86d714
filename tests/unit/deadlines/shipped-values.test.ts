import { describe, expect, it } from 'vitest';
import { answer, shipped } from './evaluate';

/** [rows, rule id, due for an anchor on Friday 2026-09-18 10:00]; the weekend after it has a make-up Sunday. */
const SIMPLE: readonly (readonly [rows: string, id: string, due: string])[] = [
  ['S47 R133', 'pdd.refund-only.review', '2026-09-20 10:00'],
  ['S53 R138', 'pdd.return.review', '2026-09-20 10:00'],
  ['P01 C4', 'pdd.unshipped.review', '2026-09-19 22:00'],
  ['S50 R136', 'pdd.refund-only.after-refusal', '2026-09-25 10:00'],
  ['S55 R136', 'pdd.return.after-refusal', '2026-09-25 10:00'],
  ['S56 R139', 'pdd.return.ship-back', '2026-09-25 10:00'],
  ['S57 P04 R140 C5', 'pdd.return.confirm', '2026-09-25 10:00'],
  ['S37', 'pdd.problem.window', '2026-09-25 10:00'],
  ['S49 R135', 'pdd.refund-only.window', '2026-10-03 10:00'],
  ['S54 R135', 'pdd.return.window', '2026-10-03 10:00'],
  ['S58', 'pdd.metric.window', '2026-10-18 10:00'],
  ['S59', 'pdd.restriction', '2026-09-19 10:00'],
  ['P05', 'pdd.evidence', '2026-09-20 10:00'],
  ['P07', 'pdd.ship', '2026-09-20 10:00'],
  ['P08', 'pdd.out-of-stock', '2026-09-21 10:00'],
  ['P09', 'pdd.first-trace', '2026-09-19 10:00'],
  ['P10', 'pdd.receipt.auto-confirm', '2026-10-03 10:00'],
  ['T01 C1', 'taobao.unshipped.review', '2026-09-19 10:00'],
  ['T03 C2', 'taobao.refund-only.review', '2026-09-19 22:00'],
  ['T04', 'taobao.intercept.result', '2026-09-21 10:00'],
  ['T05', 'taobao.return.review', '2026-09-23 10:00'],
  ['T06', 'taobao.unshipped.after-refusal', '2026-09-23 10:00'],
  ['T07 S07', 'taobao.return.ship-back', '2026-09-25 10:00'],
  ['T08 C3', 'taobao.return.confirm', '2026-09-28 10:00'],
  ['T09', 'taobao.receipt.auto-confirm', '2026-09-28 10:00'],
  ['T14', 'taobao.evidence', '2026-09-21 10:00'],
  ['T16', 'taobao.seven-day', '2026-09-26 00:00'],
  ['T19', 'taobao.freight-insurance', '2026-09-21 10:00'],
  ['T01 Tmall', 'tmall.unshipped.review', '2026-09-19 10:00'],
  ['T17', 'tmall.exchange.review', '2026-09-23 10:00'],
  ['Y01 T01', 'xianyu.unshipped.review', '2026-09-19 10:00'],
  ['Y03', 'xianyu.receipt.auto-confirm', '2026-09-28 10:00'],
  ['J01 noon rule C7', 'jd.service-order.review', '2026-09-19 00:00'],
  ['J03 C6', 'jd.evidence', '2026-09-18 14:00'],
  ['J04', 'jd.service-order.ship-back', '2026-09-25 10:00'],
  ['S40 R148', 'jd.mail.reply', '2026-09-18 18:00'],
  ['S42 R149', 'jd.ticket.reply', '2026-09-18 13:00'],
  ['S43', 'jd.fault.window', '2026-09-25 10:00'],
  ['J06', 'jd.hk.pay', '2026-09-19 10:00'],
  ['J07 TK15', 'jd.hk.ship', '2026-09-20 10:00'],
  ['J07 TK15', 'jd.hk.first-trace', '2026-09-21 10:00'],
  ['J08', 'jd.hk.shortage', '2026-09-19 10:00'],
  ['J10', 'jd.price-protection.30d', '2026-10-18 10:00'],
  ['D01', 'douyin.review', '2026-09-20 10:00'],
  ['D04 C8 TK15 inspect', 'douyin.exchange.inspect', '2026-09-20 10:00'],
  ['D04 C8 TK15 re-ship', 'douyin.exchange.reship', '2026-09-20 10:00'],
  ['D05', 'douyin.ticket.12h', '2026-09-19 10:00'],
  ['D06', 'douyin.ticket.2h', '2026-09-18 12:00'],
  ['D07', 'douyin.ticket.courier', '2026-09-19 10:00'],
  ['D08', 'douyin.ruling.appeal', '2026-09-25 10:00'],
  ['D09', 'douyin.appeal.evidence', '2026-09-21 10:00'],
  ['D10 signed', 'douyin.receipt.auto-confirm', '2026-10-03 10:00'],
  ['D10 not signed', 'douyin.receipt.auto-confirm.unsigned', '2026-10-06 10:00'],
  ['D12', 'douyin.invoice.window', '2026-10-18 10:00'],
  ['K01 C9', 'kuaishou.review', '2026-09-20 10:00'],
  ['K03', 'kuaishou.return.ship-back', '2026-09-28 10:00'],
  ['K04', 'kuaishou.return.confirm', '2026-09-25 10:00'],
  ['K05', 'kuaishou.damage.review', '2026-09-20 10:00'],
  ['K06', 'kuaishou.refund.arrives', '2026-09-22 10:00'],
  ['S35 R129', 'kuaishou.proposed.confirm', '2026-09-19 10:00'],
  ['S69', 'kuaishou.seven-day', '2026-09-26 00:00'],
  ['S70 R180', 'kuaishou.freight.subsidy', '2026-09-21 10:00'],
  ['X01', 'xhs.pay', '2026-09-18 10:30'],
  ['X02', 'xhs.receipt.auto-confirm', '2026-09-30 10:00'],
  ['X04 C10', 'xhs.return.review', '2026-09-20 10:00'],
  ['X04 cross-border', 'xhs.return.review.cross-border', '2026-09-21 10:00'],
  ['X05', 'xhs.return.confirm', '2026-09-28 10:00'],
  ['X06', 'xhs.exchange.review', '2026-09-20 10:00'],
  ['A01', '1688.shipped.review', '2026-09-21 10:00'],
  ['A02', '1688.unshipped.review', '2026-09-19 10:00'],
  ['A04', '1688.fast-refund.day', '2026-09-18 12:00'],
  ['W01', 'wechat.refund.review', '2026-09-20 10:00'],
  ['W02', 'wechat.return.review', '2026-09-20 10:00'],
  ['W03', 'wechat.return.confirm', '2026-09-28 10:00'],
  ['W04', 'wechat.return.ship-back', '2026-09-25 10:00'],
  ['W05', 'wechat.after-refusal', '2026-09-25 10:00'],
  ['W06', 'wechat.complaint.answer', '2026-09-20 10:00'],
  ['L01 L02 R152', 'law.seven-day', '2026-09-26 00:00'],
  ['L03', 'law.return.refund', '2026-09-25 10:00'],
  ['L04', 'law.delay.request', '2026-10-03 10:00'],
  ['L05', 'law.fault.window', '2026-09-26 00:00'],
  ['L06', 'law.burden-of-proof', '2027-03-18 10:00'],
  ['L07', 'law.complaint.accept', '2026-09-29 10:00'],
  ['L08 C11', 'law.complaint.mediation', '2026-11-17 10:00'],
  ['L09', 'law.rule-change', '2026-09-25 10:00'],
  ['S03 R43', 'house.taobao.confirm-refund', '2026-09-21 10:00'],
  ['S04 R43', 'house.taobao.refund-arrives', '2026-09-21 10:00'],
  ['S05', 'house.taobao.partial-refund', '2026-09-21 10:00'],
  ['S06', 'house.taobao.pull-order', '2026-09-21 10:00'],
  ['S01 R24', 'house.taobao.extend-trade', '2026-09-28 10:00'],
  ['S14 R63', 'house.receipt.follow-up', '2026-09-20 10:00'],
  ['S15 R65', 'house.intervention.same-day', '2026-09-19 00:00'],
  ['S16 R66', 'house.evidence', '2026-09-19 10:00'],
  ['S34 R111', 'house.soft.regular-follow-up', '2026-09-19 10:00'],
  ['S60 R166', 'house.contact.bad-review', '2026-09-18 12:00'],
  ['S60 R166', 'house.contact.complaint', '2026-09-18 12:00'],
];

describe('shipped values, one per source row', () => {
  it.each(SIMPLE)('%s %s', (_, id, due) => {
    const rule = shipped(id);
    expect(answer(rule, { at: { [rule.event ?? '']: '2026-09-18 10:00' } })).toMatchObject({
      due,
      state: 'running',
    });
  });

  it.each([
    ['S13 R62', 'house.refused.lead', 'platformCountdownEnd'],
    ['S27', 'house.intercept.goods-back', 'goodsBackExpected'],
    ['S31', 'house.repair.agreed', 'repairAgreedEnd'],
    ['S64', 'house.kuaishou.intercept.promise', 'interceptPromise'],
    ['S65 R172', 'house.kuaishou.expiring', 'platformCountdownEnd'],
    ['S71 R180', 'kuaishou.pickup', 'pickupSlotEnd'],
    ['W07', 'wechat.ticket.answer', 'ticketDeadline'],
  ])('%s %s is typed in', (_, id, field) => {
    expect(answer(shipped(id), { fields: { [field]: '2026-11-23 15:30' } }).due).toBe('2026-11-23 15:30');
    expect(answer(shipped(id), {}).state).toBe('unknown');
  });

  it('S13 R62 refused requests ring two days ahead', () => {
    expect(shipped('house.refused.lead').remind).toContainEqual({ before: { n: 2, unit: 'day' } });
  });

  it('J02 filed after noon: noon of the next day; exactly noon takes the earlier', () => {
    const review = (time: string) =>
      answer(shipped('jd.service-order.review'), { at: { 'aftersale.applied': time } }).due;
    expect(review('2026-09-18 12:00')).toBe('2026-09-19 00:00');
    expect(review('2026-09-18 12:01')).toBe('2026-09-19 12:00');
  });

  it('J01 J02 move back over statutory holidays, not over a plain weekend', () => {
    const review = (time: string) =>
      answer(shipped('jd.service-order.review'), { at: { 'aftersale.applied': time } }).due;
    expect(review('2026-09-30 15:00')).toBe('2026-10-08 12:00');
    expect(review('2026-10-01 09:00')).toBe('2026-10-09 00:00');
    expect(review('2026-11-20 15:00')).toBe('2026-11-21 12:00');
  });

  it('J03 before 2023-03-29 the older version counts', () => {
    const at = { 'evidence.requested': '2023-03-28 10:00' };
    expect(answer(shipped('jd.evidence', 1), { at }).due).toBe('2023-03-29 10:00');
    expect(answer(shipped('jd.evidence', 2), { at }).due).toBeNull();
  });

  it('A01 A02 before 2021-07-05 the older versions count', () => {
    const at = { 'aftersale.applied': '2021-07-04 10:00' };
    expect(answer(shipped('1688.shipped.review', 1), { at }).due).toBe('2021-07-09 10:00');
    expect(answer(shipped('1688.unshipped.review', 1), { at }).due).toBe('2021-07-07 10:00');
  });

  it('A03 A04 filed at night: answer from 10:00 to 12:00', () => {
    const at = { 'aftersale.applied': '2026-11-21 22:00' };
    const window = { openAt: '2026-11-22 10:00', due: '2026-11-22 12:00' };
    expect(answer(shipped('1688.fast-refund.night'), { at })).toMatchObject(window);
    expect(answer(shipped('1688.late-refund.night'), { at })).toMatchObject(window);
    expect(answer(shipped('1688.fast-refund.night'), { at, facts: { amount: 1001 } }).state).toBe('unknown');
    expect(answer(shipped('1688.fast-refund.day'), { at }).due).toBeNull();
  });

  it('D11 the invoice is due ten days after the later of success and application', () => {
    const issue = shipped('douyin.invoice.issue');
    const early = { 'invoice.applied': '2026-11-01 10:00', 'trade.succeeded': '2026-11-11 10:00' };
    const late = { 'invoice.applied': '2026-11-21 10:00', 'trade.succeeded': '2026-11-11 10:00' };
    expect(answer(issue, { at: early }).due).toBe('2026-11-21 10:00');
    expect(answer(issue, { at: late }).due).toBe('2026-12-01 10:00');
  });

  it('D10 P10 the buyer extends once by three days', () => {
    const at = { 'order.shipped': '2026-11-01 10:00', 'buyer.receipt_extended': '2026-11-10 10:00' };
    expect(answer(shipped('douyin.receipt.auto-confirm'), { at }).due).toBe('2026-11-19 10:00');
    expect(answer(shipped('pdd.receipt.auto-confirm'), { at }).due).toBe('2026-11-19 10:00');
  });

  it('L08 testing time is excluded from mediation', () => {
    const at = {
      'complaint.accepted': '2026-05-01 10:00',
      'complaint.testing_started': '2026-05-11 10:00',
      'complaint.testing_done': '2026-05-21 10:00',
    };
    expect(answer(shipped('law.complaint.mediation'), { at }).due).toBe('2026-07-10 10:00');
  });

  it('TK21 P05 D08 attempts are told', () => {
    expect(shipped('pdd.evidence').attempts).toBe(1);
    expect(shipped('douyin.ruling.appeal').attempts).toBe(1);
  });

  it('TK23 the effect of a miss differs: S53 refunds without return, elsewhere the return is agreed', () => {
    expect(shipped('pdd.return.review').onMiss).toBe('auto_refund_no_return');
    expect(shipped('xhs.return.review').onMiss).toBe('auto_agree');
    expect(shipped('taobao.receipt.auto-confirm').onMiss).toBe('deemed_received');
  });
});
