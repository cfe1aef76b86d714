import { expect, test } from 'vitest';
import { rowsOf, titlesOf } from '../tools/requirements';

test.each([
  ['R21 evidence is named by buyer ID', ['R21']],
  ['R28, R29 a memo', ['R28', 'R29']],
  ['R25 to R27 the slip', ['R25', 'R26', 'R27']],
  ['M1–M3 scripts', ['M1', 'M2', 'M3']],
  ['A4 paper, SR12, R1a', []],
])('rows named in "%s"', (title, rows) => {
  expect(rowsOf(title)).toEqual(rows);
});

test('titles are found in every way of writing a test', () => {
  const source = [
    "test('plain', () => {});",
    'it.only("only", () => {});',
    'describe(`group ${one}`, () => { test("inner", () => {}); });',
    "test.each([[1, f(g(2))], [3, 4]] as const)('each %s', () => {});",
    "test(\n  'on the next line', () => {});",
    "// test('a comment')\nexpect('a value').toBe('a value'); other.test('not ours');",
  ].join('\n');
  expect(titlesOf('a.test.ts', source)).toEqual([
    'plain',
    'only',
    '`group ${one}`',
    'inner',
    'each %s',
    'on the next line',
  ]);
});
