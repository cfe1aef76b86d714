import { maxPixels } from '#shared/domain/file-check';
import type { PixelSize } from './pixel-size';

/**
 * Size of a GIF as decoders make it: the screen its header names, widened by the first picture where that is larger. The
 * header alone could name ten pixels for a picture of ten thousand. Null when no picture is reached and the screen alone is not too large.
 */
export function readGifSize(bytes: Uint8Array): PixelSize | null {
  if (bytes.length < 13 || String.fromCharCode(...bytes.subarray(0, 4)) !== 'GIF8') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (screen.width * screen.height > maxPixels) return screen;
  let at = 13 + paletteBytes(bytes[10] ?? 0);
  while (at + 10 <= bytes.length) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      const width = Math.max(screen.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      const height = Math.max(screen.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      return width > 0 && height > 0 ? { width, height } : null;
    }
    if (kind !== 0x21) return null;
    at += 2;
    // Notes come in blocks, each behind its length; one of length zero ends them.
    for (let length = bytes[at]; length !== undefined && length !== 0; length = bytes[at]) at += 1 + length;
    at += 1;
  }
  return null;
}

const paletteBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
