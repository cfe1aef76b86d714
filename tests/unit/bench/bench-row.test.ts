import { expect, test } from 'vitest';
import { makeReport, makeRow, printReport, timingOf } from '../../bench/bench-row';

test('the median is the middle run, p95 the slowest but one in twenty', () => {
  const runs = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(timingOf(runs)).toEqual({ median: 10, p95: 19 });
  expect(timingOf([7])).toEqual({ median: 7, p95: 7 });
  expect(() => timingOf([])).toThrow(RangeError);
});

test('a row says by itself whether its budget was kept', () => {
  const row = makeRow({ name: 'mirror', ours: [30], peer: { name: 'cp', runs: [10] }, budget: 2 });
  expect(row).toMatchObject({ ratio: 3, ok: false, ours: { median: 30, unit: 'ms' }, peer: { name: 'cp' } });
  expect(makeRow({ name: 'x', ours: [20], peer: { name: 'cp', runs: [10] }, budget: 2 }).ok).toBe(true);
  expect(printReport(makeReport([row]))).toMatch(
    /mirror +30\.0 \(30\.0\) ms +10\.0 \(10\.0\) cp +3\.00x +2x +TOO SLOW/,
  );
});
