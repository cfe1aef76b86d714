import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMeasure } from '../../../renderer/features/slips/text-measure';
import { cutLines, prepareText, wrapEvenly, wrapText } from '../../../renderer/features/slips/wrap-text';

function linesOf(
  text: string,
  width: number,
  mode: 'words' | 'anywhere' = 'words',
  wrap = wrapText,
): string[] {
  const prepared = prepareText([{ text, bold: false }], guessMeasure, mode);
  return wrap(prepared, width).map((line) => line.runs.map((run) => run.text).join(''));
}

describe('breaking text into lines', () => {
  test('no line begins with a mark that closes, none ends with one that opens', () => {
    expect(linesOf('一二三四，五（六七）', 4)).toEqual(['一二三', '四，五', '（六七）']);
  });

  test('Latin words stay whole where a line can hold them', () => {
    expect(linesOf('商品 dress blue', 5)).toEqual(['商品 ', 'dress ', 'blue']);
    expect(linesOf('dress', 2)).toEqual(['dre', 'ss']);
  });

  test('a bold date inside a sentence is not torn apart', () => {
    const prepared = prepareText(
      [
        { text: '最晚', bold: false },
        { text: ' 11 月 28 日', bold: true },
        { text: ' 寄出', bold: false },
      ],
      guessMeasure,
      'words',
    );
    const lines = wrapText(prepared, 7).map((line) => line.runs.map((run) => run.text).join(''));
    expect(lines[1]).toBe(' 11 月 28 日 ');
  });

  test('two lines end after a part of the sentence instead of leaving one sign over', () => {
    expect(linesOf('运费请先垫付，验货后按约定退还；包裹里不要放现金。', 24)).toHaveLength(2);
    expect(linesOf('运费请先垫付，验货后按约定退还；包裹里不要放现金。', 24, 'words', wrapEvenly)).toEqual([
      '运费请先垫付，验货后按约定退还；',
      '包裹里不要放现金。',
    ]);
  });

  test('no sign is lost and no line is too wide, whatever the text and the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.double({ min: 2, max: 20, noNaN: true }),
        fc.constantFrom('words' as const, 'anywhere' as const),
        (text, width, mode) => {
          for (const wrap of [wrapText, wrapEvenly]) {
            const lines = linesOf(text, width, mode, wrap);
            expect(lines.join('')).toBe(text);
            for (const line of lines) {
              const sign = [...new Intl.Segmenter('zh').segment(line.trim())].length <= 1;
              if (!sign)
                expect(guessMeasure(line.trimEnd(), { bold: false, mono: false })).toBeLessThanOrEqual(
                  width + 1e-9,
                );
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a cut text ends in … within the width, without half a sign', () => {
    const family = '👨‍👩‍👧';
    const text = prepareText([{ text: family.repeat(10), bold: false }], guessMeasure, 'anywhere');
    const { lines, cut } = cutLines(wrapText(text, 3), 2, 3, text);
    expect(cut).toBe(true);
    expect(lines.map((line) => line.runs[0]?.text)).toEqual([family.repeat(3), `${family.repeat(2)}…`]);
  });
});
