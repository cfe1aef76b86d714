import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, parseTree, textOf, walk, type Node } from '../architecture/syntax-tree';
import { root } from './run-bin';

/**
 * `npm run requirements`: which rows of the requirement list (R1 to R186, scripts M1 to M33) no test names in its
 * title. A list to work from, so it always ends with 0.
 */
const allRows: readonly string[] = [
  ...Array.from({ length: 186 }, (_, index) => `R${index + 1}`),
  ...Array.from({ length: 33 }, (_, index) => `M${index + 1}`),
];

/** Rows a title names; `R1 to R3` and `R1–R3` name all between. */
export function rowsOf(title: string): readonly string[] {
  const rows: string[] = [];
  const named = title.matchAll(/\b([RM])(\d{1,3})(?:\s*(?:to|[-–])\s*\1(\d{1,3}))?\b/g);
  for (const [, letter = '', from = '', to] of named) {
    for (let row = Number(from); row <= Number(to ?? from); row += 1) rows.push(`${letter}${row}`);
  }
  return rows;
}

/** The word a call begins with: `test` of `test.each(rows)(…)`. */
function firstWord(callee: unknown): string {
  for (let node = callee as Node; ; node = (node.object ?? node.callee ?? node.tag) as Node) {
    if (node === undefined || node.type === 'Identifier') return nameOf(node);
  }
}

/** Titles of the tests in a file's text, however they are written. */
export function titlesOf(path: string, source: string): readonly string[] {
  const titles: string[] = [];
  walk(parseTree(path, source), (node) => {
    if (node.type !== 'CallExpression' || !/^(?:test|it|describe)$/.test(firstWord(node.callee))) return;
    const [first] = node.arguments as readonly Node[];
    const text =
      first?.type === 'TemplateLiteral'
        ? source.slice(Number(first.start), Number(first.end))
        : textOf(first);
    if (text !== null) titles.push(text);
  });
  return titles;
}

function readTitles(): readonly string[] {
  return readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => titlesOf(path, readFileSync(path, 'utf8')));
}

/** Rows as short runs: `R1 R4–R7`. */
function shorten(rows: readonly string[]): string {
  const runs: string[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const first = rows[index] ?? '';
    let last = first;
    while (rows[index + 1] === `${first[0] ?? ''}${Number(last.slice(1)) + 1}`) {
      index += 1;
      last = rows[index] ?? last;
    }
    runs.push(first === last ? first : `${first}–${last}`);
  }
  return runs.join(' ');
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('tests/tools/requirements.ts') === true) {
  const named = new Set(readTitles().flatMap(rowsOf));
  const tested = allRows.filter((row) => named.has(row));
  const missing = allRows.filter((row) => !named.has(row));
  console.log(`${tested.length} of ${allRows.length} rows stand in the title of a test: ${shorten(tested)}`);
  console.log(`${missing.length} do not: ${shorten(missing)}`);
}
