import { maskText } from '#shared/domain/mask';

/** What the sheet of paper takes in one cell. */
const cellMost = 3900;

/** A text of the seller's for paper: masked, and not longer than a cell. */
export function clean(text: string): string {
  return maskText(text).slice(0, cellMost);
}
