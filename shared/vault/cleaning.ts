/** What cleaning the vault removed: everything that only old lines named. */
export type VaultCleaning = {
  /** Journal files and snapshots that held old rows. */
  readonly files: number;
  /** Originals no row points at any more. */
  readonly objects: number;
  readonly bytes: number;
  /** Copies of databases that were set aside by a rescue. */
  readonly rescued: number;
  /** Folders beside the vault that hold older vaults; they are left alone and named. */
  readonly otherVaults: number;
  /** There is a second vault, and it was left alone. */
  readonly backup: boolean;
};

/** Places where files may still hold what was deleted from the database. */
export const tracePlaces = [
  'database',
  'databaseFiles',
  'vaultJournal',
  'vaultSnapshots',
  'vaultObjects',
  'backup',
  'otherVaults',
  'rescued',
  'alarms',
  'logs',
  'crashReports',
  'browser',
  'other',
] as const;
export type TracePlace = (typeof tracePlaces)[number];

/** Files that hold one of the words, per place; only places that have some. */
export type TraceReport = {
  readonly found: Readonly<Partial<Record<TracePlace, number>>>;
  /** How much was read. */
  readonly files: number;
  readonly bytes: number;
};
