import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canPan, fitView, panBy, zoomBy } from '../../../renderer/features/evidence/zoom';

const stage = { width: 800, height: 600 };
const photo = { width: 4000, height: 3000 };
const middle = { x: 0, y: 0 };

describe('zooming a picture', () => {
  test('a large one is fitted, a small one is shown as it is', () => {
    expect(fitView(stage, photo)).toEqual({ zoom: 0.2, x: 0, y: 0 });
    expect(fitView(stage, { width: 300, height: 200 }).zoom).toBe(1);
    expect(fitView(stage, { width: 300, height: 6000 }).zoom).toBe(0.1);
  });

  test('what lies under the pointer stays there', () => {
    const before = zoomBy(fitView(stage, photo), 3, middle, stage, photo);
    const at = { x: 100, y: -50 };
    const after = zoomBy(before, 1.5, at, stage, photo);
    const spot = (view: typeof before): number[] => [
      (at.x - view.x) / view.zoom,
      (at.y - view.y) / view.zoom,
    ];
    expect(spot(after)[0]).toBeCloseTo(spot(before)[0] ?? NaN);
    expect(spot(after)[1]).toBeCloseTo(spot(before)[1] ?? NaN);
  });

  test('never smaller than the whole, never larger than eight times', () => {
    expect(zoomBy(fitView(stage, photo), 0.1, middle, stage, photo).zoom).toBe(0.2);
    expect(zoomBy(fitView(stage, photo), 1000, middle, stage, photo).zoom).toBe(8);
  });

  test('a fitted picture cannot be moved, an enlarged one can', () => {
    expect(canPan(fitView(stage, photo), stage, photo)).toBe(false);
    expect(canPan({ zoom: 1, x: 0, y: 0 }, stage, photo)).toBe(true);
  });

  test('the picture is never moved off the stage', () => {
    const number = fc.double({ min: -5000, max: 5000, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.2, max: 8, noNaN: true }), (x, y, zoom) => {
        const view = panBy({ zoom, x: 0, y: 0 }, { x, y }, stage, photo);
        expect(Math.abs(view.x)).toBeLessThanOrEqual(Math.max(0, (photo.width * zoom - stage.width) / 2));
        expect(Math.abs(view.y)).toBeLessThanOrEqual(Math.max(0, (photo.height * zoom - stage.height) / 2));
      }),
    );
  });
});
