/** Bytes as a seller reads them: `12.3 MB`. */
export function megabytes(bytes: number): string {
  const size = bytes / 1024 ** 2;
  return `${size < 10 ? size.toFixed(1) : size.toFixed(0)} MB`;
}
