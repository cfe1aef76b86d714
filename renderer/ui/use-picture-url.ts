import { useEffect, useState } from 'react';

/** An address for a picture that has to be read first, null until it is. `load` has to stay the same while its bytes do. */
export function usePictureUrl(load: () => Promise<Blob>): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    load().then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [load]);
  return url;
}
