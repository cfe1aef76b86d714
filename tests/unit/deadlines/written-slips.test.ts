import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRuleFile } from '#shared/deadlines/rule-file';
import { parseStamp } from '#shared/deadlines/shanghai';
import { runDeadline } from '../../tools/deadline';

const NOW = parseStamp('2026-11-21T16:00');
const HOUR = { kind: 'duration', n: 1, unit: 'hour' };

function problem(rule: object, rest: object = {}): string {
  const read = readRuleFile({ rules: [{ id: 'x', event: 'e', timing: HOUR, ...rule }], ...rest });
  return read.ok ? '' : read.problem;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'liudi-slips-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function ask(argv: readonly string[], rules?: object) {
  const name = path.join(folder, 'rules.json');
  if (rules) writeFileSync(name, JSON.stringify(rules));
  return runDeadline([...argv, ...(rules ? ['--rules', name] : [])], NOW);
}

describe('a slip in a rule file is named, never passed over', () => {
  it.each([
    ['a rule', { adjsut: [] }, /^rules\[0\]: "adjsut" is no field, is "adjust" meant\?$/u],
    ['another spelling', { on_miss: 'none' }, /"on_miss" is no field, is "onMiss" meant/u],
    ['a timing', { timing: { ...HOUR, strat: 'next_midnight' } }, /^rules\[0\]\.timing: .*"strat"/u],
    [
      'a clock',
      { timing: { ...HOUR, clock: { open: '09:00', close: '18:00', day: 'workdays' } } },
      /^rules\[0\]\.timing\.clock: .*"day"/u,
    ],
    ['a change', { adjust: [{ on: 's', cap: { n: 1, unit: 'hour' }, flor: 1 }] }, /adjust\[0\]: .*"flor"/u],
    ['a length', { adjust: [{ on: 's', cap: { n: 1, unit: 'hour', x: 1 } }] }, /adjust\[0\]\.cap: .*"x"/u],
    ['a validity', { effective: { from: null, till: '2026-01-01' } }, /^rules\[0\]\.effective: .*"till"/u],
    ['more than a lifetime', { timing: { kind: 'duration', n: 1e9, unit: 'day' } }, /hundred years/u],
    ['a lead of centuries', { remind: [{ before: { n: 1e9, unit: 'day' } }] }, /remind\[0\]/u],
    ['no event anywhere', { event: null }, /^rules\[0\]\.event: needs the event/u],
  ])('%s', (_, rule, expected) => {
    expect(problem(rule)).toMatch(expected);
    expect(problem(rule)).not.toContain('\n');
  });

  it('a polluting name, a day of another year, a day that is both', () => {
    expect(problem(JSON.parse('{"__proto__": {"event": "f"}}') as object)).toBe(
      'rules[0]: "__proto__" is no field',
    );
    const year = (days: object) => problem({}, { calendar: { years: { 2026: days } } });
    expect(year({ off: ['2027-01-01'] })).toBe('calendar.years.2026: 2027-01-01 is not a day of 2026');
    expect(year({ off: ['2026-01-01'], work: ['2026-01-01'] })).toContain('both a day off and a workday');
    expect(problem({}, { calender: {} })).toContain('is "calendar" meant?');
  });

  it('remarks of the author are no slips', () => {
    const remarks = { $schema: 'x', _why: 'y', comment: 'z', severity: 'high', title: 'Reply', note: 'soon' };
    const read = readRuleFile({
      rules: [{ id: 'x', event: 'e', timing: { ...HOUR, comment: 'c' }, ...remarks }],
    });
    expect(read.ok && read.file.rules[0]).toMatchObject({ title: { zh: 'Reply', en: 'Reply' } });
  });
});

describe('a slip on the command line is named', () => {
  const rules = {
    rules: [
      {
        id: 'x',
        event: 'parcel.signed',
        timing: HOUR,
        adjust: [{ on: 'parcel.checked', cap: { n: 1, unit: 'minute' } }],
      },
    ],
  };

  it.each([
    [
      'a strange event instead of the anchor',
      ['x', '--at', 'nonsense=2026-11-21'],
      '--at nonsense: no such event; x reads parcel.signed, parcel.checked',
    ],
    [
      'a misspelt event',
      ['x', '--at', 'parcel.signed=2026-11-21', '--at', 'parcel.cheked=2026-11-21'],
      '--at parcel.cheked: no such event, is parcel.checked meant?',
    ],
    [
      'a time before any shop',
      ['x', '--at', 'parcel.signed=0000-01-01'],
      '--at parcel.signed: "0000-01-01" is not a time between 1970 and 2999',
    ],
    [
      'a wall clock of another zone',
      ['x', '--at', 'parcel.signed=2026-11-21T10:00[Asia/Urumqi]'],
      '--at parcel.signed: "2026-11-21T10:00[Asia/Urumqi]" needs an offset beside its zone',
    ],
  ])('%s', (_, argv, error) => {
    expect(ask(argv, rules)).toEqual({ code: 2, out: '', error });
  });

  it('events of a case that the rule does not read may be told, a missing anchor stays unknown', () => {
    const read = (...argv: readonly string[]): unknown => JSON.parse(ask(argv, rules).out);
    const signed = ['--at', 'parcel.signed=2026-11-21T15:30'];
    expect(read('x', ...signed, '--at', 'parcel.weighed=2026-11-21')).toMatchObject({
      due: '2026-11-21T16:30:00+08:00',
    });
    expect(read('x', '--at', 'aftersale.applied=2026-11-21')).toMatchObject({ due: null, state: 'unknown' });
  });

  it('J01 J02 stand for one rule; S39 and L10 are told of', () => {
    const read = (row: string): unknown =>
      JSON.parse(ask([row, '--at', 'aftersale.applied=2026-11-20T11:59']).out);
    expect(read('J01')).toMatchObject({ due: '2026-11-21T00:00:00+08:00' });
    expect(read('J02')).toMatchObject({ rule: 'jd.service-order.review' });
    expect(ask(['--list']).out).toContain('"L10"');
  });
});
