import type { OutboxRecord } from './records';
import { markTable } from '#shared/vault/journal';
import { objectTable, type ObjectRow, type RebuildOffer, type RebuildReport } from '#shared/vault/exchange';
import type { KeptReport } from '#shared/vault/kept';
import { ask, download } from '../platform/desktop';
import { currentCipher } from './cipher/current-cipher';
import { isSealed, type Row } from './cipher/row-cipher';
import { readLines } from './read-lines';

/** Changes the copy of the lost database had and the vault had not, in their order. */
export type KeptRows = {
  /** Whether a copy of this shop's database could be read. */
  readonly readable: boolean;
  readonly changes: readonly Change[];
};
type Change = OutboxRecord & { readonly seq: number };

/** @param above number of the newest change the vault has */
export async function readKeptRows(storeId: string, above: number): Promise<KeptRows> {
  const { readable, count, url } = await ask('readKeptChanges', storeId, above);
  if (count === 0) return { readable, changes: [] };
  const changes: Change[] = [];
  for await (const text of readLines(await download(url))) {
    const change = readChange(JSON.parse(text, readBytes) as Row);
    if (change !== null) changes.push(change);
  }
  return { readable, changes };
}

/** Null for marks of a full copy, and for what was sealed with a key that is not at hand. */
function readChange(stored: Row): Change | null {
  const change = openRow(stored);
  if (change === null) return null;
  const { seq, table, key, op } = change;
  if (typeof seq !== 'number' || typeof table !== 'string' || table === markTable) return null;
  return key === undefined || (op !== 'put' && op !== 'delete') ? null : (change as Change);
}

function openRow(stored: Row): Partial<Change> | null {
  try {
    if (isSealed(stored) && currentCipher() === null) return null;
    return (currentCipher()?.cipher.open('outbox', stored) ?? stored) as Partial<Change>;
  } catch {
    // Another key's, or altered: the others count all the same.
    return null;
  }
}

/** Bytes of a sealed row go over as text. */
function readBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  const { $bytes: bytes, ...rest } = value as { readonly $bytes: unknown };
  if (typeof bytes !== 'string' || Object.keys(rest).length > 0) return value;
  return Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
}

/** The files there are after these changes: those of the vault, and what came or went since. */
export function joinObjects(
  inVault: readonly ObjectRow[],
  changes: KeptRows['changes'],
): readonly ObjectRow[] {
  const objects = new Map(inVault.map((row) => [row.sha256, row]));
  for (const { table, key, op, row } of changes) {
    if (table !== objectTable) continue;
    if (op === 'put') objects.set(String(key), row as ObjectRow);
    else objects.delete(String(key));
  }
  return [...objects.values()];
}

/** What the report says of the copy; nothing where there was none and none was needed. */
export function tellKept(
  { readable }: KeptRows,
  came: KeptRows['changes'],
  { files, left }: KeptReport,
): Pick<RebuildReport, 'kept'> {
  if (!readable && files + left === 0) return {};
  const [from, to] = [came[0]?.time ?? null, came.at(-1)?.time ?? null];
  return { kept: { changes: came.length, from, to, files, left } };
}

/** Changes the database was known to have that neither vault nor copy gave back. */
export function tellBehind(
  { lastSeq, noted, writtenAt }: RebuildOffer,
  { changes }: KeptRows,
): Pick<RebuildReport, 'behind'> {
  const reached = Math.max(lastSeq, changes.at(-1)?.seq ?? 0);
  if (noted === null || noted.seq <= reached) return {};
  // A file's time says little when somebody touched the file, and a clock may have been put back.
  const since = changes.at(-1)?.time ?? writtenAt;
  const from = since !== null && since < noted.at ? since : null;
  return { behind: { changes: noted.seq - reached, from, to: noted.at } };
}
