import { readOrientation } from './jpeg-header';

/** An animation of more pieces is not searched for notes. */
const mostChunks = 2000;
/** Notes of a camera are small; a larger piece is something else. */
const notesBytes = 256 * 1024;

/**
 * How the camera was held (EXIF, 1 to 8) as a WebP says it in a piece of its own; 1 when it says nothing. Chromium does not
 * look there. Reads only the pieces' headers and the notes.
 */
export async function readWebpOrientation(file: Blob): Promise<number> {
  const read = async (from: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  const hasNotes = ((await read(20, 1))[0] ?? 0) & 8;
  if (nameOf(await read(12, 4)) !== 'VP8X' || hasNotes === 0) return 1;
  let at = 12;
  for (let left = mostChunks; left > 0 && at + 8 <= file.size; left -= 1) {
    const head = await read(at, 8);
    const length = new DataView(head.buffer).getUint32(4, true);
    if (nameOf(head) === 'EXIF') {
      const notes = await read(at + 8, Math.min(length, notesBytes));
      return readOrientation(nameOf(notes) === 'Exif' ? notes.subarray(6) : notes) ?? 1;
    }
    at += 8 + length + (length & 1);
  }
  return 1;
}

const nameOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4));
