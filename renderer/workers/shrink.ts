import { isComparable, likenessOf, likenessSize } from '#shared/domain/likeness';
import type { Decoded } from './decoded';

/** What is derived from a picture: a small one to show, and how it looks, to find others like it. */
export type Derived = { readonly blob: Blob; readonly likeness: string | null };

/** Draws a decoded picture at most `longSide` pixels long, reads its likeness, and lets go of it. */
export async function shrink(
  decoded: Decoded,
  longSide: number,
  type = 'image/webp',
  quality = 0.8,
): Promise<Derived> {
  const scale = Math.min(1, longSide / Math.max(decoded.width, decoded.height));
  const width = Math.max(1, Math.round(decoded.width * scale));
  const height = Math.max(1, Math.round(decoded.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'medium';
  decoded.draw(context, width, height);
  const likeness = isComparable(decoded.width, decoded.height) ? readLikeness(canvas) : null;
  decoded.close();
  const blob = await canvas.convertToBlob({ type, quality });
  empty(canvas);
  return { blob, likeness };
}

/** Its pixels go at once: left to the garbage collection, those of hundreds of pictures lie about. */
function empty(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

function readLikeness(picture: OffscreenCanvas): string | null {
  const { width, height } = likenessSize;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  // What is transparent counts as paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  empty(canvas);
  const grey = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return likenessOf(grey);
}
