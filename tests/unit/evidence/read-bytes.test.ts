import { expect, test } from 'vitest';
import { checkWith } from '../../../renderer/workers/check-file';
import { hashBlob } from '../../../renderer/workers/hash-blob';
import { createReader, readAnew } from '../../../renderer/workers/read-bytes';

const blobOf = (size: number, start: number): Blob => new Blob([Buffer.alloc(size, `photo ${start}`)]);

test('memory that is used again holds exactly the file that is read', async () => {
  const read = createReader();
  for (const size of [3_000_000, 10, 1, 1_048_576, 1_048_577, 17_000_000]) {
    const blob = blobOf(size, size);
    const bytes = await read(blob);
    expect(bytes.byteLength).toBe(size);
    expect(Buffer.compare(bytes, await readAnew(blob))).toBe(0);
  }
});

test('a file that cannot be read to its end is told as such, and the next one is read all the same', async () => {
  const read = createReader();
  await read(blobOf(100, 1));
  const whole = blobOf(500, 2);
  const cutOff = { size: 800, stream: () => whole.stream() } as Blob;
  await expect(read(cutOff)).rejects.toThrow();
  expect(await checkWith(read, cutOff, 'a.jpg')).toEqual({ ok: false, reason: 'unreadable' });
  expect(Buffer.compare(await read(whole), await readAnew(whole))).toBe(0);
});

test('the hash does not depend on how the bytes were read', async () => {
  const read = createReader();
  for (const size of [5, 3_000_000, 5]) {
    const blob = blobOf(size, 7);
    expect((await hashBlob(blob, read)).sha256).toBe((await hashBlob(blob)).sha256);
  }
});
