import { useEffect, useState } from 'react';
import { viewability } from '#shared/domain/file-check';
import { convertPicture } from '../../workers/thumb';
import type { Evidence } from '#shared/domain/evidence';

/** Sharp on a large screen, and still only a view: the original is not replaced. */
const longSide = 2560;

/** What the viewer can show of an original: itself, a view made of it (HEIC), null while that is being made. */
export function useShownPicture(
  item: Evidence,
  blob: Blob | null,
): { readonly blob: Blob | null; readonly refused: boolean } {
  const converts = viewability(item) === 'converted';
  const [view, setView] = useState<{ readonly of: Blob; readonly blob: Blob | null } | null>(null);
  useEffect(() => {
    if (!converts || blob === null) return undefined;
    const stop = new AbortController();
    convertPicture(blob, longSide, stop.signal).then(
      (made) => {
        if (!stop.signal.aborted) setView({ of: blob, blob: made.blob });
      },
      () => {
        if (!stop.signal.aborted) setView({ of: blob, blob: null });
      },
    );
    return () => {
      stop.abort();
    };
  }, [converts, blob]);
  if (!converts) return { blob, refused: false };
  const made = view !== null && view.of === blob ? view : null;
  return { blob: made?.blob ?? null, refused: made !== null && made.blob === null };
}
