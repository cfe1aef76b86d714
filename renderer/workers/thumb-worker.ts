import { decodeBitmap } from './decode-bitmap';
import { decodeJpegSmall } from './decode-jpeg';
import { serve } from './serve';
import { shrink, type Derived } from './shrink';
import type { Decoded } from './decoded';

export type ThumbRequest = { readonly original: Blob; readonly mime: string; readonly longSide: number };

serve(async ({ original, mime, longSide }: ThumbRequest): Promise<Derived> => {
  const small = mime === 'image/jpeg' ? await decodeJpegSmall(original, longSide) : null;
  return shrink(small ?? (await decode(original)), longSide);
});

async function decode(original: Blob): Promise<Decoded> {
  const bitmap = await decodeBitmap(original);
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
