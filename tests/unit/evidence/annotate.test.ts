import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMark,
  areaBetween,
  markInMiddle,
  markOfDrag,
  nudge,
  toolOf,
} from '../../../renderer/features/evidence/annotate-marks';
import {
  arrowOutline,
  blockSide,
  cropOf,
  destroyArea,
  turnedSize,
  type Mark,
} from '../../../renderer/workers/paint-marks';

const picture = { width: 400, height: 300 };
const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

/** The few calls of a canvas that blurring makes, on plain pixels. */
function canvasOf(width: number, height: number, paint: (x: number, y: number) => number) {
  const pixels = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => paint(x, y)),
  );
  const pen = {
    fillStyle: '',
    getImageData: (x: number, y: number, w: number, h: number) => ({
      data: pixels
        .slice(y, y + h)
        .flatMap((row) => row.slice(x, x + w).flatMap((grey) => [grey, grey, grey, 255])),
    }),
    fillRect: (x: number, y: number, w: number, h: number) => {
      const grey = Number(/\d+/.exec(pen.fillStyle)?.[0]);
      for (const row of pixels.slice(y, y + h)) row.fill(grey, x, x + w);
    },
  };
  return { pen: pen as unknown as OffscreenCanvasRenderingContext2D, pixels };
}

describe('marks', () => {
  test('keys A B T M C choose a tool, in both cases', () => {
    expect(['A', 'b', 'T', 'm', 'C', 'x'].map(toolOf)).toEqual([
      'arrow',
      'box',
      'text',
      'blur',
      'crop',
      undefined,
    ]);
  });

  test('an area never leaves the picture, wherever it is drawn', () => {
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        const { x, y, width, height } = areaBetween(a, b, picture);
        return x >= 0 && y >= 0 && width >= 0 && height >= 0 && x + width <= 400 && y + height <= 300;
      }),
    );
  });

  test('a mark moved or grown by keys stays on the picture', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('box', 'blur', 'crop', 'arrow'),
        fc.array(spot),
        fc.boolean(),
        (tool, steps, grow) => {
          const mark = steps.reduce<Mark>(
            (at, by) => nudge(at, by, grow, picture),
            markInMiddle(tool as 'box', picture),
          );
          if (mark.kind === 'arrow') return mark.to.x >= 0 && mark.to.x <= 400;
          if (mark.kind === 'text') return false;
          const { x, y, width, height } = mark.area;
          return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 400 && y + height <= 300;
        },
      ),
    );
  });

  test('a click is no mark, a drag is', () => {
    expect(markOfDrag('box', { x: 5, y: 5 }, { x: 6, y: 6 }, picture)).toBeNull();
    expect(markOfDrag('blur', { x: 90, y: 80 }, { x: 10, y: 20 }, picture)).toEqual({
      kind: 'blur',
      area: { x: 10, y: 20, width: 80, height: 60 },
    });
    expect(markOfDrag('arrow', { x: 0, y: 0 }, { x: 50, y: 0 }, picture)?.kind).toBe('arrow');
  });

  test('there is one crop, the last one, in whole pixels inside the picture', () => {
    const crop = (x: number, width: number): Mark => ({
      kind: 'crop',
      area: { x, y: 10.4, width, height: 900 },
    });
    const marks = addMark(addMark([], crop(0, 50)), crop(20.6, 100));
    expect(marks).toHaveLength(1);
    expect(cropOf(marks, picture)).toEqual({ x: 20, y: 10, width: 100, height: 290 });
    expect(cropOf([], picture)).toEqual({ x: 0, y: 0, width: 400, height: 300 });
  });

  test('an arrow ends at its tip', () => {
    expect(arrowOutline({ x: 0, y: 0 }, { x: 100, y: 0 }, 4)[3]).toEqual({ x: 100, y: 0 });
    expect(arrowOutline({ x: 5, y: 5 }, { x: 5, y: 5 }, 4).every(({ x, y }) => Number.isFinite(x + y))).toBe(
      true,
    );
    expect(turnedSize(picture, 3)).toEqual({ width: 300, height: 400 });
  });
});

describe('blurring', () => {
  test('leaves at most four blocks across a line of text, and none smaller than twelve pixels', () => {
    expect(blockSide({ x: 0, y: 0, width: 300, height: 100 }, picture)).toBe(25);
    expect(blockSide({ x: 0, y: 0, width: 300, height: 20 }, picture)).toBe(12);
    expect(blockSide({ x: 0, y: 0, width: 300, height: 20 }, { width: 8000, height: 10 })).toBe(80);
  });

  test('destroys what was there: two different texts look the same afterwards, and nothing outside is touched', () => {
    const look = (paint: (x: number, y: number) => number) => {
      const { pen, pixels } = canvasOf(60, 40, paint);
      destroyArea(pen, { x: 12, y: 8, width: 24, height: 24 }, { width: 60, height: 40 }, 12);
      return pixels;
    };
    const one = look((x) => (x % 2 === 0 ? 255 : 0));
    const other = look((x) => (x % 2 === 0 ? 0 : 255));
    const inside = (rows: number[][]) => rows.slice(8, 32).flatMap((row) => row.slice(12, 36));
    expect(inside(one)).toEqual(inside(other));
    expect(new Set(inside(one)).size).toBe(1);
    expect(one[0]?.slice(0, 4)).toEqual([255, 0, 255, 0]);
    expect(one[10]?.[11]).toBe(0);
    expect(one[10]?.[36]).toBe(255);
  });

  test('an area that reaches beyond the picture is cut to it', () => {
    const { pen, pixels } = canvasOf(20, 20, (x) => x * 10);
    destroyArea(pen, { x: -5.5, y: -5.5, width: 100, height: 100 }, { width: 20, height: 20 }, 50);
    expect(new Set(pixels.flat()).size).toBe(1);
  });
});
