import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendLines,
  emptyChain,
  markTable,
  splitLines,
  verifyText,
  type BaselineMark,
  type JournalEntry,
} from '#shared/vault/journal';
import { countRows, createReplay } from '#shared/vault/replay';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const change = fc.record({
  time: fc.nat(),
  table: fc.constantFrom('cases', 'events', 'blobs'),
  key: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), fc.nat(5)),
  op: fc.constantFrom<'put' | 'delete'>('put', 'put', 'delete'),
  row: fc.jsonValue({ maxDepth: 2 }),
});

const journal = fc
  .array(change, { minLength: 1, maxLength: 25 })
  .map((changes): readonly JournalEntry[] =>
    changes.map((one, index) => ({ ...one, seq: index + 1, row: one.op === 'put' ? one.row : null })),
  );

function replay(entries: readonly JournalEntry[]): unknown {
  const state = createReplay();
  for (const entry of entries) state.apply(entry);
  return [...state.tables()].map(([name, rows]) => [name, [...rows.values()]]);
}

const mark = (seq: number, baseline: BaselineMark['baseline']): JournalEntry => ({
  seq,
  time: 0,
  table: markTable,
  key: 'baseline',
  op: 'put',
  row: { baseline, storeId: 's' },
});
const put = (seq: number, key: string, row: unknown = { key }): JournalEntry => ({
  seq,
  time: 0,
  table: 'cases',
  key,
  op: 'put',
  row,
});

describe('the journal', () => {
  test('what was appended, in any batches, is read back whole', () => {
    fc.assert(
      fc.property(journal, fc.nat(30), (entries, cut) => {
        const first = appendLines(emptyChain, entries.slice(0, cut), sha256);
        const second = appendLines(first.chain, entries.slice(cut), sha256);
        const read = verifyText(first.text + second.text, sha256);
        expect(read.problems).toEqual([]);
        expect(read.entries).toEqual(JSON.parse(JSON.stringify(entries)));
        expect(read.chain).toEqual(second.chain);
      }),
    );
  });

  test('cut anywhere, it replays to what was there after a first part of the changes', () => {
    fc.assert(
      fc.property(journal, fc.double({ min: 0, max: 1, noNaN: true }), (entries, at) => {
        const bytes = Buffer.from(appendLines(emptyChain, entries, sha256).text);
        const cut = bytes.subarray(0, Math.floor(at * bytes.length)).toString('utf8');
        const read = verifyText(cut, sha256);
        const whole = splitLines(cut).lines.length;
        expect(read.entries).toHaveLength(whole);
        expect(replay(read.entries)).toEqual(
          replay(JSON.parse(JSON.stringify(entries.slice(0, whole))) as JournalEntry[]),
        );
        expect(read.problems.map(({ reason }) => reason)).toEqual(
          splitLines(cut).torn === '' ? [] : ['torn'],
        );
      }),
    );
  });

  test('a flipped bit is found at its line, and every other line is still believed', () => {
    fc.assert(
      fc.property(journal, fc.nat(), fc.nat(7), (entries, where, bit) => {
        const bytes = Buffer.from(appendLines(emptyChain, entries, sha256).text);
        const at = where % bytes.length;
        const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const { problems, entries: read } = verifyText(bytes.toString('latin1'), (text) =>
          createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex'),
        );
        expect(problems[0]?.line).toBe(line);
        expect(read.length).toBeGreaterThanOrEqual(entries.length - 2);
      }),
    );
  });

  test('a line taken out, doubled or moved breaks the chain at that place', () => {
    const { text } = appendLines(emptyChain, [put(1, 'a'), put(2, 'b'), put(3, 'c'), put(4, 'd')], sha256);
    const [a = '', b = '', c = '', d = ''] = splitLines(text).lines;
    const check = (...lines: string[]) =>
      verifyText(lines.map((line) => `${line}\n`).join(''), sha256).problems;
    expect(check(a, c, d)).toEqual([{ line: 2, reason: 'chain' }]);
    expect(check(a, b, b, c, d)[0]).toEqual({ line: 3, reason: 'chain' });
    expect(check(a, c, b, d)[0]).toEqual({ line: 2, reason: 'chain' });
    expect(check(a, b, c, d)).toEqual([]);
  });

  test('replaying twice changes nothing', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        expect(replay([...entries, ...entries])).toEqual(replay(entries));
      }),
    );
  });

  test('a full copy counts only when it came to its end, and then nothing before it', () => {
    const before = [mark(1, 'begun'), put(2, 'old'), mark(3, 'done')];
    const begun = [...before, mark(9, 'begun'), put(10, 'new')];
    const state = (entries: readonly JournalEntry[]) => {
      const replayed = createReplay();
      for (const entry of entries) replayed.apply(entry);
      return { rows: countRows(replayed.tables())['cases'], complete: replayed.isComplete() };
    };
    expect(state(before)).toEqual({ rows: 1, complete: true });
    expect(state(begun)).toEqual({ rows: 2, complete: false });
    expect(state([...begun, mark(11, 'done')])).toEqual({ rows: 1, complete: true });
    expect(verifyText(appendLines(emptyChain, begun, sha256).text, sha256).problems).toEqual([]);
    const jump = appendLines(emptyChain, [...before, put(9, 'new')], sha256);
    expect(verifyText(jump.text, sha256).problems).toEqual([{ line: 4, reason: 'chain' }]);
  });

  test('a key called __proto__ is a key like any other', () => {
    const { text } = appendLines(
      emptyChain,
      [put(1, '__proto__', JSON.parse('{"__proto__":{"x":1},"a":1}'))],
      sha256,
    );
    const [entry] = verifyText(text, sha256).entries;
    expect(Object.keys(entry?.row as object)).toEqual(['__proto__', 'a']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
