import { readVarint } from './snappy';

/** One change of one key, as the browser's store (LevelDB) notes it; `value` is null for a removal. */
export type StoreChange = {
  readonly key: Buffer;
  readonly value: Buffer | null;
  /** Later changes have larger numbers, over all files of a store. */
  readonly order: bigint;
};

const headBytes = 7;
/** The store fills blocks of 32 kB, and leaves up to six bytes at their end empty. */
const mostPart = 32 * 1024 - headBytes;
const mostEmpty = 6;
/** Records are whole, or come in a first, middle and last part. */
const part = { whole: 1, first: 2, middle: 3, last: 4 } as const;
/** Bytes whose checksum is looked at in vain before a file is given up: one that was made to keep us busy. */
const mostInVain = 512 * 1024 * 1024;

/**
 * The changes in a log file of the browser's store (LevelDB, `.log`), in their order. What was torn off at its end, and
 * what cannot be read in between, is left out. After a write that failed (a full disk) the browser goes on behind the torn
 * record and no longer keeps to its blocks, and would not find these changes itself: so a record is looked for at every
 * byte, and known by its checksum. Reads only what it is given.
 */
export function* logChanges(file: Buffer): Generator<StoreChange> {
  for (const batch of batches(file)) yield* changesOf(batch);
}

function* batches(file: Buffer): Generator<Buffer> {
  let parts: Buffer[] | null = null;
  let [end, inVain] = [0, 0];
  for (let at = 0; at + headBytes <= file.length && inVain < mostInVain;) {
    const kind = file[at + 6] ?? 0;
    const size = file.readUInt16LE(at + 4);
    const next = at + headBytes + size;
    const fits = kind >= part.whole && kind <= part.last && size <= mostPart && next <= file.length;
    if (!fits || unmask(file.readUInt32LE(at)) !== crc32c(file.subarray(at + 6, next))) {
      if (fits) inVain += size;
      at += 1;
      continue;
    }
    if (at > end + mostEmpty) parts = null;
    const bytes = file.subarray(at + headBytes, next);
    [at, end] = [next, next];
    if (kind === part.whole) {
      parts = null;
      yield bytes;
    } else if (kind === part.first) parts = [bytes];
    else if (parts !== null) {
      parts.push(bytes);
      if (kind !== part.last) continue;
      yield Buffer.concat(parts);
      parts = null;
    }
  }
}

/** Checksums are turned and moved before they are stored. */
function unmask(stored: number): number {
  const moved = (stored - 0xa282ead8) >>> 0;
  return ((moved >>> 17) | (moved << 15)) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_none, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}

/** A batch: the number of its first change, how many there are, then each with its key and, if it has one, its value. */
function* changesOf(batch: Buffer): Generator<StoreChange> {
  if (batch.length < 12) return;
  const first = batch.readBigUInt64LE(0);
  const count = batch.readUInt32LE(8);
  let at = 12;
  for (let index = 0; index < count && at < batch.length; index += 1) {
    const isPut = batch[at] === 1;
    const key = readSized(batch, at + 1);
    const value = key === null || !isPut ? null : readSized(batch, key.next);
    if (key === null || (isPut && value === null)) return;
    yield { key: key.bytes, value: value?.bytes ?? null, order: first + BigInt(index) };
    at = value?.next ?? key.next;
  }
}

/** Bytes behind their length; null where there are fewer. */
export function readSized(
  bytes: Buffer,
  at: number,
): { readonly bytes: Buffer; readonly next: number } | null {
  const size = readVarint(bytes, at);
  if (size === null || size.next + size.value > bytes.length) return null;
  return { bytes: bytes.subarray(size.next, size.next + size.value), next: size.next + size.value };
}
