/**
 * Tables that deliberately stay out of the vault; every other table, also one added tomorrow, is mirrored.
 * - `outbox`, `vaultState`: the mirror's own books.
 * - `thumbs`: derived from originals, made anew after a rebuild.
 * - `drafts`: change with every keystroke; what is not saved yet is not mirrored (it survives a crash, though not
 *   the loss of the database).
 * - `damages`: what was found damaged on this computer; the case's history says it, the bytes lie among the blobs.
 * - `staging`: rows of an archive that is being looked at.
 * - `likenesses`: derived from originals. `undo`: the steps back of one sitting.
 */
const leftOut: ReadonlySet<string> = new Set([
  'outbox',
  'vaultState',
  'thumbs',
  'drafts',
  'damages',
  'likenesses',
  'undo',
  'staging',
]);

/** Whether changes of a table go to the vault. */
export function isMirrored(table: string): boolean {
  return !leftOut.has(table);
}

/** A row as the journal takes it: bytes stay out, they travel by hash. */
export function toJournalRow(table: string, row: unknown): unknown {
  if (table !== 'blobs') return row;
  const { sha256, blob } = row as { readonly sha256: string; readonly blob: Blob };
  return { sha256, size: blob.size, mime: blob.type };
}
