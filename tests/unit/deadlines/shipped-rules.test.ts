import { describe, expect, it } from 'vitest';
import { deadlineEvents, deadlineFields } from '#shared/deadlines/events';
import type { DeadlineRule, Timing } from '#shared/deadlines/rule';
import { deadlineRuleSchema } from '#shared/deadlines/rule-schema';
import { shippedRules } from '#shared/deadlines/rules/index';
import { shipped } from './evaluate';

const PLATFORMS = [
  'taobao',
  'tmall',
  'jd',
  'pdd',
  'douyin',
  'kuaishou',
  'xhs',
  '1688',
  'wechat',
  'xianyu',
  'any',
];
const CASE_TYPES =
  'unshippedRefund inTransitRefund returnRefund refundOnly partialRefund exchange reship wrongShipment shortage ' +
  'damage lost undeliverable refused repair intervention complaint review outOfStock invoice message';

/** Public rows of medium or high confidence that are clocks (pauses J05, adjustments T10 T11 T13 included). */
const PUBLIC_ROWS =
  'T01 T03 T04 T06 T07 T09 T10 T11 T13 T16 T19 J01 J02 J03 J04 J05 J06 J07 J08 J09 J10 P02 P04 P05 P07 P08 P09 P10 ' +
  'D01 D04 D05 D06 D08 D09 D10 D11 D12 K01 K03 K04 K05 K06 X01 X02 X04 X05 X06 A01 A02 A03 A04 Y01 Y03 ' +
  'W01 W02 W03 W04 W05 W06 W07 L01 L02 L03 L04 L05 L06 L07 L08 L09';

/** Seed rows that hold a clock, a patrol, a lead or a soft target. */
const SEED_ROWS =
  'S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S12 S13 S14 S15 S16 S18 S19 S21 S22 S23 S24 S25 S26 S27 S28 S29 S30 S31 ' +
  'S32 S33 S34 S35 S37 S38 S40 S41 S42 S43 S46 S47 S48 S49 S50 S52 S53 S54 S55 S56 S57 S58 S59 S60 S64 S65 S66 S67 ' +
  'S68 S69 S70 S71';

function eventsOf(timing: Timing): readonly string[] {
  if (timing.kind === 'latest' || timing.kind === 'earliest') return timing.of.flatMap(eventsOf);
  return 'event' in timing && timing.event !== undefined ? [timing.event] : [];
}

function fieldsOf(timing: Timing): readonly string[] {
  if (timing.kind === 'manual') return [timing.field];
  return timing.kind === 'latest' || timing.kind === 'earliest' ? timing.of.flatMap(fieldsOf) : [];
}

const rows = (rule: DeadlineRule): readonly string[] => [rule.source.ref, ...(rule.source.also ?? [])];
const name = ({ id, version }: DeadlineRule): string => `${id}@${version}`;

describe('shipped rules', () => {
  it('have unique ids and versions, known platforms and case types', () => {
    expect(new Set(shippedRules.map(name)).size).toBe(shippedRules.length);
    for (const rule of shippedRules) {
      expect(PLATFORMS, name(rule)).toContain(rule.platform);
      const types = rule.where?.['caseType'];
      if (Array.isArray(types))
        expect(CASE_TYPES.split(' '), name(rule)).toEqual(expect.arrayContaining([...types]));
    }
    for (const platform of PLATFORMS) expect(shippedRules.map((rule) => rule.platform)).toContain(platform);
  });

  it('pass the schema of rule files unchanged', () => {
    for (const rule of shippedRules) {
      const parsed = deadlineRuleSchema.parse(JSON.parse(JSON.stringify(rule)));
      expect(parsed, name(rule)).toEqual(JSON.parse(JSON.stringify(rule)));
    }
  });

  it('use only events and fields that have a name on screen', () => {
    for (const rule of shippedRules) {
      const events = [
        ...eventsOf(rule.timing),
        ...(rule.event === undefined ? [] : [rule.event]),
        ...(rule.closes ?? []),
        ...(rule.adjust ?? []).map((item) => item.on),
      ];
      for (const event of events) expect(deadlineEvents, name(rule)).toHaveProperty([event]);
      for (const field of fieldsOf(rule.timing)) expect(deadlineFields, name(rule)).toHaveProperty([field]);
    }
  });

  it('state source row, confidence, and a duty in both languages', () => {
    for (const rule of shippedRules) {
      expect(rule.source.ref, name(rule)).toMatch(/^(?:[STJPDKXAYWL]\d\d|R\d{1,3})$/u);
      expect(rule.title.zh, name(rule)).not.toBe('');
      expect(rule.title.en, name(rule)).not.toBe('');
      expect(rule.checkedOn, name(rule)).toMatch(/^\d{4}-\d{2}$/u);
    }
  });

  it('cover every public row of medium or high confidence', () => {
    const covered = shippedRules.flatMap(rows);
    expect(PUBLIC_ROWS.split(' ').filter((row) => !covered.includes(row))).toEqual([]);
  });

  it('cover every seed row that is a clock', () => {
    const covered = shippedRules.flatMap(rows);
    expect(SEED_ROWS.split(' ').filter((row) => !covered.includes(row))).toEqual([]);
  });

  it('C12 S45 S44 the Biyao rules printed under a JD title do not ship', () => {
    expect(shippedRules.filter((rule) => rows(rule).some((row) => row === 'S45' || row === 'S44'))).toEqual(
      [],
    );
  });

  it('keep law, house and platform apart: law and house rows never pose as platform rules', () => {
    for (const rule of shippedRules) {
      if (rule.source.ref.startsWith('L')) expect(rule.basis, name(rule)).toBe('law');
      if (rule.id.startsWith('house.')) expect(rule.basis, name(rule)).toBe('house');
      if (!rule.id.startsWith('house.') && !rule.id.startsWith('law.')) expect(rule.basis).toBe('platform');
    }
  });

  it('TK20 soft targets are off until the shop sets them', () => {
    const soft = shippedRules.filter((rule) => rule.id.startsWith('house.soft.'));
    expect(soft).not.toHaveLength(0);
    expect(soft.every((rule) => !rule.enabled)).toBe(true);
  });

  it('T06 the five days after a refusal are known for unshipped orders only', () => {
    for (const platform of ['taobao', 'tmall', 'xianyu'])
      expect(shipped(`${platform}.unshipped.after-refusal`).where).toEqual({
        caseType: ['unshippedRefund', 'outOfStock'],
      });
    expect(shipped('taobao.freight-insurance').note?.en).toContain('2 hours');
  });
});
