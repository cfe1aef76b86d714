import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanksIn, cleanValue, fillScript } from '#shared/domain/script';
import { valuesFor } from '#shared/domain/script-values';
import { shippedScripts } from '#shared/knowledge/scripts/library';

const map = (values: Record<string, string>) => new Map(Object.entries(values));
const textOf = (id: string) => shippedScripts.find((script) => script.id === id)?.text['zh-CN'] ?? '';

describe('filling a message', () => {
  it('fills what has a value and names what has none', () => {
    expect(fillScript('退 {金额} 元到 {收款账号}', map({ 金额: '8.50', 收款账号: '  ' }))).toEqual({
      text: '退 8.50 元到 {收款账号}',
      missing: ['收款账号'],
    });
  });

  it('never looks into a value: braces, dollars and prototype names are just text', () => {
    const values = map({ a: '{b}', b: '$& $1', constructor: '{a}' });
    expect(fillScript('{a} {b} {constructor} {toString}', values)).toEqual({
      text: '{b} $& $1 {a} {toString}',
      missing: ['toString'],
    });
  });

  it('drops characters nobody sees, keeps line breaks', () => {
    expect(cleanValue(' a\u202eb\u0000c\r\nd\u200b ')).toBe('abc\nd');
    expect(fillScript('{a}', map({ a: '\u200b\u202e' })).missing).toEqual(['a']);
  });

  it.each([
    '\u3000 \u00a0',
    '\u2800',
    '\u3164\u115f',
    '\u00ad',
    '\u200d\ufe0f',
    '\u0007',
    '\n\n',
    '\u061c\u2067',
  ])('R117 a value of which nothing can be read is a blank: %j', (value) => {
    expect(cleanValue(value)).toBe('');
    expect(fillScript('今天{a}前', map({ a: value })).missing).toEqual(['a']);
  });

  it('hostile values go in as typed, in one message of several scripts', () => {
    const hostile: Record<string, string> = {
      买家ID: '{{订单号}}$&$1',
      订单号: "{8}$`$'",
      __proto__x: 'x',
      金额: '9'.repeat(10_000),
      原因: '第一行\n第二行 👩‍👧',
    };
    const values = new Map([...Object.entries(hostile), ['__proto__', '{买家ID}'] as const]);
    const text = [...values.keys()].map((name) => `<{${name}}>`).join('\n');
    expect(fillScript(text, values)).toEqual({
      text: [...values.values()].map((value) => `<${value}>`).join('\n'),
      missing: [],
    });
    expect(fillScript('{__proto__}{constructor}', new Map()).missing).toEqual(['__proto__', 'constructor']);
  });

  it('a text without missing blanks holds every value in order', () => {
    const word = fc.stringMatching(/^[a-z0-9\u4e00-\u9fff]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 6 }), (pairs) => {
        const values = new Map(pairs);
        const text = [...values.keys()].map((name) => `<{${name}}>`).join('');
        expect(fillScript(text, values)).toEqual({
          text: [...values.values()].map((value) => `<${value}>`).join(''),
          missing: [],
        });
      }),
    );
  });
});

describe('values for the blanks', () => {
  it('M3 the return address and carriers come from the shop', () => {
    const facts = { returnAddress: '阿宁 138 杭州', carriers: '顺丰、中通' };
    const { text, missing } = fillScript(textOf('M3'), valuesFor(textOf('M3'), new Map(), facts));
    expect(missing).toEqual([]);
    expect(text).toContain('阿宁 138 杭州');
    expect(text).toContain('顺丰、中通');
  });

  it('M10 R45 what is to be paid to the seller is paid less refund', () => {
    const values = valuesFor(textOf('M10'), map({ 退款: '10' }), { amount: '100.00' });
    expect(values.get('付给卖家')).toBe('90.00');
    expect(valuesFor(textOf('M10'), map({ 退款: '100.01' }), { amount: '100.00' }).get('付给卖家')).toBe('');
    expect(valuesFor(textOf('M10'), map({ 退款: 'x' }), { amount: '100.00' }).get('付给卖家')).toBe('');
  });

  it('what was typed wins over the case, the case over last time', () => {
    const last = map({ 订单号: 'old', 补邮费链接: 'https://a' });
    const values = valuesFor(
      '{订单号} {补邮费链接} {买家ID}',
      map({ 买家ID: '乙' }),
      { orderNo: '1', buyerId: '甲' },
      last,
    );
    expect([...values]).toEqual([
      ['订单号', '1'],
      ['补邮费链接', 'https://a'],
      ['买家ID', '乙'],
    ]);
  });

  it('every blank is offered, none twice', () => {
    expect(blanksIn('{a}{b}{a}{}{\n}{ c }')).toEqual(['a', 'b', ' c ']);
  });
});
