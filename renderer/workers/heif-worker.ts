import { decodeHeif } from './decode-heif';
import { serve } from './serve';
import { shrink, type Derived } from './shrink';

/** `type` of the picture that is made: WebP to look at, JPEG where something is made of it again. */
export type HeifRequest = {
  readonly original: Blob;
  readonly longSide: number;
  readonly type: 'image/webp' | 'image/jpeg';
};

serve(async ({ original, longSide, type }: HeifRequest): Promise<Derived> =>
  shrink(await decodeHeif(original), longSide, type, type === 'image/jpeg' ? 0.95 : 0.8),
);
