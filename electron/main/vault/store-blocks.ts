import { readVarint, unsnappy } from './snappy';

/** At the end of a table file: two places and a mark. */
const footerBytes = 48;
/** Behind each block: how it is packed, and its checksum. */
const trailerBytes = 5;
/** Blink packs large values by themselves, behind a few bytes that say so. */
const mostHead = 8;

/**
 * Everything a table file of the browser's store (LevelDB, `.ldb`) holds, unpacked: keys, values, and values that were
 * packed once more. Blocks that cannot be read are left out. Reads only what it is given.
 */
export function* tableContents(file: Buffer): Generator<Buffer> {
  for (const [key, value] of tableEntries(file)) {
    yield key;
    yield value;
    yield* packedWithin(value);
  }
}

/** Keys, each with the eight bytes the store adds to it, and values of a table file. Blocks that cannot be read are left out. */
export function* tableEntries(file: Buffer): Generator<readonly [Buffer, Buffer]> {
  if (file.length < footerBytes) return;
  const footer = file.subarray(-footerBytes);
  const meta = readPlace(footer, 0);
  const index = meta === null ? null : readPlace(footer, meta.next);
  const list = index === null ? null : readBlock(file, index);
  if (list === null) return;
  for (const [, place] of entries(list)) {
    const at = readPlace(place, 0);
    const block = at === null ? null : readBlock(file, at);
    if (block !== null) yield* entries(block);
  }
}

type Place = { readonly offset: number; readonly size: number; readonly next: number };

function readPlace(bytes: Uint8Array, at: number): Place | null {
  const offset = readVarint(bytes, at);
  const size = offset === null ? null : readVarint(bytes, offset.next);
  return offset === null || size === null
    ? null
    : { offset: offset.value, size: size.value, next: size.next };
}

function readBlock(file: Buffer, { offset, size }: Place): Buffer | null {
  if (offset + size + trailerBytes > file.length) return null;
  const bytes = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(bytes) : bytes;
}

/** Keys share their beginnings with the one before: they are put together again. */
function* entries(block: Buffer): Generator<readonly [Buffer, Buffer]> {
  if (block.length < 4) return;
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  let key = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    const shared = readVarint(block, at);
    const own = shared === null ? null : readVarint(block, shared.next);
    const size = own === null ? null : readVarint(block, own.next);
    if (shared === null || own === null || size === null) return;
    const value = size.next + own.value;
    if (value + size.value > end) return;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(size.next, value)]);
    yield [key, block.subarray(value, value + size.value)];
    at = value + size.value;
  }
}

function* packedWithin(value: Buffer): Generator<Buffer> {
  for (let head = 0; head < Math.min(mostHead, value.length); head += 1) {
    const inner = unsnappy(value.subarray(head));
    if (inner !== null && inner.length > mostHead) yield inner;
  }
}
