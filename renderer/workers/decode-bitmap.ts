import { upright } from './upright';
import { readWebpOrientation } from './webp-orientation';

const endOfJpeg = new Uint8Array([0xff, 0xd9]);

/**
 * Decodes a picture upright. A photo whose last bytes got lost on the way still shows most of itself once it has an end
 * again. Rejects with what the decoder says.
 */
export async function decodeBitmap(original: Blob): Promise<ImageBitmap> {
  try {
    const bitmap = await createImageBitmap(original, { imageOrientation: 'from-image' });
    return original.type === 'image/webp' ? await turnUpright(bitmap, await orientationOf(original)) : bitmap;
  } catch (error) {
    if (original.type !== 'image/jpeg') throw error;
    const mended = new Blob([original, endOfJpeg], { type: original.type });
    return await createImageBitmap(mended, { imageOrientation: 'from-image' });
  }
}

async function orientationOf(webp: Blob): Promise<number> {
  return readWebpOrientation(webp).catch(() => 1);
}

async function turnUpright(bitmap: ImageBitmap, orientation: number): Promise<ImageBitmap> {
  const turned = upright[orientation];
  if (turned === undefined || orientation === 1) return bitmap;
  const sideways = orientation >= 5;
  const width = sideways ? bitmap.height : bitmap.width;
  const height = sideways ? bitmap.width : bitmap.height;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const [a, b, c, d, e, f] = turned;
  context.setTransform(a * width, b * height, c * width, d * height, e * width, f * height);
  context.drawImage(bitmap, 0, 0, 1, 1);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
