import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { slipPapers } from '#shared/domain/return-slip';
import { slipCodes, type SquareCode } from '../../../renderer/features/slips/slip-codes';
import { layoutSlip } from '../../../renderer/features/slips/slip-layout';
import { guessMeasure } from '../../../renderer/features/slips/text-measure';
import { makeTestSlip } from './make-slip';

const numbers = ['20261119-003', '20261231-999', '20261119-1000'];

/** Dark modules of a code's path, read back by the even-odd rule at the middle of each module. */
function darkModules({ modules, path }: SquareCode): boolean[][] {
  const polygons = path
    .split('Z')
    .filter((part) => part !== '')
    .map((part) =>
      part
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number)),
    );
  const inside = (x: number, y: number): boolean => {
    let crossings = 0;
    for (const points of polygons) {
      for (const [index, [x1 = 0, y1 = 0]] of points.entries()) {
        const [x2 = 0, y2 = 0] = points[(index + 1) % points.length] ?? [];
        if (x1 === x2 && x1 > x && Math.min(y1, y2) < y && Math.max(y1, y2) > y) crossings += 1;
      }
    }
    return crossings % 2 === 1;
  };
  return Array.from({ length: modules }, (_row, y) =>
    Array.from({ length: modules }, (_column, x) => inside(x + 0.5, y + 0.5)),
  );
}

function readQr(code: SquareCode): string | undefined {
  const scale = 4;
  const quiet = 4;
  const side = (code.modules + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [y, row] of darkModules(code).entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue;
      for (let dy = 0; dy < scale; dy += 1) {
        for (let dx = 0; dx < scale; dx += 1) {
          const at = (((y + quiet) * scale + dy) * side + (x + quiet) * scale + dx) * 4;
          pixels.fill(0, at, at + 3);
        }
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

/** Widths of the 103 data symbols, three starts, and the stop of Code 128 (ISO 15417), bar and gap in turn. */
const symbols =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'.split(
    ' ',
  );

/** Reads bars as a scanner does: widths to symbols, check digit, then sets A, B and C. */
function readCode128(text: string): string {
  const { bars, modules } = slipCodes(text).bars;
  const widths: number[] = [];
  for (const [index, [start, width]] of bars.entries()) {
    const [before = 0, beforeWidth = 0] = bars[index - 1] ?? [];
    if (index > 0) widths.push(start - before - beforeWidth);
    widths.push(width);
  }
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(modules);
  expect(widths.slice(-7).join('')).toBe('2331112');
  const values: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6) {
    values.push(symbols.indexOf(widths.slice(at, at + 6).join('')));
  }
  const check = values.pop();
  const sum = values.reduce((total, value, index) => total + value * Math.max(1, index), 0);
  expect(check).toBe(sum % 103);
  let set = { 103: 'A', 104: 'B', 105: 'C' }[values.shift() ?? 0];
  let read = '';
  for (const value of values) {
    if (value === 99 && set !== 'C') set = 'C';
    else if (set === 'C' && value === 100) set = 'B';
    else if (set === 'C' && value === 101) set = 'A';
    else read += set === 'C' ? String(value).padStart(2, '0') : String.fromCodePoint(value + 32);
  }
  return read;
}

describe('R177 the case number as codes', () => {
  test.each(numbers)('R177 the QR code reads %s', (caseNo) => {
    expect(readQr(slipCodes(caseNo).square)).toBe(caseNo);
  });

  test.each(numbers)('R177 the Code 128 reads %s', (caseNo) => {
    expect(readCode128(caseNo)).toBe(caseNo);
  });

  test('a number without a code is refused, not printed as something else', () => {
    expect(() => slipCodes('售后单')).toThrow();
  });

  test.each(slipPapers)(
    'on %s modules stand on the dots of a 203 dpi head, are wide enough and have room',
    (paper) => {
      const page = layoutSlip(makeTestSlip({ paper }), guessMeasure);
      const dots = (mm: number): number => mm * 8;
      const bars = page.items.find((item) => item.kind === 'bars');
      const qr = page.items.find((item) => item.kind === 'qr');
      if (bars?.kind !== 'bars' || qr?.kind !== 'qr') throw new Error('a code is missing');
      for (const mm of [bars.x, bars.module, qr.x, qr.y, qr.module])
        expect(Number.isInteger(dots(mm))).toBe(true);
      expect(bars.module).toBeGreaterThanOrEqual(0.25);
      expect(qr.module).toBeGreaterThanOrEqual(0.5);
      const quietLeft = bars.x;
      const quietRight = page.width - bars.x - bars.code.modules * bars.module;
      expect(Math.min(quietLeft, quietRight)).toBeGreaterThanOrEqual(10 * bars.module);
      const side = qr.code.modules * qr.module;
      expect(page.width - qr.x - side).toBeGreaterThanOrEqual(4 * qr.module);
      const texts = page.items.filter(
        (item) => item.kind === 'text' && item.part !== 'hint' && item.part !== 'title',
      );
      for (const item of texts) {
        if (item.kind !== 'text' || item.y - item.size > qr.y + side + 2 || item.y < qr.y) continue;
        const width =
          item.runs.reduce((sum, run) => sum + guessMeasure(run.text, { ...run, mono: item.mono }), 0) *
          item.size;
        expect(item.x + width).toBeLessThanOrEqual(qr.x - 4 * qr.module + 0.01);
      }
    },
  );
});
