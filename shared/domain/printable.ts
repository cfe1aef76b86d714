const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g;

/**
 * A value as it may be printed, or shown outside the app: one line, and without the invisible marks that turn text around: with U+202E before
 * it, `gpj` would be read as `jpg` on paper.
 */
export function printable(text: string): string {
  return text.replace(directionMarks, '').replace(controls, ' ').trim();
}
