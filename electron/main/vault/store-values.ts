import v8 from 'node:v8';
import { readVarint, unsnappy } from './snappy';

/** Before Blink's version; the value itself follows behind a second one with V8's. */
const versionTag = 0xff;
const blinkOnly = { packed: 2, elsewhere: 1 } as const;
/** Says that the value was packed or put into a file of its own: no version of Blink. */
const processed = 0x11;
const trailerTag = 0xfe;
const trailerBytes = 13;
const mostDeep = 3;

/**
 * A row of the browser's store as the window put it there, in the store's own coding. Rows that hold files, and those that
 * were put into a file of their own, cannot be read this way.
 * @param stored the value of a row's entry
 * @param inFile the bytes of the file a large row was put into, null where there is none
 * @returns undefined when it cannot be read
 */
export function readStoredRow(stored: Buffer, inFile: () => Buffer | null = () => null): unknown {
  // A version of the row, which nobody needs, stands before it.
  const version = readVarint(stored, 0);
  return version === null ? undefined : readBlink(stored.subarray(version.next), inFile, 0);
}

function readBlink(bytes: Buffer, inFile: () => Buffer | null, deep: number): unknown {
  if (deep > mostDeep || bytes[0] !== versionTag) return undefined;
  if (bytes[1] === processed && bytes[2] === blinkOnly.packed) {
    const inner = unsnappy(bytes.subarray(3));
    return inner === null ? undefined : readBlink(inner, inFile, deep + 1);
  }
  if (bytes[1] === processed && bytes[2] === blinkOnly.elsewhere) {
    const inner = inFile();
    return inner === null ? undefined : readBlink(inner, () => null, deep + 1);
  }
  const version = readVarint(bytes, 1);
  if (version === null) return undefined;
  const start = bytes[version.next] === trailerTag ? version.next + trailerBytes : version.next;
  try {
    // A copy: the reader wants bytes that begin at zero.
    const reader = new v8.Deserializer(Buffer.from(bytes.subarray(start)));
    reader.readHeader();
    return reader.readValue();
  } catch {
    return undefined;
  }
}
