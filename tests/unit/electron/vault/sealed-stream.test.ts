import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSealed, plainSize, sealedSize, sealStream } from '../../../../electron/main/vault/sealed-stream';

const key = randomBytes(32);
const chunk = 64 * 1024;
const head = 40;
const sealedChunk = chunk + 16;

function seal(plain: Buffer, what = 'a', pieces = plain.length + 1, with_ = key): Buffer {
  const sealer = sealStream(with_, what);
  const out: Uint8Array[] = [];
  for (let at = 0; at < plain.length; at += pieces) out.push(sealer.push(plain.subarray(at, at + pieces)));
  return Buffer.concat([...out, sealer.end()]);
}

async function open(sealed: Buffer, what = 'a', pieces = 1024 * 1024, with_ = key): Promise<Buffer> {
  async function* source(): AsyncGenerator<Buffer> {
    for (let at = 0; at < sealed.length; at += pieces) yield sealed.subarray(at, at + pieces);
  }
  const out: Buffer[] = [];
  for await (const piece of openSealed(source(), with_, what)) out.push(piece);
  return Buffer.concat(out);
}

const refused = { code: 'hashMismatch' };

describe('a sealed file', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7])(
    'of %i bytes comes back, and its size can be told from outside',
    async (size) => {
      const plain = randomBytes(size);
      const sealed = seal(plain, 'a', 10_007);
      expect(sealed.length).toBe(sealedSize(size));
      expect(plainSize(sealed.length)).toBe(size);
      expect((await open(sealed, 'a', 4_099)).equals(plain)).toBe(true);
    },
  );

  it('is another one each time, and holds nothing of the plain bytes', () => {
    const plain = Buffer.alloc(2 * chunk, '13800138000');
    const [one, two] = [seal(plain), seal(plain)];
    expect(one.subarray(head).equals(two.subarray(head))).toBe(false);
    expect(one.includes('13800138000')).toBe(false);
    // Two equal chunks of one file do not look alike either.
    expect(
      one.subarray(head, head + chunk).equals(one.subarray(head + sealedChunk, head + sealedChunk + chunk)),
    ).toBe(false);
  });

  it('with any bit turned is refused', async () => {
    const sealed = seal(randomBytes(chunk + 100));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const forged = Buffer.from(sealed);
        forged[at] = (forged[at] ?? 0) ^ (1 << bit);
        await expect(open(forged)).rejects.toMatchObject(refused);
      }),
      { numRuns: 60 },
    );
  });

  it('cut anywhere, at the border of a chunk too, is refused', async () => {
    const sealed = seal(randomBytes(3 * chunk));
    const borders = [head, head + sealedChunk, head + 2 * sealedChunk];
    for (const at of [0, 7, 39, ...borders, ...borders.map((one) => one + 16), sealed.length - 1]) {
      await expect(open(sealed.subarray(0, at)), `cut at ${at}`).rejects.toMatchObject(refused);
    }
  });

  it('with something added, or chunks swapped, repeated or taken from another file, is refused', async () => {
    const [one, two] = [seal(randomBytes(3 * chunk)), seal(randomBytes(3 * chunk))];
    const part = (of: Buffer, index: number): Buffer =>
      of.subarray(head + index * sealedChunk, head + (index + 1) * sealedChunk);
    const whole = (...parts: Buffer[]): Buffer => Buffer.concat([one.subarray(0, head), ...parts]);
    for (const forged of [
      Buffer.concat([one, Buffer.from([0])]),
      Buffer.concat([one, part(one, 2)]),
      whole(part(one, 1), part(one, 0), part(one, 2)),
      whole(part(one, 0), part(one, 0), part(one, 2)),
      whole(part(one, 0), part(two, 1), part(one, 2)),
      whole(part(one, 2)),
      Buffer.concat([two.subarray(0, head), one.subarray(head)]),
    ]) {
      await expect(open(forged)).rejects.toMatchObject(refused);
    }
  });

  it('opens with its own key and for its own name only', async () => {
    const sealed = seal(Buffer.from('a photo'));
    await expect(open(sealed, 'b')).rejects.toMatchObject(refused);
    await expect(open(sealed, 'a', 100, randomBytes(32))).rejects.toMatchObject(refused);
  });

  it('is never made out of other bytes, and impossible sizes are told', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('LIUDIS01'),
      Buffer.from('LIUDIS02'.padEnd(99)),
      randomBytes(200),
    ]) {
      await expect(open(bytes)).rejects.toMatchObject(refused);
    }
    expect([0, 39, 55, head + sealedChunk + 3].map(plainSize)).toEqual([null, null, null, null]);
  });
});
