import { describe, expect, it } from 'vitest';
import { answer, evaluateWritten, ruleOf, shipped } from './evaluate';

const review = shipped('pdd.return.review');
const codes = (result: ReturnType<typeof evaluateWritten>): readonly string[] =>
  result.why.map((line) => line.code);

describe('TK12 S48 R134 a clock the platform may shorten', () => {
  const applied = { 'aftersale.applied': '2026-11-21 15:30' };

  it('shows the worst case of 24 hours from now', () => {
    expect(answer(review, { at: applied, now: '2026-11-21 16:00' })).toEqual({
      due: '2026-11-23 15:30',
      shadowDue: '2026-11-22 16:00',
      openAt: null,
      state: 'running',
    });
  });

  it('never shows a shadow after the deadline itself', () => {
    expect(answer(review, { at: applied, now: '2026-11-23 10:00' }).shadowDue).toBe('2026-11-23 15:30');
  });

  it('counts the 24 hours from the shortening once it is known, and asks for the countdown', () => {
    const result = { at: { ...applied, 'platform.shortened': '2026-11-21 20:00' }, now: '2026-11-22 09:00' };
    expect(answer(review, result)).toMatchObject({ due: '2026-11-23 15:30', shadowDue: '2026-11-22 20:00' });
    expect(codes(evaluateWritten(review, result))).toContain('ask-countdown');
  });

  it('with less than 24 hours left nothing can be shortened', () => {
    const at = { ...applied, 'platform.shortened': '2026-11-23 00:00' };
    expect(answer(review, { at }).shadowDue).toBe('2026-11-23 15:30');
  });

  it('a floor bounds a cap of the same event', () => {
    const rule = ruleOf({
      event: 'e',
      timing: { kind: 'duration', n: 48, unit: 'hour' },
      adjust: [{ on: 'cut', cap: { n: 2, unit: 'hour' }, floor: { n: 24, unit: 'hour' } }],
    });
    expect(answer(rule, { at: { e: '2026-11-21 10:00', cut: '2026-11-21 12:00' } }).due).toBe(
      '2026-11-22 12:00',
    );
    expect(answer(rule, { at: { e: '2026-11-21 10:00', cut: '2026-11-23 01:00' } }).due).toBe(
      '2026-11-23 10:00',
    );
  });
});

describe('TK13 extensions: who, how often, from when', () => {
  const receipt = shipped('taobao.receipt.auto-confirm');
  const order = { 'order.shipped': '2026-11-11 10:00' };

  it('T09 auto-confirm ten days after shipping', () => {
    expect(answer(receipt, { at: order }).due).toBe('2026-11-21 10:00');
  });

  it('T10 S01 R24 the merchant adds 3, 5, 7 or 10 days, any number of times', () => {
    const at = {
      ...order,
      'merchant.extended.3d': '2026-11-12 10:00',
      'merchant.extended.3d#2': '2026-11-13 10:00',
    };
    expect(answer(receipt, { at }).due).toBe('2026-11-27 10:00');
    const ten = { ...order, 'merchant.receipt_extended': '2026-11-12 10:00' };
    expect(answer(shipped('house.taobao.extend-trade'), { at: ten }).due).toBe('2026-12-01 10:00');
  });

  it('T11 TK21 an extension refused because its gate was shut is not used up', () => {
    const at = {
      ...order,
      'buyer.receipt_extended': '2026-11-12 10:00',
      'buyer.receipt_extended#2': '2026-11-19 10:00',
      'buyer.receipt_extended#3': '2026-11-22 10:00',
    };
    expect(answer(receipt, { at }).due).toBe('2026-11-24 10:00');
  });

  it('T11 the gate of the buyer opens three days before the end', () => {
    const gate = shipped('taobao.receipt.extend.buyer');
    expect(answer(gate, { at: order })).toMatchObject({
      openAt: '2026-11-18 10:00',
      due: '2026-11-21 10:00',
    });
  });

  it('T11 TK21 the buyer extends once and not before the gate', () => {
    const early = { ...order, 'buyer.receipt_extended': '2026-11-18 09:59' };
    expect(answer(receipt, { at: early }).due).toBe('2026-11-21 10:00');
    const once = { ...order, 'buyer.receipt_extended': '2026-11-18 10:00' };
    expect(answer(receipt, { at: once }).due).toBe('2026-11-24 10:00');
    const twice = { ...once, 'buyer.receipt_extended#2': '2026-11-23 10:00' };
    expect(answer(receipt, { at: twice }).due).toBe('2026-11-24 10:00');
  });

  it('T13 a refund request stops the trade timer, and no extension is possible then', () => {
    const at = {
      ...order,
      'aftersale.applied': '2026-11-13 10:00',
      'merchant.extended.10d': '2026-11-14 10:00',
    };
    expect(answer(receipt, { at, now: '2026-11-15' })).toMatchObject({ due: null, state: 'paused' });
    const closed = { ...at, 'aftersale.closed': '2026-11-15 10:00' };
    expect(answer(receipt, { at: closed, now: '2026-11-16' })).toMatchObject({ due: '2026-11-23 10:00' });
    expect(codes(evaluateWritten(receipt, { at: closed }))).toContain('extension-refused');
  });

  it('T13 calling the platform in stops the refund timer', () => {
    const at = { 'aftersale.applied': '2026-11-21 10:00', 'platform.intervened': '2026-11-21 12:00' };
    expect(answer(shipped('taobao.unshipped.review'), { at, now: '2026-11-21 13:00' }).state).toBe('paused');
  });
});

