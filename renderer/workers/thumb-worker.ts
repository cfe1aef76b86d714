import { decodeJpegSmall, type Decoded } from './decode-jpeg';
import { serve } from './serve';

export type ThumbRequest = { readonly original: Blob; readonly mime: string };

/** Long side of a thumbnail in pixels: sharp in a tile of 160 on a screen with double density. */
const longSide = 320;

serve(async ({ original, mime }: ThumbRequest): Promise<Blob> => {
  const decoded =
    (mime === 'image/jpeg' ? await decodeJpegSmall(original, longSide) : null) ?? (await decode(original));
  const scale = Math.min(1, longSide / Math.max(decoded.width, decoded.height));
  const width = Math.max(1, Math.round(decoded.width * scale));
  const height = Math.max(1, Math.round(decoded.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'medium';
  decoded.draw(context, width, height);
  decoded.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
});

async function decode(original: Blob): Promise<Decoded> {
  const bitmap = await createImageBitmap(original, { imageOrientation: 'from-image' });
  return {
    width: bitmap.width,
    height: bitmap.height,
    draw: (context, width, height) => {
      context.drawImage(bitmap, 0, 0, width, height);
    },
    close: () => {
      bitmap.close();
    },
  };
}
