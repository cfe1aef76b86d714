/** Of a sheet of A4 with its margins, in CSS pixels as the paper page draws it. */
const lineHeight = 21;
const rowPadding = 9;

/** Lines a text takes in a column of so many Chinese signs; Latin letters are half as wide. */
export function linesOf(text: string, perLine: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) width += (sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.58 : 1;
  return width;
}

/** How many of these rows, each so many lines high, fit into so many pixels. */
export function rowsThatFit(lines: readonly number[], pixels: number): number {
  let left = pixels;
  let count = 0;
  for (const many of lines) {
    left -= many * lineHeight + rowPadding;
    if (left < 0) break;
    count += 1;
  }
  return count;
}

/** Pixels that a paragraph of so many lines takes. */
export function paragraph(lines: number): number {
  return lines * lineHeight + 10;
}
