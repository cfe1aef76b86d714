import { z } from 'zod';

/**
 * The `.liudi` archive: a zip with `rows.jsonl` (every row of every mirrored table), `objects/ab/abcd…` (the originals,
 * stored as they are) and, last, `manifest.json`, which names everything by SHA-256. docs/archive-format.md tells it to
 * somebody without this program. Pure values: files belong to electron/main/archive.
 */
export const archiveFormat = 'liudi-archive';
export const archiveVersion = 1;
export const archiveEnding = '.liudi';
export const archiveNames = { manifest: 'manifest.json', rows: 'rows.jsonl', objects: 'objects' } as const;

/** What an archive may ask of this computer. Ours stay far below; one that does not is no archive of ours. */
export const archiveLimits = {
  manifestBytes: 256 * 1024 ** 2,
  rowsBytes: 8 * 1024 ** 3,
  /** Text compresses ten to thirty times; a bomb a thousand times. Counts above `freeBytes`. */
  ratio: 200,
  freeBytes: 16 * 1024 ** 2,
  lineCharacters: 16 * 1024 ** 2,
  parts: 1_000_000,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const archiveManifestSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  /** Identity of the database it was made from. */
  storeId: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  /** Schema number of the rows. */
  schema: z.number().int().min(1),
  /** Rows per table. */
  counts: z.record(z.string().max(64), count),
  rows: z.object({ sha256, size: count }),
  objects: z.array(z.object({ sha256, size: count })).max(archiveLimits.parts),
  /** Originals the rows name and that could not be read any more when the archive was made. */
  missing: z.array(sha256).max(archiveLimits.parts),
});
export type ArchiveManifest = z.infer<typeof archiveManifestSchema>;

/** Where an original lies in the archive. */
export function objectName(hash: string): string {
  return `${archiveNames.objects}/${hash.slice(0, 2)}/${hash}`;
}

/** The hash a part's name stands for; null when it is no name of an original. */
export function hashOfName(name: string): string | null {
  return /^objects\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/.exec(name)?.[2] ?? null;
}

/** One line of `rows.jsonl`. */
export type ArchiveLine = {
  readonly table: string;
  readonly key: string | number | readonly (string | number)[];
  readonly row: Readonly<Record<string, unknown>>;
};

const keySchema = z.union([
  z.string().max(1000),
  z.number(),
  z.array(z.union([z.string().max(1000), z.number()])).max(10),
]);
const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const instant = z.number();
/** One name, never a path: these become files again when evidence is exported. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  // eslint-disable-next-line no-control-regex
  .regex(/^(?!\.{1,2}$)[^/\\\u0000-\u001f]+$/);

/** What the app relies on in the rows that everything else hangs on; further fields are taken as they are. */
const rowSchemas: Readonly<Record<string, z.ZodType>> = {
  cases: z.looseObject({
    id,
    caseNo: z.string().regex(/^\d{8}-\d{3,}$/),
    buyerId: z.string().max(500),
    status: z.enum(['open', 'closed']),
    createdAt: instant,
    updatedAt: instant,
    nextSort: z.number(),
  }),
  events: z.looseObject({
    id,
    caseId: id,
    seq: z.number().int().min(1),
    at: instant,
    kind: z.string().max(64),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    prevHash: z.string().max(64),
    hash: sha256,
  }),
  evidence: z.looseObject({
    id,
    caseId: id,
    sha256,
    size: count,
    fileName,
    folder: fileName,
    nameKey: z.string().max(500),
    receivedAt: instant,
  }),
  blobs: z.looseObject({ sha256, size: count, mime: z.string().max(200) }),
  buyerFolders: z.looseObject({
    buyerId: z.string().max(500),
    folder: fileName,
    folderKey: z.string().max(500),
  }),
};

/**
 * Reads one line of rows as hostile text.
 * @returns null when it is not a row as this app writes them
 */
export function readArchiveLine(text: string): ArchiveLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isPlain(value) || hasForbiddenKey(value)) return null;
  const { table, key, row } = value;
  if (typeof table !== 'string' || !/^[a-zA-Z]{1,64}$/.test(table)) return null;
  if (!keySchema.safeParse(key).success || !isPlain(row)) return null;
  if (rowSchemas[table]?.safeParse(row).success === false) return null;
  return { table, key: key as ArchiveLine['key'], row };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys no row of ours has; merged somewhere, they would change every object of the app. Walks without recursion. */
export function hasForbiddenKey(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    for (const key of Object.keys(one)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return true;
      waiting.push((one as Record<string, unknown>)[key]);
    }
  }
  return false;
}
