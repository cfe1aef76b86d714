import type { Measure } from './text-measure';
import type { Segment } from './slip-words';

/** A line of text with its width in em. */
export type Line = { readonly runs: readonly Segment[]; readonly width: number };

/** `words` keeps Latin words and short bold stretches (a date) together; `anywhere` breaks between any two signs. */
export type BreakMode = 'words' | 'anywhere';

/** Stays on one line unless it is wider than a line. Widths are in em. */
type Piece = {
  readonly runs: readonly Segment[];
  readonly width: number;
  readonly space: boolean;
  /** Its single signs; worked out when a line is too narrow for the whole. */
  readonly signs: () => readonly Piece[];
};

/** A text taken apart and measured once, to be wrapped at many sizes. */
export type Prepared = {
  readonly pieces: readonly Piece[];
  readonly widthOf: (runs: readonly Segment[]) => number;
};

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const wordSign = /^[\p{L}\p{N}\p{M}'’._/#&@+:%*=-]+$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Longest bold stretch inside a sentence that is not broken, in UTF-16 units. */
const boldMost = 18;
/** May not begin a line. */
const closing = /^[，。、；：！？）》〉」』】〕”’…％·,.;:!?)\]}]$/u;
/** May not end a line. */
const opening = /^[（《〈「『【〔“‘([{]$/u;

function signsOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Takes a text apart into pieces and measures each. */
export function prepareText(
  segments: readonly Segment[],
  measure: Measure,
  mode: BreakMode,
  mono = false,
): Prepared {
  const widthOf = (runs: readonly Segment[]): number =>
    runs.reduce((sum, run) => sum + measure(run.text, { bold: run.bold, mono }), 0);
  const pieceOf = (runs: readonly Segment[], space: boolean): Piece => {
    let signs: readonly Piece[] | undefined;
    const split = (): readonly Piece[] =>
      runs.flatMap((run) => signsOf(run.text).map((text) => pieceOf([{ ...run, text }], false)));
    return { runs, width: widthOf(runs), space, signs: () => (signs ??= split()) };
  };
  const pieces = groupSigns(segments, mode).map(({ runs, space }) => pieceOf(mergeRuns(runs), space));
  return { pieces, widthOf };
}

type Group = { readonly runs: Segment[]; readonly space: boolean };

function groupSigns(segments: readonly Segment[], mode: BreakMode): Group[] {
  const groups: Group[] = [];
  let glueNext = false;
  let inWord = false;
  const add = (text: string, bold: boolean, glue: boolean): void => {
    const last = groups.at(-1);
    if (last === undefined || last.space || !glue) groups.push({ runs: [{ text, bold }], space: false });
    else last.runs.push({ text, bold });
  };
  for (const { text, bold } of segments) {
    if (bold && mode === 'words' && segments.length > 1 && text.length <= boldMost) {
      add(text, bold, glueNext);
      glueNext = false;
      inWord = false;
      continue;
    }
    for (const sign of signsOf(text)) {
      if (/^\s$/u.test(sign)) {
        groups.push({ runs: [{ text: sign, bold }], space: true });
        inWord = false;
        continue;
      }
      const word = mode === 'words' && wordSign.test(sign) && !eastAsian.test(sign);
      const glue = glueNext || (mode === 'words' && closing.test(sign)) || (word && inWord);
      add(sign, bold, glue);
      glueNext = mode === 'words' && opening.test(sign);
      inWord = word;
    }
  }
  return groups;
}

function mergeRuns(runs: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && last.bold === run.bold) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}

/**
 * Breaks a text into lines of at most `width` em. Blanks at the end of a line stay (they are not seen) but do not
 * count. No sign is lost.
 */
export function wrapText({ pieces }: Prepared, width: number): Line[] {
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
  const put = (piece: Piece): void => {
    if (!piece.space && runs.length > 0 && used + piece.width > width) finish();
    if (!piece.space && piece.width > width) {
      const signs = piece.signs();
      if (signs.length > 1) {
        for (const sign of signs) put(sign);
        return;
      }
    }
    runs.push(...piece.runs);
    used += piece.width;
    if (!piece.space) seen = used;
  };
  for (const piece of pieces) put(piece);
  finish();
  return lines;
}

/** A good place to end a line: after a part of the sentence. */
const pause = /[，。；：！？,.;:!?]\s*$/u;

/**
 * Like {@link wrapText}, but with lines of similar length, broken after a part of the sentence where that takes no
 * more lines: never a single sign on the last one.
 */
export function wrapEvenly(text: Prepared, width: number): Line[] {
  let even = wrapText(text, width);
  let atPause: Line[] | undefined;
  const pauses = (lines: readonly Line[]): boolean =>
    lines.slice(0, -1).every((line) => pause.test(line.runs.at(-1)?.text ?? ''));
  const most = even.length;
  if (most < 2) return even;
  for (let narrower = width; narrower > width / 2; narrower -= 0.5) {
    const lines = wrapText(text, narrower);
    if (lines.length > most) break;
    even = lines;
    if (pauses(lines)) atPause = lines;
  }
  return atPause ?? even;
}

/** Keeps at most `max` lines; the last one then ends in `…` and stays within `width` em. */
export function cutLines(
  lines: readonly Line[],
  max: number,
  width: number,
  { widthOf }: Prepared,
): { readonly lines: readonly Line[]; readonly cut: boolean } {
  const last = lines[max - 1];
  if (lines.length <= max || last === undefined) return { lines, cut: false };
  const bold = last.runs.at(-1)?.bold ?? false;
  const kept = signsOf(last.runs.map((run) => run.text).join(''));
  const ending = (): Segment[] => [{ text: `${kept.join('').trimEnd()}…`, bold }];
  while (kept.length > 0 && widthOf(ending()) > width) kept.pop();
  return { lines: [...lines.slice(0, max - 1), { runs: ending(), width: widthOf(ending()) }], cut: true };
}
