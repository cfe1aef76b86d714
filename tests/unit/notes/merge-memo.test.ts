import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBatch, batchLimit } from '#shared/domain/memo-batch';
import { memoSize, mergeMemo } from '#shared/domain/merge-memo';
import { memoFormats } from '#shared/knowledge/memo-formats';
import { platforms } from '#shared/domain/platform';
import { composeDraft, startMemo } from '../../../renderer/features/notes/memo-draft';
import { makeCase } from '../../helpers/make-case';

const now = Date.UTC(2026, 10, 21, 3);

describe('a memo behind the one that stands there', () => {
  it.each([
    ['', '新', '新'],
    ['旧', '新', '旧；新'],
    ['旧。', '新', '旧。 新'],
    ['甲\r\n乙', '新', '甲\n乙\n新'],
    ['旧；新', '新', '旧；新'],
    ['不换货 / 宁', '换货 / 宁', '不换货 / 宁；换货 / 宁'],
    ['退 10 元整', '退 10 元', '退 10 元整；退 10 元'],
    ['催\n换货\n已发', '换货', '催\n换货\n已发'],
    [' 旧 ', '', '旧'],
  ])('R28 %j and %j become %j', (existing, memo, text) => {
    expect(mergeMemo(existing, memo).text).toBe(text);
  });

  it('R28 nothing earlier is ever lost, and doing it twice adds nothing', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(words, words, (existing, memo) => {
        const { text, old, added } = mergeMemo(existing, memo);
        expect(text).toBe(`${old}${added}`);
        expect(old).toBe(existing.replace(/\r\n?/g, '\n').trim());
        expect(mergeMemo(text, memo).text).toBe(text);
      }),
    );
  });

  it('R28 the composer puts the new memo behind the pasted one', () => {
    const item = makeCase({ type: 'returnRefund', description: '开线' });
    const draft = { ...startMemo(item, '宁', 'zh-CN', now), existing: '催发货 / 11-02' };
    expect(composeDraft(draft, now).text).toMatch(/^催发货 \/ 11-02；退货退款/);
  });
});

describe('memo formats of the platforms', () => {
  it.each(platforms)('R29 %s offers the colour that stands for after-sales', (platform) => {
    const format = memoFormats[platform];
    expect(format.flags).toContain(format.afterSales);
    expect(startMemo(makeCase({ platform }), '', 'zh-CN', now).flag).toBe(format.afterSales);
  });

  it('R28 characters and bytes are counted apart', () => {
    expect(memoSize('备注🧧', { unit: 'byte', max: 1 })).toBe(10);
    expect(memoSize('备注🧧', { unit: 'character', max: 1 })).toBe(3);
  });
});

describe('memos for many orders', () => {
  const compose = (pasted: string, content: string) =>
    composeBatch({ pasted, content, shared: {}, operator: '宁', day: '2026-11-21', platform: 'pdd' });

  it('R28 a line is an order, its columns fill the content', () => {
    expect(compose("261119-1\t袜子\r\n\n'261119-2,帽子", '补发 {1}')).toMatchObject([
      { line: 1, orderNo: '261119-1', text: '补发 袜子 / 宁 / 2026-11-21', problem: null },
      { line: 3, orderNo: '261119-2', text: '补发 帽子 / 宁 / 2026-11-21', problem: null },
    ]);
  });

  it('lines that cannot be pasted are named with their reason', () => {
    const lines = ['1', '1', '1.23E+18', '\t袜子', '2'].join('\n');
    expect(compose(lines, '{1}x').map(({ problem }) => problem)).toEqual([
      'blank',
      'twice',
      'scientific',
      'noOrder',
      'blank',
    ]);
    expect(compose('9', '鱼'.repeat(400))[0]?.problem).toBe('tooLong');
  });

  it('1000 orders are enough for one go', () => {
    const lines = Array.from({ length: batchLimit + 1 }, (_, index) => String(index + 1)).join('\n');
    const rows = compose(lines, 'x');
    expect(rows[batchLimit - 1]?.problem).toBeNull();
    expect(rows[batchLimit]?.problem).toBe('tooMany');
  });

  it('R28 R182 a template for many: what is typed once holds for all, the rest comes from the columns in order', () => {
    const rows = composeBatch({
      pasted: '1\t袜子\t补发\n2\t{原因}\t$&\n3\t帽子',
      content: '{订单号} 缺件 {原因}，{怎么处理}，{谁} 承担',
      shared: { 谁: '厂商{1}' },
      operator: '宁',
      day: '2026-11-21',
      platform: 'pdd',
    });
    expect(rows.map(({ text, problem }) => problem ?? text)).toEqual([
      '1 缺件 袜子，补发，厂商{1} 承担 / 宁 / 2026-11-21',
      '2 缺件 {原因}，$&，厂商{1} 承担 / 宁 / 2026-11-21',
      'blank',
    ]);
  });

  it('columns are not looked into', () => {
    expect(compose('1\t{2}\t$&', '{1} {2}')[0]?.text).toContain('{2} $&');
  });
});
