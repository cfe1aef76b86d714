import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRuleFile, type RuleFile } from '#shared/deadlines/rule-file';
import { answer, ruleOf, type WrittenInput } from './evaluate';

function load(json: unknown): RuleFile {
  const read = readRuleFile(json);
  if (!read.ok) throw new Error(read.problem);
  return read.file;
}

function problem(json: unknown): string {
  const read = readRuleFile(json);
  return read.ok ? '' : read.problem;
}

const rule = (more: object): object => ({
  rules: [{ id: 'x', event: 'e', timing: { kind: 'duration', n: 1, unit: 'hour' }, ...more }],
});

describe('the JSON of section 3.5', () => {
  const file = load(JSON.parse(readFileSync(new URL('fixtures/section-3-5.json', import.meta.url), 'utf8')));
  const examples: readonly (readonly [id: string, input: WrittenInput, due: string | null])[] = [
    ['pdd.return.review', { at: { 'aftersale.applied': '2026-11-21 15:30' } }, '2026-11-23 15:30'],
    [
      'pdd.return.confirm',
      { at: { 'return.waybill_entered': '2026-11-21 12:00', 'return.signed': '2026-11-24 09:00' } },
      '2026-11-25 09:00',
    ],
    [
      'pdd.apply.window',
      { at: { 'order.received': '2026-11-21 10:00' }, fields: { promisedAfterSalesEnd: '2026-12-21' } },
      '2026-12-21 00:00',
    ],
    ['red.return.confirm.sale', { at: { 'return.waybill_entered': '2023-11-12 12:00' } }, '2023-11-22 12:00'],
    ['red.return.confirm.sale', { at: { 'return.waybill_entered': '2023-11-13 00:00' } }, null],
    ['jd.mail.reply', { at: { 'mail.received': '2026-11-21 16:01' } }, '2026-11-22 18:00'],
    ['jd.evidence', { at: { 'evidence.requested': '2026-09-18 17:00' } }, '2026-09-20 12:00'],
    ['jd.evidence', { at: { 'evidence.requested': '2023-03-28 17:00' } }, null],
    ['douyin.ticket.12h', { at: { 'ticket.received': '2026-11-21 20:00' } }, '2026-11-22 20:00'],
    ['law.seven_day', { at: { 'order.signed': '2026-11-21 10:00' } }, '2026-11-29 00:00'],
    ['1688.fast_refund.night', { at: { 'aftersale.applied': '2026-11-21 20:00' } }, '2026-11-22 12:00'],
    ['house.patrol.pending', {}, null],
    ['house.refused.lead', { fields: { platformCountdownEnd: '2026-11-25 10:00' } }, '2026-11-25 10:00'],
  ];

  it.each(examples)('%s', (id, input, due) => {
    const found = file.rules.find((candidate) => candidate.id === id);
    expect(found && answer(found, input).due).toBe(due);
  });

  it('fills in what the file leaves out and takes foreign names', () => {
    const red = file.rules.find((candidate) => candidate.id === 'red.return.confirm.sale');
    expect(red).toMatchObject({
      platform: 'xhs',
      version: 1,
      enabled: false,
      confidence: 'low',
      checkedOn: null,
    });
    expect(file.rules.find((candidate) => candidate.id === 'law.seven_day')?.platform).toBe('any');
    expect(file.pauses).toHaveLength(1);
    expect(file.calendar?.years['2026']?.work).toEqual(['2026-01-04']);
  });

  it('takes the version by the event of the timing when the rule names none', () => {
    const late = ruleOf({
      timing: { kind: 'duration', event: 'e', n: 1, unit: 'hour' },
      effective: { from: '2026-11-21' },
    });
    const due = (e: string) => answer(late, { at: { e }, now: '2027-01-01' }).due;
    expect(due('2026-11-20 23:59')).toBeNull();
    expect(due('2026-11-21 00:00')).toBe('2026-11-21 01:00');
  });

  it('null means "not set"', () => {
    expect(
      ruleOf({ event: 'e', adjust: null, where: null, timing: { kind: 'manual', field: 'f' } }),
    ).toMatchObject({
      onMiss: 'none',
    });
  });

  it('TK22 case types are matched whatever their spelling, seasons by the anchor', () => {
    const typed = ruleOf({
      event: 'e',
      where: { caseType: ['return_refund'], season: { from: '10-20', to: '11-12' } },
      timing: { kind: 'duration', n: 1, unit: 'hour' },
    });
    const due = (e: string, caseType: string) => answer(typed, { at: { e }, facts: { caseType } }).due;
    expect(due('2026-11-12 23:00', 'returnRefund')).toBe('2026-11-13 00:00');
    expect(due('2026-11-12 23:00', 'refundOnly')).toBeNull();
    expect(due('2026-11-13 00:00', 'returnRefund')).toBeNull();
  });
});

