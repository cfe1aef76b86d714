import { maskText } from '#shared/domain/mask';

/** What the sheet of paper takes in one cell, and in a title or heading. */
const cellMost = 3900;
const titleMost = 280;

/** A text of the seller's for paper: masked, and not longer than a cell. */
export function clean(text: string): string {
  return maskText(text).slice(0, cellMost);
}

/** The same for a title. */
export function cleanTitle(text: string): string {
  return maskText(text).slice(0, titleMost);
}
