import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStamp } from '#shared/deadlines/shanghai';
import { runDeadline } from '../../tools/deadline';

const NOW = parseStamp('2026-11-21T16:00');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'liudi-deadline-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(json: unknown): string {
  const name = path.join(folder, 'rules.json');
  writeFileSync(name, typeof json === 'string' ? json : JSON.stringify(json));
  return name;
}

function run(...argv: readonly string[]): unknown {
  const { code, out, error } = runDeadline(argv, NOW);
  expect(error).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

function refuse(...argv: readonly string[]): string {
  const { code, out, error } = runDeadline(argv, NOW);
  expect([code, out]).toEqual([2, '']);
  expect(error).not.toContain('\n');
  return error;
}

const HOUR = { kind: 'duration', n: 24, unit: 'hour' };
const APPLIED = 'aftersale.applied=2026-11-21T15:30';

describe('npm run -s deadline', () => {
  it('S47 prints one object with rule, due, shadow, gate, state, effect and the worked answer', () => {
    expect(run('pdd.refund-only.review', '--at', APPLIED)).toEqual({
      rule: 'pdd.refund-only.review',
      version: 1,
      due: '2026-11-23T15:30:00+08:00',
      shadowDue: '2026-11-22T16:00:00+08:00',
      openAt: null,
      state: 'running',
      onMiss: 'auto_refund',
      why: [
        'counts from “After-sales request filed” at 2026-11-21 15:30',
        'plus 48 hours, until 2026-11-23 15:30',
        'the platform may shorten it, to 2026-11-22 16:00 at the earliest',
        'source S47 (2023-06-21), checked 2026-11',
      ],
    });
  });

  it('finds a rule by its source row, and says when a row stands for several', () => {
    expect(run('S41', '--at', 'mail.received=2026-11-21T16:01')).toMatchObject({ rule: 'jd.mail.reply' });
    expect(refuse('S48')).toContain('stands for several rules: pdd.refund-only.review');
  });

  it('--list prints every rule with id, platform, basis, rows, confidence and timing', () => {
    const list = run('--list') as readonly Readonly<Record<string, unknown>>[];
    expect(list.length).toBeGreaterThan(150);
    for (const entry of list) {
      expect(Object.keys(entry)).toEqual(
        expect.arrayContaining(['id', 'platform', 'basis', 'sourceRows', 'confidence', 'timing']),
      );
    }
    expect(list.find((entry) => entry['id'] === 'pdd.return.confirm')?.['sourceRows']).toEqual([
      'S57',
      'P04',
    ]);
  });

  it('TK19 a field the rule does not read is the countdown from the back office', () => {
    const typed = ['--at', APPLIED, '--field', 'platformCountdownEnd=2026-11-22 09:00'];
    expect(run('pdd.return.review', ...typed)).toMatchObject({
      due: '2026-11-22T09:00:00+08:00',
      shadowDue: null,
    });
    const promise = ['--at', 'order.received=2026-11-21', '--field', 'promisedAfterSalesEnd=2026-12-31'];
    expect(run('S49', ...promise)).toMatchObject({ due: '2026-12-31T00:00:00+08:00' });
    expect(refuse('S49', '--field', 'promise=2026-12-31')).toBe(
      '--field promise: pdd.refund-only.window reads promisedAfterSalesEnd',
    );
  });

  it('W06 picks the version by the anchor', () => {
    const at = (time: string) => run('wechat.complaint.answer', '--at', `complaint.received=${time}`);
    expect(at('2024-03-24T10:00')).toMatchObject({
      version: 1,
      due: '2024-03-27T10:00:00+08:00',
      state: 'due',
    });
    expect(at('2024-03-25T10:00')).toMatchObject({ version: 2, due: '2024-03-27T10:00:00+08:00' });
    expect(run('wechat.complaint.answer@1', '--at', 'complaint.received=2024-03-25T10:00')).toMatchObject({
      due: null,
    });
  });

  it('--rules takes rules, pauses and calendar from the file instead of the shipped ones', () => {
    const name = file({
      rules: [
        { id: 'r', platform: 'jd', basis: 'platform', event: 'e', timing: HOUR },
        { id: 'w', platform: 'jd', event: 'e', timing: { kind: 'duration', n: 1, unit: 'workday' } },
      ],
      pauses: [{ id: 'p', platform: 'jd', from: '2026-02-15T00:00', to: '2026-02-24T00:00', rules: ['r*'] }],
      calendar: { years: { 2028: { off: ['2028-01-03'], work: [] } } },
    });
    const rules = ['--rules', name];
    expect(run('r', '--at', 'e=2026-02-14T18:00', ...rules)).toMatchObject({
      due: '2026-02-24T18:00:00+08:00',
    });
    expect(run('w', '--at', 'e=2028-01-02T10:00', ...rules)).toMatchObject({
      due: '2028-01-04T10:00:00+08:00',
    });
    expect(run('w', '--at', 'e=2026-02-13T10:00', ...rules)).toMatchObject({ state: 'uncertain' });
    expect(refuse('pdd.return.review', ...rules)).toBe('RULE pdd.return.review: no such rule (see --list)');
  });

  it('an event given again is its next occurrence', () => {
    const at = [
      'order.shipped=2026-11-11T10:00',
      'merchant.extended.3d=2026-11-12',
      'merchant.extended.3d=2026-11-13',
    ];
    const argv = at.flatMap((pair) => ['--at', pair]);
    expect(run('taobao.receipt.auto-confirm', ...argv)).toMatchObject({ due: '2026-11-27T10:00:00+08:00' });
  });

  it('--fact tells what a condition needs to know', () => {
    const day = ['1688.fast-refund.day', '--at', 'aftersale.applied=2026-11-21T10:00'];
    expect(run(...day)).toMatchObject({ due: '2026-11-21T12:00:00+08:00' });
    expect(run(...day, '--fact', 'amount=1001')).toMatchObject({ due: null, state: 'unknown' });
  });

  it.each([
    ['no rule', [], /^RULE is missing/u],
    ['unknown rule', ['nonsense'], /^RULE nonsense: no such rule/u],
    ['two rules', ['S47', 'S53'], /^S53: only one RULE/u],
    ['unknown option', ['S47', '--when', 'x'], /--when/u],
    [
      'pair without value',
      ['S47', '--at', 'aftersale.applied'],
      /^--at aftersale\.applied: expected NAME=VALUE/u,
    ],
    ['impossible date', ['S47', '--at', 'e=2026-02-30'], /^--at e: "2026-02-30" is not a real date/u],
    ['impossible hour', ['S47', '--at', 'e=2026-02-20T25:00'], /^--at e: "2026-02-20T25:00" is not a real/u],
    ['odd now', ['S47', '--now', 'today'], /^--now: "today" is not a time/u],
    ['missing file', ['S47', '--rules', '/nowhere.json'], /^--rules \/nowhere\.json: /u],
  ])('%s: exit 2 and one line', (_, argv, expected) => {
    expect(refuse(...argv)).toMatch(expected);
  });

  it('a broken rule file: exit 2 and the place', () => {
    expect(refuse('x', '--rules', file('{"rules": ['))).toMatch(/^--rules .*rules\.json: /u);
    const bad = file({ rules: [{ id: 'x', timing: { kind: 'magic' } }] });
    expect(refuse('x', '--rules', bad)).toMatch(/rules\[0\]\.timing\.kind: /u);
  });
});

describe('hostile names and contradictions', () => {
  const rules = (...more: readonly object[]) => file({ rules: more });
  const hourly = { event: 'toString', timing: { kind: 'duration', n: 1, unit: 'hour' } };

  it('names that every object inherits are names like any other', () => {
    const path = rules(
      { id: 'constructor', where: { hasOwnProperty: ['x'] }, ...hourly },
      { id: 'valueOf', timing: { kind: 'manual', field: '__proto__' } },
    );
    expect(run('constructor', '--rules', path)).toMatchObject({ due: null, state: 'unknown' });
    expect(run('constructor', '--at', 'toString=2026-11-21T10:00', '--rules', path)).toMatchObject({
      due: '2026-11-21T11:00:00+08:00',
    });
    expect(
      run('constructor', '--at', 'toString=2026-11-21T10:00', '--fact', 'hasOwnProperty=y', '--rules', path),
    ).toMatchObject({ due: null });
    expect(run('valueOf', '--rules', path)).toMatchObject({ due: null, state: 'unknown' });
    expect(run('valueOf', '--field', '__proto__=2026-11-22', '--rules', path)).toMatchObject({
      due: '2026-11-22T00:00:00+08:00',
    });
  });

  it('the same version twice, an effect that ends before it begins, an occurrence given twice: all are named', () => {
    expect(refuse('a', '--rules', rules({ id: 'a', ...hourly }, { id: 'a', ...hourly }))).toContain(
      'rules[1]: a version 1 stands in rules[0] already',
    );
    const versions = rules({ id: 'a', ...hourly }, { id: 'a', version: 2, ...hourly });
    expect(run('a', '--at', 'toString=2026-11-21', '--rules', versions)).toMatchObject({ state: 'due' });
    const ended = { id: 'a', ...hourly, effective: { from: '2026-01-02', to: '2026-01-01' } };
    expect(refuse('a', '--rules', rules(ended))).toContain('rules[0].effective: ends before it begins');
    expect(refuse('S47', '--at', 'x#2=2026-01-01', '--at', 'x#2=2026-01-02')).toBe('--at x#2: given twice');
    expect(refuse('--list', 'S47')).toBe('S47: --list takes no RULE');
  });

  it('TK14 a pause of decades is passed in one step, whatever the clock', () => {
    const pauses = [{ id: 'p', platform: 'jd', from: '2026-01-01', to: '2099-12-31' }];
    const due = (timing: object, at = '2026-02-14T18:00') => {
      const rule = { id: 'x', event: 'e', basis: 'platform', platform: 'jd', timing };
      return run('x', '--at', `e=${at}`, '--now', at, '--rules', file({ rules: [rule], pauses }));
    };
    const hours = (open: string, close: string) => ({ ...HOUR, n: 4, clock: { open, close, days: 'all' } });
    expect(due(hours('09:00', '18:00'))).toMatchObject({ due: '2100-01-01T13:00:00+08:00', state: 'paused' });
    // Open since the evening before: two of the four hours pass before closing at 2:00.
    expect(due(hours('18:00', '02:00'))).toMatchObject({ due: '2100-01-01T20:00:00+08:00', state: 'paused' });
    expect(due({ ...HOUR, n: 1, unit: 'workday' }, '2025-12-31T10:00')).toMatchObject({
      due: '2100-01-01T10:00:00+08:00',
      state: 'uncertain',
    });
  });

  it('a file that nests without end, breaks lines or steers the terminal is refused in one plain line', () => {
    const of = '{"kind":"latest","of":[';
    const timing = `${of.repeat(9000)}{"kind":"duration","n":1,"unit":"hour"}${']}'.repeat(9000)}`;
    const remark = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    for (const text of [
      `{"rules":[{"id":"x","event":"e","timing":${timing}}]}`,
      `{"rules":[],"remark":${remark}}`,
    ])
      expect(refuse('x', '--rules', file(text))).toMatch(/rules\.json: file: nested deeper than 50 levels$/u);
    const odd = refuse('x', '--rules', file('{"rules":\u001B[31m\r\u2028\u2029\u0007]'));
    expect(odd).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it('what can be given once is not overruled in silence; a limit needs a number', () => {
    expect(refuse('S47', '--at', APPLIED, '--now', '2026-11-21', '--now', '2026-11-22')).toBe(
      '--now 2026-11-22: given twice',
    );
    expect(refuse('S47', '--rules', 'a.json', '--rules', 'b.json')).toBe('--rules b.json: given twice');
    const fact = (...facts: readonly string[]) =>
      refuse('pdd.unshipped.fast-refund', '--at', APPLIED, ...facts.flatMap((one) => ['--fact', one]));
    expect(fact('amount=cheap')).toBe('--fact amount: "cheap" is not a number');
    expect(fact('amount=1', 'amount=900')).toBe('--fact amount: given twice');
  });
});
