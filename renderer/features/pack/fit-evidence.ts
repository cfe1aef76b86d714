import { viewability } from '#shared/domain/file-check';
import type { Evidence } from '#shared/domain/evidence';
import { fitPicture } from '../../workers/fit';
import { convertPicture } from '../../workers/thumb';

/** Whether a JPEG can be made of a piece: a picture that can be decoded, here or by our own decoder (HEIC). */
export function isPicture(item: Evidence): boolean {
  const how = viewability(item);
  return how === 'picture' || how === 'converted';
}

/** A piece as a JPEG within a size; rejects when it cannot be decoded or no readable picture fits. */
export async function fitEvidence(
  item: Evidence,
  original: Blob,
  { maxBytes, longSide }: { readonly maxBytes: number; readonly longSide: number },
): Promise<Blob> {
  const shown =
    viewability(item) === 'converted' ? (await convertPicture(original, longSide)).blob : original;
  return (await fitPicture({ original: shown, maxBytes, longSide })).blob;
}
