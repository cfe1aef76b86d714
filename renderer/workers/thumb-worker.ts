import { serve } from './serve';

/** Long side of a thumbnail in pixels: sharp in a tile of 160 on a screen with double density. */
const longSide = 320;

serve<Blob, Blob>(async (original) => {
  const full = await createImageBitmap(original, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longSide / Math.max(full.width, full.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(full.width * scale)),
    Math.max(1, Math.round(full.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(full, 0, 0, canvas.width, canvas.height);
  full.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
});
