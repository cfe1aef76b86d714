import type { Measure } from './text-measure';
import type { Segment } from './slip-words';

/** A line of text with its width in em. */
export type Line = { readonly runs: readonly Segment[]; readonly width: number };

/** `words` keeps Latin words and short bold stretches (a date) together; `anywhere` breaks between any two signs. */
export type BreakMode = 'words' | 'anywhere';

type Unit = { runs: Segment[]; space: boolean };

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const wordSign = /^[\p{L}\p{N}\p{M}'’._/#&@+:%*=-]+$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Longest bold stretch inside a sentence that is not broken, in UTF-16 units. */
const boldMost = 18;
/** May not begin a line. */
const closing = /^[，。、；：！？）》〉」』】〕”’…％·,.;:!?)\]}]$/u;
/** May not end a line. */
const opening = /^[（《〈「『【〔“‘([{]$/u;

/** Splits text into pieces that stay on one line. */
function unitsOf(segments: readonly Segment[], mode: BreakMode): Unit[] {
  const units: Unit[] = [];
  let glueNext = false;
  let inWord = false;
  const add = (text: string, bold: boolean, glue: boolean): void => {
    const last = units.at(-1);
    if (last === undefined || last.space || !glue) units.push({ runs: [{ text, bold }], space: false });
    else last.runs.push({ text, bold });
  };
  for (const { text, bold } of segments) {
    if (bold && mode === 'words' && segments.length > 1 && text.length <= boldMost) {
      add(text, bold, glueNext);
      glueNext = false;
      inWord = false;
      continue;
    }
    for (const { segment } of graphemes.segment(text)) {
      if (/^\s$/u.test(segment)) {
        units.push({ runs: [{ text: segment, bold }], space: true });
        inWord = false;
        continue;
      }
      const word = mode === 'words' && wordSign.test(segment) && !eastAsian.test(segment);
      const glue = glueNext || (mode === 'words' && closing.test(segment)) || (word && inWord);
      add(segment, bold, glue);
      glueNext = mode === 'words' && opening.test(segment);
      inWord = word;
    }
  }
  return units.map((unit) => ({ ...unit, runs: mergeRuns(unit.runs) }));
}

function mergeRuns(runs: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && last.bold === run.bold)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

/**
 * Breaks text into lines of at most `width` em. Blanks at the end of a line stay (they are not seen) but do not
 * count. No sign is lost.
 */
export function wrapText(
  segments: readonly Segment[],
  width: number,
  measure: Measure,
  mode: BreakMode,
  mono = false,
): Line[] {
  const widthOf = (runs: readonly Segment[]): number =>
    runs.reduce((sum, run) => sum + measure(run.text, { bold: run.bold, mono }), 0);
  const lines: Line[] = [];
  let runs: Segment[] = [];
  let used = 0;
  let seen = 0;
  const finish = (): void => {
    if (runs.length > 0) lines.push({ runs: mergeRuns(runs), width: seen });
    runs = [];
    used = 0;
    seen = 0;
  };
  const put = (unit: Unit): void => {
    const size = widthOf(unit.runs);
    if (!unit.space && runs.length > 0 && used + size > width) finish();
    if (!unit.space && size > width && unit.runs.some((run) => signs(run.text).length > 1)) {
      for (const run of unit.runs) {
        for (const text of signs(run.text)) put({ runs: [{ text, bold: run.bold }], space: false });
      }
      return;
    }
    runs.push(...unit.runs);
    used += size;
    if (!unit.space) seen = used;
  };
  for (const unit of unitsOf(segments, mode)) put(unit);
  finish();
  return lines;
}

function signs(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Keeps at most `max` lines; the last one then ends in `…` and stays within `width` em. */
export function cutLines(
  lines: readonly Line[],
  max: number,
  width: number,
  measure: Measure,
  mono = false,
): { readonly lines: readonly Line[]; readonly cut: boolean } {
  const last = lines[max - 1];
  if (lines.length <= max || last === undefined) return { lines, cut: false };
  const bold = last.runs.at(-1)?.bold ?? false;
  const kept = signs(last.runs.map((run) => run.text).join(''));
  const text = (): string => `${kept.join('').trimEnd()}…`;
  while (kept.length > 0 && measure(text(), { bold, mono }) > width) kept.pop();
  const end: Line = { runs: [{ text: text(), bold }], width: measure(text(), { bold, mono }) };
  return { lines: [...lines.slice(0, max - 1), end], cut: true };
}
