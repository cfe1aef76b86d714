import { parse } from 'exifr/dist/lite.esm.mjs';
import { readTakenTime, type TakenTime } from '#shared/domain/taken-time';

/** What a picture's own notes (EXIF) tell. The place is not read out, only that there is one. */
export type Notes = { readonly taken?: TakenTime; readonly hasPlace?: boolean };

/** Kinds that phones and cameras write. The reader goes round for ever in a damaged PNG, and those hold no such notes. */
const hasNotes = /^image\/(?:jpeg|hei[cf]|avif|tiff)/;

/**
 * Reads when a picture was taken from its first bytes (R21: the name never depends on it). A camera's notes may be
 * damaged or made to trip a reader: then nothing is told.
 */
export async function readNotes(head: Uint8Array, mime: string): Promise<Notes> {
  if (!hasNotes.test(mime)) return {};
  if (/^image\/(?:hei[cf]|avif)/.test(mime) && !leadsToNotes(head)) return {};
  try {
    const found = (await parse(head, {
      tiff: true,
      ifd0: { pick: ['ModifyDate'] },
      exif: {
        pick: ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTimeDigitized', 'OffsetTime'],
      },
      gps: { pick: ['GPSLatitude', 'GPSLongitude'] },
      xmp: false,
      icc: false,
      iptc: false,
      jfif: false,
      ihdr: false,
      reviveValues: false,
      translateValues: false,
      mergeOutput: false,
    })) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined;
    const { exif = {}, gps = {} } = found ?? {};
    const taken =
      readTakenTime(exif['DateTimeOriginal'], exif['OffsetTimeOriginal'] ?? exif['OffsetTime']) ??
      readTakenTime(exif['CreateDate'], exif['OffsetTimeDigitized'] ?? exif['OffsetTime']);
    return {
      ...(taken === null ? {} : { taken }),
      ...(gps['GPSLatitude'] === undefined ? {} : { hasPlace: true }),
    };
  } catch {
    return {};
  }
}

/**
 * Whether the boxes of a HEIC or AVIF file lead to the one that holds its notes. A box without a length would have the
 * reader go round for ever.
 */
function leadsToNotes(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; at + 16 <= head.byteLength;) {
    const kind = String.fromCharCode(...head.subarray(at + 4, at + 8));
    if (kind === 'meta') return true;
    const short = view.getUint32(at);
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return false;
}
