import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';

/** One row of the browser's store; `bytes` is a file it has. `gone`: the row was removed again. */
export type StoreRow = {
  readonly store: string;
  readonly key: string | number;
  readonly row: object;
  readonly bytes?: Buffer;
  readonly gone?: boolean;
};

/** Lays rows out as Chromium does (LevelDB log, blob files) in a folder, as a copy of its IndexedDB folder. */
export function writeStoreCopy(folder: string, rows: readonly StoreRow[]): void {
  const name = path.join(folder, 'app_liudi_0.indexeddb');
  const shelf = path.join(`${name}.blob`, '1', '00');
  mkdirSync(`${name}.leveldb`, { recursive: true });
  mkdirSync(shelf, { recursive: true });
  const stores = [...new Set(rows.map(({ store }) => store))];
  const batches: (readonly Change[])[] = [
    stores.map((store, index) => [Buffer.from([0, 1, 0, 0, 50, index + 1, 0]), utf16(store)]),
  ];
  for (const [index, { store, key, row, bytes, gone }] of rows.entries()) {
    const [id, own] = [stores.indexOf(store) + 1, keyOf(key)];
    const changes: Change[] = [[Buffer.from([0, 1, id, 1, ...own]), valueOf(row)]];
    if (bytes !== undefined) {
      const mime = utf16('image/jpeg');
      const entry = Buffer.from([0, ...small(index + 2), mime.length / 2, ...mime, ...small(bytes.length)]);
      changes.push([Buffer.from([0, 1, id, 3, ...own]), entry]);
      writeFileSync(path.join(shelf, (index + 2).toString(16)), bytes);
    }
    batches.push(changes);
    if (gone === true) batches.push(changes.map(([one]) => [one, null]));
  }
  writeFileSync(path.join(`${name}.leveldb`, '000003.log'), logOf(batches));
}

type Change = readonly [key: Buffer, value: Buffer | null];

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const small = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...small(Math.floor(value / 128))];

function keyOf(key: string | number): readonly number[] {
  if (typeof key === 'string') return [1, ...small(key.length), ...utf16(key)];
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(key);
  return [3, ...bytes];
}

/** The row's version, Blink's own head with an empty trailer, and the value as V8 writes it. */
function valueOf(row: object): Buffer {
  const writer = new v8.Serializer();
  writer.writeHeader();
  writer.writeValue(row);
  return Buffer.concat([Buffer.from([1, 0xff, 21, 0xfe]), Buffer.alloc(12), writer.releaseBuffer()]);
}

const blockBytes = 32 * 1024;

function logOf(batches: readonly (readonly Change[])[]): Buffer {
  const parts: Buffer[] = [];
  let [at, order] = [0, 1];
  for (const changes of batches) {
    const head = Buffer.alloc(12);
    head.writeBigUInt64LE(BigInt(order));
    head.writeUInt32LE(changes.length, 8);
    order += changes.length;
    const lines = changes.flatMap(([key, value]) => [
      Buffer.from([value === null ? 0 : 1, ...small(key.length)]),
      key,
      ...(value === null ? [] : [Buffer.from(small(value.length)), value]),
    ]);
    let rest = Buffer.concat([head, ...lines]);
    for (let first = true; first || rest.length > 0; first = false) {
      const room = blockBytes - (at % blockBytes);
      if (room < 7) {
        parts.push(Buffer.alloc(room));
        at += room;
        continue;
      }
      const piece = rest.subarray(0, room - 7);
      rest = rest.subarray(piece.length);
      const kind = first ? (rest.length === 0 ? 1 : 2) : rest.length === 0 ? 4 : 3;
      const record = Buffer.concat([Buffer.alloc(6), Buffer.from([kind]), piece]);
      record.writeUInt32LE(masked(record.subarray(6)));
      record.writeUInt16LE(piece.length, 4);
      parts.push(record);
      at += record.length;
    }
  }
  return Buffer.concat(parts);
}

/** CRC-32C, turned and moved as LevelDB stores it. */
function masked(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
  }
  const crc = (sum ^ 0xffffffff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
