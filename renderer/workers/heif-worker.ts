import { decodeHeif } from './decode-heif';
import { serve } from './serve';
import { shrink, type Derived } from './shrink';

export type HeifRequest = { readonly original: Blob; readonly longSide: number };

serve(async ({ original, longSide }: HeifRequest): Promise<Derived> =>
  shrink(await decodeHeif(original), longSide),
);
