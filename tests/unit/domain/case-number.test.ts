import { expect, test } from 'vitest';
import { formatCaseNo } from '#shared/domain/case';

test.each([
  [1, '20261121-001'],
  [99, '20261121-099'],
  [999, '20261121-999'],
  [1000, '20261121-1000'],
])('R110 the case number %i of a day is %s', (sequence, text) => {
  expect(formatCaseNo('20261121', sequence)).toBe(text);
});
