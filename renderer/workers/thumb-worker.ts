import { decodeBitmap } from './decode-bitmap';
import { decodeJpegSmall } from './decode-jpeg';
import { createReader } from './read-bytes';
import { serve } from './serve';
import { shrink, type Derived } from './shrink';
import type { Decoded } from './decoded';

/** `type` of the picture that is made: WebP to look at, JPEG where something is made of it again. */
export type ThumbRequest = {
  readonly original: Blob;
  readonly mime: string;
  readonly longSide: number;
  readonly type: 'image/webp' | 'image/jpeg';
};

/** A worker of a pool does one thing at a time. */
const read = createReader();

serve(async ({ original, mime, longSide, type }: ThumbRequest): Promise<Derived> => {
  const small = mime === 'image/jpeg' ? await decodeJpegSmall(original, longSide, read) : null;
  return shrink(small ?? (await decode(original)), longSide, type, type === 'image/jpeg' ? 0.95 : 0.8);
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
