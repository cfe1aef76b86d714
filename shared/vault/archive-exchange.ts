import { z } from 'zod';

/** What window and main tell each other to make and to read archives. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const counts = z.record(z.string().max(64), count);
const segment = z.string().min(1).max(255);

export const archiveBeginSchema = z.strictObject({
  /**
   * `archive`: where the seller says. `safety`: what is here before a restore, in the app's own folder. `zip`, `folder`:
   * a copy that is readable without this app.
   */
  purpose: z.enum(['archive', 'safety', 'zip', 'folder']),
  suggestedName: segment,
  /** Encrypts with age when given. */
  passphrase: z.string().min(1).max(1000).nullable(),
});
export type ArchiveBegin = z.infer<typeof archiveBeginSchema>;
export type ArchiveTicket = { readonly jobId: string; readonly fileName: string };

export const archiveObjectsSchema = z.array(z.strictObject({ sha256, size: count })).max(1000);
export type ArchiveObjects = z.infer<typeof archiveObjectsSchema>;

/** A text of the archive or export: `rows.jsonl`, `index.html`, `data/cases.jsonl`. */
export const archiveTextNameSchema = z.string().regex(/^(?:data\/)?[a-zA-Z]{1,64}\.(?:jsonl|html|txt)$/);

export const archiveFinishSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('archive'),
    storeId: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    schema: z.number().int().min(1),
    counts,
    objects: z.array(z.strictObject({ sha256, size: count })).max(1_000_000),
    missing: z.array(sha256).max(1_000_000),
  }),
  z.strictObject({
    kind: z.literal('export'),
    /** Originals by buyer: `files/<folder>/<name>`. */
    files: z.array(z.strictObject({ folder: segment, name: segment, sha256, size: count })).max(1_000_000),
  }),
]);
export type ArchiveFinish = z.infer<typeof archiveFinishSchema>;

/** What stands on the disk now, read back and compared. Sizes in bytes. */
export type ArchiveReport = {
  readonly fileName: string;
  readonly size: number;
  readonly files: number;
  readonly missing: number;
  readonly encrypted: boolean;
};

export type ArchivePick = {
  readonly jobId: string;
  readonly fileName: string;
  readonly size: number;
  readonly encrypted: boolean;
  /** What opens it is the passphrase or code of the app lock it was made under, which is not the one of now. */
  readonly byLock?: boolean;
};

/** A checked archive: every part read and compared with its hash. `rowsUrl` streams its JSON lines once. */
export type ArchiveFacts = {
  readonly createdAt: string;
  readonly storeId: string;
  readonly schema: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: number;
  readonly fileBytes: number;
  readonly missing: readonly string[];
  readonly rowsUrl: string;
};

/** The copy made before the last restore. */
export type SafetyArchive = { readonly fileName: string; readonly size: number; readonly at: number };

/** How far a job of main has come, in bytes. */
export type ArchiveProgress = {
  readonly jobId: string;
  readonly phase: 'packing' | 'verifying' | 'decrypting' | 'checking';
  readonly done: number;
  readonly total: number;
};
