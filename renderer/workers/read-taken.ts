import { parse } from 'exifr/dist/lite.esm.mjs';
import { readTakenTime, type TakenTime } from '#shared/domain/taken-time';

/** What a picture's own notes (EXIF) tell. The place is not read out, only that there is one. */
export type Notes = { readonly taken?: TakenTime; readonly hasPlace?: boolean };

const hasNotes = /^image\/(?:jpeg|heic|heif|avif|tiff|png|webp)/;

/**
 * Reads when a picture was taken from its first bytes (R21: the name never depends on it). A camera's notes may be
 * damaged or made to trip a reader: then nothing is told.
 */
export async function readNotes(head: Uint8Array, mime: string): Promise<Notes> {
  if (!hasNotes.test(mime)) return {};
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
