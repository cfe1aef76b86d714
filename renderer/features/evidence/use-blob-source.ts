import { useCallback, type RefCallback } from 'react';

/**
 * A `ref` that shows bytes in an `<img>`, `<video>` or `<audio>`. The address made for them is given back as soon as
 * the element goes or the bytes change.
 */
export function useBlobSource(
  blob: Blob | null | undefined,
): RefCallback<HTMLImageElement | HTMLMediaElement> {
  return useCallback(
    (element: HTMLImageElement | HTMLMediaElement | null) => {
      if (element === null || blob === null || blob === undefined) return undefined;
      const url = URL.createObjectURL(blob);
      element.src = url;
      return () => {
        element.removeAttribute('src');
        // A video keeps its file until it is told to look again.
        if (element instanceof HTMLMediaElement) element.load();
        URL.revokeObjectURL(url);
      };
    },
    [blob],
  );
}