describe('states', () => {
  const rule = ruleOf({ event: 'e', timing: { kind: 'duration', n: 2, unit: 'hour' }, closes: ['done'] });

  it('is due from the very minute of the deadline', () => {
    const at = { e: '2026-11-21 10:00' };
    expect(answer(rule, { at, now: '2026-11-21 11:59:59' }).state).toBe('running');
    expect(answer(rule, { at, now: '2026-11-21 12:00' }).state).toBe('due');
  });

  it('a missing anchor is unknown, not a guess', () => {
    expect(answer(rule, {})).toMatchObject({ due: null, state: 'unknown' });
  });

  it('the duty done or the case closed ends the clock, an older answer does not', () => {
    const at = { e: '2026-11-21 10:00' };
    expect(answer(rule, { at: { ...at, done: '2026-11-21 11:00' } }).state).toBe('closed');
    expect(answer(rule, { at: { ...at, 'case.closed': '2026-11-21 11:00' } }).state).toBe('closed');
    expect(answer(rule, { at: { ...at, done: '2026-11-20 11:00' } }).state).toBe('running');
  });

  it('TK19 a countdown typed in from the back office wins over everything computed', () => {
    const input = { at: { e: '2026-11-21 10:00' }, fields: { x: '2026-11-21 10:30' } };
    expect(answer(rule, input)).toMatchObject({ due: '2026-11-21 10:30', state: 'running' });
    expect(answer(rule, { fields: { x: '2026-11-21 10:30' } }).due).toBe('2026-11-21 10:30');
  });

  it('a request filed again starts its clock anew, and events of the first round do not touch it', () => {
    const confirm = shipped('pdd.return.confirm');
    const at = {
      'return.waybill_entered': '2026-11-01 12:00',
      'return.signed': '2026-11-03 12:00',
      'aftersale.refused': '2026-11-04 12:00',
      'return.waybill_entered#2': '2026-11-10 12:00',
    };
    expect(answer(confirm, { at })).toMatchObject({ due: '2026-11-17 12:00', state: 'running' });
  });

  it('goods signed for before the waybill was entered leave 24 hours from then', () => {
    const at = { 'return.waybill_entered': '2026-11-21 12:00', 'return.signed': '2026-11-20 09:00' };
    expect(answer(shipped('pdd.return.confirm'), { at }).due).toBe('2026-11-22 12:00');
  });

  it('TK16 S12 R60 a patrol is never due; it opens hourly inside shop hours until it is done', () => {
    const patrol = shipped('house.patrol.pending');
    const open = (now: string, done?: string) =>
      answer(patrol, { now, at: done === undefined ? {} : { 'patrol.done': done } });
    expect(open('2026-11-21 10:20')).toEqual({
      due: null,
      shadowDue: null,
      openAt: '2026-11-21 10:00',
      state: 'running',
    });
    expect(open('2026-11-21 10:20', '2026-11-21 10:05').openAt).toBe('2026-11-21 11:00');
    expect(open('2026-11-21 10:20', '2026-11-21 09:05').openAt).toBe('2026-11-21 10:00');
    expect(open('2026-11-21 20:40', '2026-11-21 20:05').openAt).toBe('2026-11-22 09:00');
    expect(open('2026-11-21 23:00').openAt).toBe('2026-11-22 09:00');
    expect(open('2026-11-21 06:00').openAt).toBe('2026-11-21 09:00');
  });

  it('R70 S18 a daily patrol opens once a day', () => {
    const patrol = shipped('house.patrol.reviews');
    const at = { 'patrol.done': '2026-11-21 12:00' };
    expect(answer(patrol, { now: '2026-11-21 15:00' }).openAt).toBe('2026-11-21 10:00');
    expect(answer(patrol, { now: '2026-11-21 15:00', at }).openAt).toBe('2026-11-22 10:00');
  });
});

describe('versions and validity', () => {
  it('W06 the version is picked by the anchor, not by today', () => {
    const [newer, older] = [shipped('wechat.complaint.answer', 2), shipped('wechat.complaint.answer', 1)];
    const before = { at: { 'complaint.received': '2024-03-24 23:59' }, now: '2026-11-21' };
    const after = { at: { 'complaint.received': '2024-03-25 00:00' }, now: '2024-03-25' };
    expect(answer(newer, before)).toMatchObject({ due: null, state: 'unknown' });
    expect(answer(older, before).due).toBe('2024-03-27 23:59');
    expect(answer(older, after).due).toBeNull();
    expect(answer(newer, after).due).toBe('2024-03-27 00:00');
  });

  it('J05 JD pauses stop its service orders only', () => {
    const pauses = [
      { id: 'p', platform: 'jd', from: '2023-01-19', to: '2023-01-27', rules: ['jd.service-order.*'] },
    ];
    const at = { 'aftersale.agreed': '2023-01-18 12:00', 'ticket.received': '2023-01-18 22:00' };
    expect(answer(shipped('jd.service-order.ship-back'), { at, pauses }).due).toBe('2023-02-03 12:00');
    expect(answer(shipped('jd.ticket.reply'), { at, pauses }).due).toBe('2023-01-19 01:00');
  });

  it('J05 without a list of rules a pause stops the platform rules of that platform, never law or house', () => {
    const pauses = [{ id: 'p', platform: 'pdd', from: '2026-11-22', to: '2026-11-22' }];
    const at = { 'aftersale.applied': '2026-11-21 12:00', 'evidence.requested': '2026-11-21 12:00' };
    expect(answer(review, { at, pauses }).due).toBe('2026-11-24 12:00');
    expect(answer(shipped('house.evidence'), { at, pauses }).due).toBe('2026-11-22 12:00');
  });
});
