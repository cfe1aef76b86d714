import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseTypes } from '#shared/domain/case';
import { memoSize } from '#shared/domain/merge-memo';
import { memoFormats } from '#shared/knowledge/memo-formats';
import { blanksOf, fillBlanks, memoTemplates } from '#shared/knowledge/memo-templates';
import {
  applyTemplate,
  composeDraft,
  startMemo,
  templatesFor,
} from '../../../renderer/features/notes/memo-draft';
import { makeCase } from '../../helpers/make-case';

const now = Date.UTC(2026, 10, 21, 3);

describe('the memo formats', () => {
  test.each(caseTypes)('R28 %s has a format of its own', (type) => {
    expect(templatesFor(makeCase({ type })).own.length).toBeGreaterThan(0);
  });

  test.each([
    'returnRefund',
    'exchange',
    'refundOnly',
    'partialRefund',
    'unshippedRefund',
    'inTransitRefund',
  ] as const)('R182 the first format of %s asks for the reason', (type) => {
    const [first] = templatesFor(makeCase({ type })).own;
    expect(blanksOf(first?.text['zh-CN'] ?? '')).toContain('原因');
    expect(blanksOf(first?.text.en ?? '')).toContain('reason');
  });

  test('every format is complete in both languages, names its source, and leaves room on the platform', () => {
    for (const { id, text, source } of memoTemplates) {
      expect(source).toMatch(/^R\d+$/);
      for (const words of Object.values(text))
        expect(memoSize(words, memoFormats.taobao.limit)).toBeLessThan(250);
      expect(blanksOf(text.en)).toHaveLength(blanksOf(text['zh-CN']).length);
      expect(/[\u4e00-\u9fff]/.test(text.en), id).toBe(false);
    }
    expect(new Set(memoTemplates.map((one) => one.id)).size).toBe(memoTemplates.length);
  });
});

describe('composing a memo', () => {
  const item = makeCase({ type: 'returnRefund', description: '袖口开线\n客户很急', product: '连衣裙' });

  test('R28 R182 content with the reason, who handled it, and the day', () => {
    const draft = startMemo(item, '阿宁', 'zh-CN', now);
    expect(composeDraft(draft, now)).toMatchObject({
      text: '退货退款 质量问题 袖口开线，来回运费店铺承担 / 阿宁 / 2026-11-21',
      missing: [],
    });
  });

  test('R182 blanks with names that objects inherit, and values nobody can read, stay missing', () => {
    const base = startMemo(item, '', 'zh-CN', now);
    const draft = { ...base, content: '{constructor} {__proto__} {原因}', values: { 原因: '\u2800\u200b' } };
    expect(composeDraft(draft, now).missing).toEqual(['constructor', '__proto__', '原因']);
    const values = Object.fromEntries([
      ['constructor', '{原因}'],
      ['__proto__', '$&'],
      ['原因', 'x'],
    ]);
    expect(composeDraft({ ...draft, values }, now)).toMatchObject({
      text: '{原因} $& x / 2026-11-21',
      missing: [],
    });
  });

  test('R28 the reason of a memo is the first line, without a full stop before the comma', () => {
    const long = makeCase({ type: 'returnRefund', description: '收到两天袖口开线，要求退货。 \n很急' });
    expect(composeDraft(startMemo(long, '', 'zh-CN', now), now).text).toBe(
      '退货退款 质量问题 收到两天袖口开线，要求退货，来回运费店铺承担 / 2026-11-21',
    );
  });

  test('R29 the blue flag is chosen beforehand', () => {
    expect(startMemo(item, '', 'zh-CN', now).flag).toBe('blue');
  });

  test('R182 a reason that is blank is missing', () => {
    const draft = startMemo({ ...item, description: '  ' }, '阿宁', 'zh-CN', now);
    expect(composeDraft(draft, now).missing).toEqual(['原因']);
  });

  test('another format keeps what was already filled in', () => {
    const template = memoTemplates.find((one) => one.id === 'exchangeQuality');
    if (template === undefined) throw new Error('the format is gone');
    const applied = applyTemplate(template, 'zh-CN', item, { 原因: '掉色' });
    expect(applied.values).toEqual({ 原因: '掉色', 换成什么: '' });
  });

  test('a day typed short is written out', () => {
    expect(composeDraft({ ...startMemo(item, '', 'zh-CN', now), day: '11-20' }, now).text).toMatch(
      / \/ 2026-11-20$/,
    );
  });

  test('values are put in as they are, whatever they look like', () => {
    const nasty = fc.string({ unit: fc.constantFrom('{', '}', '$', '&', '1', '原', '因', '<', '`', ' x') });
    fc.assert(
      fc.property(nasty, (value) => {
        const filled = fillBlanks('a{原因}b', { 原因: value });
        expect(filled).toBe(value.trim() === '' ? 'a{原因}b' : `a${value.trim()}b`);
      }),
    );
    expect(fillBlanks('{constructor}{toString}', {})).toBe('{constructor}{toString}');
  });
});
