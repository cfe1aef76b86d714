/**
 * What the header of a JPEG says. `orientation` is EXIF's, 1 to 8; 1 when it has none. `exifAt`: where EXIF data
 * begin, with their name.
 */
export type JpegHeader = {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly exifAt: readonly number[];
};

const exifName = 'Exif\0\0';

/**
 * Reads size and orientation from a JPEG's first bytes, walking the segments exactly as decoders do: a size found
 * any other way could be a lie told by a file made to fill the memory. Null when no frame header is reached.
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  const exifAt: number[] = [];
  let at = 2;
  while (at < bytes.length) {
    // Decoders skip anything up to the next 0xFF, and any number of 0xFF before the marker itself.
    while (at < bytes.length && bytes[at] !== 0xff) at += 1;
    while (at < bytes.length && bytes[at] === 0xff) at += 1;
    const marker = bytes[at];
    at += 1;
    if (marker === undefined || at + 2 > bytes.length) return null;
    if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    if (marker === 0xd9 || marker === 0xda) return null;
    const length = view.getUint16(at);
    if (isFrame(marker)) {
      if (at + 7 > bytes.length) return null;
      const height = view.getUint16(at + 3);
      const width = view.getUint16(at + 5);
      return width > 0 && height > 0 ? { width, height, orientation, exifAt } : null;
    }
    const body = bytes.subarray(at + 2, at + length);
    if (marker === 0xe1 && nameOf(body) === exifName) {
      if (exifAt.length === 0) orientation = readOrientation(body.subarray(exifName.length)) ?? 1;
      exifAt.push(at + 2);
    }
    at += Math.max(2, length);
  }
  return null;
}

/** Start of frame, of any coding; C4, C8 and CC between them are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function nameOf(segment: Uint8Array): string {
  return String.fromCharCode(...segment.subarray(0, exifName.length));
}

/** How the camera was held (EXIF tag 0x0112 of the first directory), 1 to 8, or null. */
export function readOrientation(tiff: Uint8Array): number | null {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return null;
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > view.byteLength) return null;
  const count = view.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 2 + index * 12;
    if (entry + 12 > view.byteLength) return null;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
