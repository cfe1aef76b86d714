import type { Sha256 } from './ids';

/**
 * Whether bytes hold a SHA-256: the 32 bytes themselves, as in a time-stamp token (RFC 3161), or written out in hex. A
 * packed PDF may hold it unseen, so `false` means "not found", not "another one".
 */
export function holdsHash(bytes: Uint8Array, sha256: Sha256): boolean {
  const raw = Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(sha256.slice(at * 2, at * 2 + 2), 16),
  );
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  return [raw, text(sha256), text(sha256.toUpperCase())].some((wanted) => contains(bytes, wanted));
}

function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return true;
  }
  return false;
}
