import type { Evidence } from '#shared/domain/evidence';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A file size as people read it: `3.4 MB`. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

/** The short word of a file's real type: `JPEG`, `MP4`, `PDF`; the name's ending where the bytes tell nothing. */
export function typeWord({ mime, fileName }: Pick<Evidence, 'mime' | 'fileName'>): string {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toUpperCase() ?? '';
  if (mime === 'image/jpeg') return 'JPEG';
  return ending === '' ? mime : ending;
}
