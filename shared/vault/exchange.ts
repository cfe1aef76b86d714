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
  | { readonly mode: 'normal' }
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
      readonly vault: VaultStatus;
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

/** Why the vault cannot be written. `foreign`: the folder holds another shop's vault. */
export type VaultTrouble = 'missing' | 'full' | 'readOnly' | 'foreign' | 'failed';

export type VaultStatus = {
  /** Where it lies, for the seller to read. */
  readonly folder: string;
  readonly trouble: VaultTrouble | null;
  /** Number of the newest change in the journal, 0 when there is none. */
  readonly lastSeq: number;
  readonly freeBytes: number | null;
  readonly verified: VerifyReport | null;
};

/** Result of reading the whole vault again. Times are epoch ms. */
export const verifyReportSchema = z.strictObject({
  at: z.number(),
  lines: z.number(),
  objects: z.number(),
  bytes: z.number(),
  /** `file:line` of every line that is not what was written. */
  badLines: z.array(z.string()),
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
  readonly rowsUrl: string;
};

export const rebuildReportSchema = z.strictObject({
  rows: counts,
  files: z.number().int().min(0),
  bytes: z.number().int().min(0),
  missingRows: counts,
  missingFiles: z.array(z.string().max(300)).max(100_000),
  badLines: z.array(z.string().max(300)).max(100_000),
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
