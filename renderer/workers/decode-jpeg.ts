import { readJpegHeader } from './jpeg-header';
import { upright } from './upright';
import type { Decoded } from './decoded';
import type { ReadBytes } from './read-bytes';

/**
 * Decodes a JPEG at an eighth, a quarter or half of its size, whichever still covers `longSide`: the decoder leaves
 * out the work, which is twice as fast as decoding all of it and scaling down. Null where that cannot be done.
 */
export async function decodeJpegSmall(
  original: Blob,
  longSide: number,
  read: ReadBytes,
): Promise<Decoded | null> {
  if (typeof ImageDecoder === 'undefined') return null;
  const bytes = await read(original);
  const header = readJpegHeader(bytes);
  const turned = upright[header?.orientation ?? 0];
  if (header === null || turned === undefined) return null;
  // Some versions turn the frame themselves, others do not. In this copy nobody finds EXIF any more, so we turn it.
  for (const at of header.exifAt) bytes[at] = 0;
  const eighths = [1, 2, 4].find((part) => (Math.max(header.width, header.height) * part) / 8 >= longSide);
  if (eighths === undefined) return null;
  const desiredWidth = Math.ceil((header.width * eighths) / 8);
  const desiredHeight = Math.ceil((header.height * eighths) / 8);
  const decoder = new ImageDecoder({ type: 'image/jpeg', data: bytes, desiredWidth, desiredHeight });
  try {
    const { image } = await decoder.decode();
    // A frame that is drawn stays in a cache of the browser that holds a thousand of them, at 0.75 MB each; a bitmap goes.
    const bitmap = await createImageBitmap(image).finally(() => {
      image.close();
    });
    const sideways = header.orientation >= 5;
    return {
      width: sideways ? desiredHeight : desiredWidth,
      height: sideways ? desiredWidth : desiredHeight,
      draw: (context, width, height) => {
        const [a, b, c, d, e, f] = turned;
        context.setTransform(a * width, b * height, c * width, d * height, e * width, f * height);
        context.drawImage(bitmap, 0, 0, 1, 1);
      },
      close: () => {
        bitmap.close();
      },
    };
  } catch {
    // Damaged, or a coding this way cannot take: the ordinary decoder has the last word.
    return null;
  } finally {
    decoder.close();
  }
}
