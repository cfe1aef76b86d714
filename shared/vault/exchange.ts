import { z } from 'zod';

/** What window and main tell each other about database and vault. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.number().int().min(0);
const storeId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const counts = z.record(z.string().max(64), z.number().int().min(0));

/** How far the database has come, as the window sees it. */
export const storeFactsSchema = z.strictObject({
  /** Made once per database: a database made anew has another one. */
  storeId,
  schema: z.number().int().min(1),
  /** Number of the newest change ever written here. */
  headSeq: seq,
  /** Rows per table; empty when only the number is told. */
  counts,
});
export type StoreFacts = z.infer<typeof storeFactsSchema>;

/**
 * Why the app must not simply go on: the database is `empty` (or was made anew), `older` than what was known, its files
 * were `damaged` before it was opened, or the computer knows only the vault (`vaultOnly`: another machine, a new
 * profile).
 */
export type RescueReason = 'empty' | 'older' | 'damaged' | 'vaultOnly';
export type StoreAnswer =
  | {
      readonly mode: 'normal';
      /** Files of evidence or thumbnails are missing or shorter than at the last orderly end. */
      readonly filesShort?: true;
    }
  | {
      readonly mode: 'rescue';
      readonly reason: RescueReason;
      /** What was there before, as last noted; null when only the vault knows. */
      readonly expected: Readonly<Record<string, number>> | null;
      readonly found: Readonly<Record<string, number>>;
      /** When the last note was taken, epoch ms. */
      readonly notedAt: number | null;
      /** Whether the damaged database was copied aside before it was opened. */
      readonly keptAside: boolean;
      readonly vault: OwnVaultStatus;
      /** Whether that vault is another shop's than the one that was here. */
      readonly foreign: boolean;
      /** Where a second vault can give the shop back, null when there is none here. */
      readonly backupFolder: string | null;
    };

export const vaultObjectRequestSchema = z.strictObject({
  storeId,
  /** Number of the newest change the vault has confirmed, as the window remembers. */
  acked: seq,
  objects: z.array(z.strictObject({ sha256, size: z.number().int().min(0) })).max(1000),
});
export type VaultObjectRequest = z.infer<typeof vaultObjectRequestSchema>;

export type VaultOffer = {
  readonly lastSeq: number;
  /** True when the vault is new or has a gap: everything has to be written into it once more. */
  readonly needsBaseline: boolean;
  readonly uploads: readonly { readonly sha256: string; readonly url: string }[];
};

const key = z.union([z.string().max(1000), z.number(), z.array(z.union([z.string().max(1000), z.number()]))]);

export const appendRequestSchema = z.strictObject({
  storeId,
  entries: z
    .array(
      z.strictObject({
        seq: seq.min(1),
        time: z.number().int(),
        table: z.string().min(1).max(64),
        key,
        op: z.enum(['put', 'delete']),
        /** JSON text of the row, null for a deleted one. */
        row: z.string().max(64_000_000).nullable(),
      }),
    )
    .max(5000),
});
export type AppendRequest = z.infer<typeof appendRequestSchema>;
export type AppendResult = { readonly lastSeq: number };

/**
 * Why a vault cannot be written: not there or its disk gone (ENOENT, EIO), full (ENOSPC), write-protected (EROFS,
 * EACCES), held by another program (EBUSY, EPERM), or another shop's (`foreign`).
 */
export const vaultTroubles = ['missing', 'full', 'readOnly', 'locked', 'foreign', 'failed'] as const;
export type VaultTrouble = (typeof vaultTroubles)[number];

export type VaultStatus = {
  /** Where it lies, for the seller to read. */
  readonly folder: string;
  readonly trouble: VaultTrouble | null;
  /** Number of the newest change in the journal, 0 when there is none. */
  readonly lastSeq: number;
  readonly freeBytes: number | null;
  readonly verified: VerifyReport | null;
  readonly backup: BackupStatus;
  /** The last trial of a rebuild, null before the first. */
  readonly drill: DrillReport | null;
  readonly upkeep: UpkeepStatus;
};

/** What the first vault alone can tell. */
export type OwnVaultStatus = Omit<VaultStatus, 'backup' | 'drill' | 'upkeep'>;

