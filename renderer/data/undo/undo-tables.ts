/**
 * How the tables take part in undo. Every table that is not named here, also one added tomorrow, is noted and makes a
 * step of its own.
 */

/** Never noted: books of the app itself, things made again by themselves, bytes, and running numbers (never reused). */
const leftOut: ReadonlySet<string> = new Set([
  'outbox',
  'vaultState',
  'thumbs',
  'drafts',
  'likenesses',
  'staging',
  'damages',
  'undo',
  'blobs',
  'events',
  'counters',
  'buyerFolders',
  'scriptUses',
]);

/** Noted beside something else; alone they are the app's own work (an alarm that rang, a file that came in). */
const companions: ReadonlySet<string> = new Set(['settings', 'reminders', 'deadlines', 'inbox']);

/** Computed from cases: put back as they were, and brought in line with the present afterwards. */
const derived: ReadonlySet<string> = new Set(['reminders', 'deadlines']);

export function isNoted(table: string): boolean {
  return !leftOut.has(table);
}

export function isCompanion(table: string): boolean {
  return companions.has(table);
}

export function isDerived(table: string): boolean {
  return derived.has(table);
}
