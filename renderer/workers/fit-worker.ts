import { decodeBitmap } from './decode-bitmap';
import { serve } from './serve';

/** `maxBytes` for the JPEG, `longSide` in pixels to begin with. */
export type FitRequest = {
  readonly original: Blob;
  readonly maxBytes: number;
  readonly longSide: number;
};
export type FitReply = { readonly blob: Blob; readonly width: number; readonly height: number };

/** Tried at each size, best first. */
const qualities = [0.9, 0.8, 0.7, 0.55];
/** Below this nobody can read a waybill any more. */
const leastSide = 320;

serve(async ({ original, maxBytes, longSide }: FitRequest): Promise<FitReply> => {
  const bitmap = await decodeBitmap(original);
  try {
    let side = Math.min(longSide, Math.max(bitmap.width, bitmap.height));
    for (;;) {
      const { width, height, encode } = paint(bitmap, side);
      for (const quality of qualities) {
        const blob = await encode(quality);
        if (blob.size <= maxBytes) return { blob, width, height };
      }
      if (side <= leastSide) throw new RangeError('too small a limit');
      side = Math.max(leastSide, Math.floor(side * 0.8));
    }
  } finally {
    bitmap.close();
  }
});

function paint(bitmap: ImageBitmap, side: number) {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  // What was see-through would come out black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const encode = (quality: number): Promise<Blob> => canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { width, height, encode };
}
