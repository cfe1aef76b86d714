import { imageSize } from 'image-size';
import { maxPixels } from '#shared/domain/file-check';
import { readGifSize } from './gif-header';
import { readHeifHeader } from './heif-header';
import { readJpegHeader } from './jpeg-header';
import { readPngOrientation } from './png-orientation';

export type PixelSize = { readonly width: number; readonly height: number };

/** Cameras put maps and previews before the size; tried from small to large. */
const headBytes = [64 * 1024, 1024 * 1024, 8 * 1024 * 1024];

/** Pixel size as the picture is seen (turned as its EXIF says), from the header alone; null when it tells none. */
export function readPixelSize(head: Uint8Array, mime: string): PixelSize | null {
  for (const limit of headBytes) {
    const size = readOnce(head.subarray(0, limit), mime);
    if (size === null && limit < head.length) continue;
    const isPng = /^image\/a?png$/.test(mime);
    return size === null || !isPng ? size : turn({ ...size, orientation: readPngOrientation(head) });
  }
  return null;
}

function readOnce(head: Uint8Array, mime: string): PixelSize | null {
  if (mime === 'image/jpeg') {
    const header = readJpegHeader(head);
    return header === null ? null : turn(header);
  }
  if (mime === 'image/gif') return readGifSize(head);
  if (/^image\/(?:hei[cf]|avif)/.test(mime)) return readHeifSize(head);
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    return width > 0 && height > 0 ? turn({ width, height, orientation }) : null;
  } catch {
    return null;
  }
}

/** What a HEIC or AVIF is seen as; where a decoder would have to make more than is ever decoded, that. */
function readHeifSize(head: Uint8Array): PixelSize | null {
  const header = readHeifHeader(head);
  if (header === null) return null;
  const { seen, largest } = header;
  return largest.width * largest.height > maxPixels ? largest : seen;
}

/** EXIF orientations 5 to 8 lie on their side. */
function turn({ width, height, orientation }: PixelSize & { readonly orientation: number }): PixelSize {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}
