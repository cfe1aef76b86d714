import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { holdsHash } from '#shared/domain/holds-hash';
import type { Sha256 } from '#shared/domain/ids';

const digest = createHash('sha256').update('list').digest();
const sha256 = digest.toString('hex') as Sha256;
const wrap = (inside: Uint8Array | string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x30, 0x82, digest[0] ?? 0]),
    Buffer.from(inside as string),
    Buffer.from([1, 2]),
  ]);

test('R131 a proof names the list it proves: the hash itself or written out', () => {
  expect(holdsHash(wrap(digest), sha256)).toBe(true);
  expect(holdsHash(wrap(sha256), sha256)).toBe(true);
  expect(holdsHash(wrap(sha256.toUpperCase()), sha256)).toBe(true);
});

test('another list, a hash cut short, and nothing at all are not it', () => {
  expect(holdsHash(wrap(createHash('sha256').update('other').digest()), sha256)).toBe(false);
  expect(holdsHash(digest.subarray(0, 31), sha256)).toBe(false);
  expect(holdsHash(new Uint8Array(), sha256)).toBe(false);
  const flipped = Buffer.from(digest);
  flipped[31] = (flipped[31] ?? 0) ^ 1;
  expect(holdsHash(wrap(flipped), sha256)).toBe(false);
});
