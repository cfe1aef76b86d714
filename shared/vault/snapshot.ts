import { z } from 'zod';
import type { JournalKey } from './journal';

/**
 * A snapshot: every row as the journal left it at one place, gzipped JSON lines in one file that is never changed. The
 * first line says whose it is and where in the journal's chain it stands, the last one holds the hash of all bytes
 * before it. With it the journal before that place is not needed any more.
 */
export const snapshotFormat = 'liudi-snapshot';

/** `migration`: before newer code changes older data; kept longer. `manual`: the seller asked for it. */
export const snapshotReasons = ['routine', 'manual', 'migration'] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

export const snapshotHeaderSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  version: z.literal(1),
  storeId: z.string(),
  /** Of the database whose rows these are; null when its rows do not say. */
  schema: z.number().int().nullable(),
  /** Number of the newest change in it, and that line's hash: the journal goes on from there. */
  seq: z.number().int().min(0),
  chainHash: z.string(),
  /** Epoch ms by the computer's clock; order is told by `seq`. */
  takenAt: z.number(),
  reason: z.enum(snapshotReasons),
  /** Content hash of the snapshot before it, null when there was none. */
  previous: z.string().nullable(),
});
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>;

export const snapshotFooterSchema = z.strictObject({
  /** Rows per table, deleted ones not counted. */
  counts: z.record(z.string(), z.number()),
  /** Files the rows name, and their bytes. */
  objects: z.number(),
  objectBytes: z.number(),
  /** SHA-256 of every line before this one with its line break. */
  sha256: z.string(),
});
export type SnapshotFooter = z.infer<typeof snapshotFooterSchema>;

/** One row; null when it was deleted, then `time` says when (epoch ms), so that it can be forgotten one day. */
export type SnapshotRow = {
  readonly table: string;
  readonly key: JournalKey;
  readonly row: unknown;
  readonly time?: number;
  /** With the app lock on, a deleted row's key as the journal seals it; `key` is empty then. */
  readonly sealed?: unknown;
};

/** How long a snapshot remembers that a row was deleted: an older database that comes back must not bring it along. */
export const tombstoneMs = 90 * 24 * 60 * 60 * 1000;

/** What a snapshot's file name tells without opening it. */
export type SnapshotName = {
  readonly name: string;
  readonly seq: number;
  readonly takenAt: number;
  readonly reason: SnapshotReason;
  readonly rows: number;
};

const pattern = /^(\d{12})-(\d{13})-(routine|manual|migration)-(\d+)\.jsonl\.gz$/;

/** `000000001234-1763773200000-routine-5021.jsonl.gz`: place in the journal, time, reason, rows. */
export function formatSnapshotName({ seq, takenAt, reason, rows }: Omit<SnapshotName, 'name'>): string {
  return `${String(seq).padStart(12, '0')}-${String(takenAt).padStart(13, '0')}-${reason}-${rows}.jsonl.gz`;
}

/** What a name says, or null when it is no snapshot's. */
export function readSnapshotName(name: string): SnapshotName | null {
  const [, seq, takenAt, reason, rows] = pattern.exec(name) ?? [];
  if (reason === undefined) return null;
  return {
    name,
    seq: Number(seq),
    takenAt: Number(takenAt),
    reason: reason as SnapshotReason,
    rows: Number(rows),
  };
}

/** Newest first, by place in the journal: a clock that was set back changes nothing. */
export function byNewest(a: SnapshotName, b: SnapshotName): number {
  return b.seq - a.seq || b.takenAt - a.takenAt;
}
