import { useEffect, useState } from 'react';
import { viewability } from '#shared/domain/file-check';
import { convertPicture } from '../../workers/thumb';
import type { Evidence } from '#shared/domain/evidence';

/**
 * A picture made of one that Chromium cannot show: to look at (sharp on a large screen), or whole, to draw on a copy. The
 * original is replaced by neither.
 */
const made = {
  view: { longSide: 2560, type: 'image/webp' },
  draw: { longSide: 16_000, type: 'image/jpeg' },
} as const;

/** What can be shown of an original: itself, a picture made of it (HEIC), null while that is being made. */
export function useShownPicture(
  item: Evidence,
  blob: Blob | null,
  purpose: keyof typeof made = 'view',
): { readonly blob: Blob | null; readonly refused: boolean } {
  const converts = viewability(item) === 'converted';
  const [view, setView] = useState<{ readonly of: Blob; readonly blob: Blob | null } | null>(null);
  useEffect(() => {
    if (!converts || blob === null) return undefined;
    const stop = new AbortController();
    const { longSide, type } = made[purpose];
    convertPicture(blob, longSide, stop.signal, type).then(
      (picture) => {
        if (!stop.signal.aborted) setView({ of: blob, blob: picture.blob });
      },
      () => {
        if (!stop.signal.aborted) setView({ of: blob, blob: null });
      },
    );
    return () => {
      stop.abort();
    };
  }, [converts, blob, purpose]);
  if (!converts) return { blob, refused: false };
  const ready = view !== null && view.of === blob ? view : null;
  return { blob: ready?.blob ?? null, refused: ready !== null && ready.blob === null };
}