describe('a file that is wrong says where and what', () => {
  it.each([
    ['not a file', 5, /^file: /u],
    ['no rules', {}, /^rules: /u],
    ['unknown timing kind', rule({ timing: { kind: 'magic' } }), /^rules\[0\]\.timing\.kind: .*duration/u],
    [
      'negative time',
      rule({ timing: { kind: 'duration', n: -1, unit: 'hour' } }),
      /^rules\[0\]\.timing\.n: /u,
    ],
    ['half a working day', rule({ timing: { kind: 'duration', n: 0.5, unit: 'workday' } }), /whole number/u],
    [
      'unknown unit',
      rule({ timing: { kind: 'duration', n: 1, unit: 'week' } }),
      /^rules\[0\]\.timing\.unit: /u,
    ],
    [
      'deep inside "later of"',
      rule({ timing: { kind: 'latest', of: [{ kind: 'duration', n: 'x', unit: 'hour' }] } }),
      /^rules\[0\]\.timing\.of\[0\]\.n: /u,
    ],
    [
      'impossible time of day',
      rule({ timing: { kind: 'cutoff', steps: [{ before: '25:00', dueDay: 0, dueAt: '18:00' }] } }),
      /^rules\[0\]\.timing\.steps\[0\]\.before: not a time of day/u,
    ],
    [
      'impossible date',
      rule({ effective: { from: '2026-02-30' } }),
      /^rules\[0\]\.effective\.from: not a date/u,
    ],
    ['unknown effect', rule({ onMiss: 'explode' }), /^rules\[0\]\.onMiss: /u],
    ['idle adjustment', rule({ adjust: [{ on: 'e' }] }), /^rules\[0\]\.adjust\[0\]: does nothing/u],
    [
      'odd time range',
      rule({ where: { appliedBetween: ['18:00'] } }),
      /appliedBetween: not a pair of times/u,
    ],
    ['missing id', { rules: [{ timing: { kind: 'manual', field: 'f' } }] }, /^rules\[0\]\.id: /u],
    [
      'pause that ends before it begins',
      { rules: [], pauses: [{ id: 'p', platform: 'jd', from: '2026-02-10', to: '2026-02-01' }] },
      /^pauses\[0\]: ends before it begins/u,
    ],
    [
      'pause on an impossible date',
      { rules: [], pauses: [{ id: 'p', platform: 'jd', from: '2026-02-30', to: '2026-03-01' }] },
      /^pauses\[0\]\.from: not a date/u,
    ],
    [
      'calendar day that does not exist',
      { rules: [], calendar: { years: { 2026: { off: ['2026-13-01'] } } } },
      /^calendar\.years\.2026\.off\[0\]: not a date/u,
    ],
    ['another zone', { rules: [], zone: 'Asia/Urumqi' }, /^zone: /u],
  ])('%s', (_, json, expected) => {
    expect(problem(json)).toMatch(expected);
    expect(problem(json)).not.toContain('\n');
  });
});
