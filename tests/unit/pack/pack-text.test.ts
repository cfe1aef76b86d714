import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, fitText, textLength } from '#shared/domain/pack-text';

const part = fc.record({ rank: fc.integer({ min: 0, max: 20 }), text: fc.string({ unit: 'grapheme' }) });

describe('the text of an evidence pack', () => {
  it('R131 never gets longer than the platform takes', () => {
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 300 }), (parts, limit) => {
        expect(textLength(fitText(parts, limit))).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('drops what matters least, whole, and keeps the order of the rest', () => {
    const parts = [
      { rank: 2, text: '订单号 1' },
      { rank: 0, text: '经过：少发一件' },
      { rank: 9, text: '2026-11-20 09:30 买家申请售后' },
      { rank: 1, text: '请驳回' },
    ];
    expect(fitText(parts, 200)).toBe('订单号 1\n经过：少发一件\n2026-11-20 09:30 买家申请售后\n请驳回');
    expect(fitText(parts, 20)).toBe('订单号 1\n经过：少发一件\n请驳回');
    expect(fitText(parts, 12)).toBe('经过：少发一件\n请驳回');
    expect(fitText(parts, 5)).toBe('经过：少…');
  });

  it('cuts between signs, never inside one', () => {
    expect(cutText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toBe('👨‍👩‍👧‍👦…');
    expect(cutText('👨‍👩‍👧‍👦', 5)).toBe('…');
    expect(cutText('好', 1)).toBe('好');
  });
});
