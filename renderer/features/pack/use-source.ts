import { useCallback, type RefCallback } from 'react';

/** A `ref` that shows bytes in an `<img>` and gives their address back when it goes. */
export function useSource(blob: Blob | null | undefined): RefCallback<HTMLImageElement> {
  return useCallback(
    (element: HTMLImageElement | null) => {
      if (element === null || blob === null || blob === undefined) return undefined;
      const url = URL.createObjectURL(blob);
      element.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [blob],
  );
}
