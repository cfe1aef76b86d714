import { AppError } from '#shared/errors';
import { readMark } from '#shared/vault/journal';
import { objectTable, type AppendRequest, type ObjectRow, type VaultOffer } from '#shared/vault/exchange';
import { ask, upload } from '../../platform/desktop';
import {
  acknowledge,
  ackedSeq,
  copiedSeq,
  enqueueBaseline,
  readBytes,
  readPending,
  storeId,
  type PendingChange,
} from './outbox-repository';

/** Rows, characters and files that go to the vault in one round: few messages, and none of them large. */
export const limits = { rows: 500, characters: 1_000_000, files: 20 };

type Entry = AppendRequest['entries'][number];
type Batch = { readonly entries: readonly Entry[]; readonly objects: readonly ObjectRow[] };

/**
 * Brings the oldest changes to the vault: first the bytes they name, then the lines, and only when both are on the
 * vault's disk they are forgotten here. Broken off anywhere and repeated, it changes nothing.
 * @returns how many changes went over; 0 when there is nothing left
 * @throws AppError when the vault cannot take them now
 */
export async function drainOnce(stop: AbortSignal): Promise<number> {
  const pending = await readPending(limits.rows);
  const [id, acked, copied] = await Promise.all([storeId(), ackedSeq(), copiedSeq()]);
  const { entries, objects } = cutBatch(pending);
  const offer = await ask('vaultOffer', {
    storeId: id,
    acked,
    objects: objects.map(({ sha256, size }) => ({ sha256, size })),
  });
  if (offer.needsBaseline) {
    const first = pending[0];
    const begins = first !== undefined && readMark({ ...first, seq: first.seq })?.baseline === 'begun';
    const underWay = copied > offer.lastSeq && (acked <= offer.lastSeq || begins);
    if (!underWay) {
      await enqueueBaseline(stop);
      return 1;
    }
  }
  if (entries.length === 0) return 0;
  const lost = await sendAll(offer.uploads, stop);
  if (stop.aborted) return 0;
  const { lastSeq } = await ask('vaultAppend', {
    storeId: id,
    entries: entries.map((entry) => markLost(entry, lost)),
  });
  const sent = entries.filter(({ seq }) => seq <= lastSeq);
  await acknowledge(sent.at(-1)?.seq ?? 0);
  return sent.length;
}

/** Files on their way at the same time: while one waits for the disk to confirm, the others are read and hashed. */
const uploadsAtOnce = 4;

/**
 * Streams files to the vault, several at a time. After a failure no other one is begun, and those on their way are
 * waited for: nothing runs on behind the caller's back.
 * @returns those whose right bytes are no longer here
 * @throws what the first failed upload threw
 */
export async function sendAll(
  uploads: VaultOffer['uploads'],
  stop: AbortSignal,
  read: (sha256: string) => Promise<Blob | null> = readBytes,
): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  const waiting = [...uploads];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      if (stop.aborted || failures.length > 0) return;
      try {
        const bytes = await read(one.sha256).catch(() => null);
        if (bytes === null || !(await isReadable(bytes)) || !(await send(one.url, bytes)))
          lost.add(one.sha256);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, work));
  if (failures.length > 0) throw failures[0];
  return lost;
}

function cutBatch(pending: readonly PendingChange[]): Batch {
  const entries: Entry[] = [];
  const objects = new Map<string, ObjectRow>();
  let characters = 0;
  for (const { seq, time, table, key, op, row } of pending) {
    const text = op === 'put' ? JSON.stringify(row) : null;
    const isFile = table === objectTable && op === 'put';
    characters += text?.length ?? 0;
    const full = characters > limits.characters || (isFile && objects.size >= limits.files);
    if (full && entries.length > 0) break;
    entries.push({ seq, time, table, key: Array.isArray(key) ? [...key] : (key as string), op, row: text });
    if (isFile) objects.set((row as ObjectRow).sha256, row as ObjectRow);
  }
  return { entries, objects: [...objects.values()] };
}

/** @returns false when the bytes stored here are no longer what their name says, as the vault found out */
async function send(url: string, bytes: Blob): Promise<boolean> {
  try {
    await upload(url, bytes);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'hashMismatch') return false;
    throw error;
  }
}

/** A file that IndexedDB has lost still has its size, and fails only when read. */
async function isReadable(bytes: Blob): Promise<boolean> {
  try {
    await bytes.slice(Math.max(0, bytes.size - 1)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Bytes that cannot be read any more must not keep everything after them out of the vault. */
function markLost(entry: Entry, lost: ReadonlySet<string>): Entry {
  if (entry.table !== objectTable || entry.row === null) return entry;
  const row = JSON.parse(entry.row) as ObjectRow;
  return lost.has(row.sha256) ? { ...entry, row: JSON.stringify({ ...row, lost: true }) } : entry;
}
