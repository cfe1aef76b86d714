import { useEffect, useState } from 'react';
import { viewability } from '#shared/domain/file-check';
import { convertPicture, makeThumb } from '../../workers/thumb';
import { readWebpOrientation } from '../../workers/webp-orientation';
import type { Evidence } from '#shared/domain/evidence';

const webp = 'image/webp';

/**
 * A picture made of one that Chromium cannot show: to look at (sharp on a large screen), or whole, to draw on a copy. The
 * original is replaced by neither.
 */
const made = {
  view: { longSide: 2560, type: 'image/webp' },
  draw: { longSide: 16_000, type: 'image/jpeg' },
} as const;

/** A picture that Chromium shows upright: the original where it does so by itself. */
async function makeShown(
  way: 'heif' | 'webp',
  original: Blob,
  purpose: keyof typeof made,
  signal: AbortSignal,
): Promise<Blob> {
  const { longSide, type } = made[purpose];
  if (way === 'heif') return (await convertPicture(original, longSide, signal, type)).blob;
  if ((await readWebpOrientation(original)) === 1) return original;
  return (await makeThumb(original, webp, longSide, signal, type)).blob;
}

/**
 * What can be shown of an original: itself, a picture made of it (HEIC, a WebP lying on its side), null while that is being
 * made.
 */
export function useShownPicture(
  item: Evidence,
  blob: Blob | null,
  purpose: keyof typeof made = 'view',
): { readonly blob: Blob | null; readonly refused: boolean } {
  const how = viewability(item);
  const way = how === 'converted' ? 'heif' : how === 'picture' && item.mime === webp ? 'webp' : null;
  const [view, setView] = useState<{ readonly of: Blob; readonly blob: Blob | null } | null>(null);
  useEffect(() => {
    if (way === null || blob === null) return undefined;
    const stop = new AbortController();
    makeShown(way, blob, purpose, stop.signal).then(
      (picture) => {
        if (!stop.signal.aborted) setView({ of: blob, blob: picture });
      },
      () => {
        if (!stop.signal.aborted) setView({ of: blob, blob: null });
      },
    );
    return () => {
      stop.abort();
    };
  }, [way, blob, purpose]);
  if (way === null) return { blob, refused: false };
  const ready = view !== null && view.of === blob ? view : null;
  return { blob: ready?.blob ?? null, refused: ready !== null && ready.blob === null };
}
