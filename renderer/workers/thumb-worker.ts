import { decodeJpegSmall } from './decode-jpeg';
import { serve } from './serve';
import { shrink, type Derived } from './shrink';
import type { Decoded } from './decoded';

export type ThumbRequest = { readonly original: Blob; readonly mime: string; readonly longSide: number };

serve(async ({ original, mime, longSide }: ThumbRequest): Promise<Derived> => {
  const small = mime === 'image/jpeg' ? await decodeJpegSmall(original, longSide) : null;
  return shrink(small ?? (await decodeAll(original, mime)), longSide);
});

/** A photo whose last bytes got lost on the way still shows most of itself once it has an end again. */
async function decodeAll(original: Blob, mime: string): Promise<Decoded> {
  try {
    return await decode(original);
  } catch (error) {
    if (mime !== 'image/jpeg') throw error;
    return await decode(new Blob([original, endOfJpeg], { type: mime }));
  }
}

const endOfJpeg = new Uint8Array([0xff, 0xd9]);

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