/** The second vault: another disk, a stick, a synced folder. Times are epoch ms. */
export type BackupStatus = {
  /** Null: none was chosen. */
  readonly folder: string | null;
  readonly trouble: VaultTrouble | null;
  /** When it last had everything, read back and checked; null before the first time. */
  readonly at: number | null;
  /** Number of the newest change in it. */
  readonly seq: number;
  readonly snapshots: number;
  /** Files the vault could not give it, because they are damaged or gone there too. */
  readonly missing: number;
  readonly freeBytes: number | null;
  /** It lies on the vault's own disk: when that breaks, both are gone. */
  readonly sameDisk: boolean;
  /** Older than a day: to be shown in red. */
  readonly stale: boolean;
};

/** What runs in the background now, and whether the seller has stopped it for a while. */
export const upkeepJobs = ['seal', 'snapshot', 'backup', 'verify', 'drill'] as const;
export type UpkeepJob = (typeof upkeepJobs)[number];
export type UpkeepStatus = {
  readonly job: UpkeepJob | null;
  /** Bytes or steps; `total` 0 when it is not known yet. */
  readonly done: number;
  readonly total: number;
  readonly paused: boolean;
};

/** Why a trial of the rebuild did not pass. */
export const drillProblems = [
  'nothing',
  'notWhole',
  'badSnapshots',
  'rowsDiffer',
  'countsDiffer',
  'badFiles',
] as const;
export type DrillProblem = (typeof drillProblems)[number];

/**
 * Result of a trial (issue 3): everything a rebuild would need was really read and compared, nothing was changed. It
 * passed when there are no problems.
 */
export const drillReportSchema = z.strictObject({
  at: z.number(),
  seq: z.number(),
  rows: z.number(),
  /** Files read back, of those there are. */
  files: z.number(),
  allFiles: z.number(),
  bytes: z.number(),
  /** Whether files of the second vault were among them. */
  withBackup: z.boolean(),
  problems: z.array(z.strictObject({ kind: z.enum(drillProblems), count: z.number() })),
});
export type DrillReport = z.infer<typeof drillReportSchema>;

/** Result of reading the whole vault again. Times are epoch ms. */
export const verifyReportSchema = z.strictObject({
  at: z.number(),
  lines: z.number(),
  objects: z.number(),
  bytes: z.number(),
  /** `file:line` of every line that is not what was written. */
  badLines: z.array(z.string()),
  /** Snapshots that are not what was written; the ones before them stand in. */
  badSnapshots: z.array(z.string()).default([]),
  /** Files whose bytes are not what their name says. */
  badObjects: z.array(z.string()),
  /** Files the journal names and the vault does not have. */
  missingObjects: z.array(z.string()),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

/** What the vault can give back. `rowsUrl` streams JSON lines: `{table, key, row}`, row null when deleted. */
export type RebuildOffer = {
  readonly storeId: string;
  readonly lastSeq: number;
  readonly complete: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly badLines: readonly string[];
  /** When the vault was last written, and how far the database had come when last noted (epoch ms); null when unknown. */
  readonly writtenAt: number | null;
  readonly noted: { readonly seq: number; readonly at: number } | null;
  /** Whether rows come from the second vault, because the first is gone or older. */
  readonly fromBackup: boolean;
  readonly rowsUrl: string;
};

export const rebuildReportSchema = z.strictObject({
  rows: counts,
  files: z.number().int().min(0),
  bytes: z.number().int().min(0),
  missingRows: counts,
  missingFiles: z.array(z.string().max(300)).max(100_000),
  badLines: z.array(z.string().max(300)).max(100_000),
  /** What came out of the copy kept of the lost database; missing where there was none. */
  kept: z
    .strictObject({
      /** Confirmed changes that had not come to the vault; epoch ms of the first and last, null when none. */
      changes: z.number().int().min(0),
      from: z.number().nullable(),
      to: z.number().nullable(),
      /** Files that came into the inbox, because nothing says where they belong. */
      files: z.number().int().min(0),
      /** Files that could not be kept yet. */
      left: z.number().int().min(0),
    })
    .optional(),
  /** Changes that are in neither vault nor copy, as far as known, and between when they were made (epoch ms). */
  behind: z
    .strictObject({ changes: z.number().int().min(1), from: z.number().nullable(), to: z.number() })
    .optional(),
});
/** What came back and what did not: rows per table, files by name. */
export type RebuildReport = z.infer<typeof rebuildReportSchema>;

/** A file's row as it stands in the journal; its bytes lie under `objects/`. */
export type ObjectRow = {
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
  /** The bytes could no longer be read when they were to be mirrored. */
  readonly lost?: true;
};
export const objectTable = 'blobs';
