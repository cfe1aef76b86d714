import { readBits } from './bit-reader';
import type { PixelSize } from './pixel-size';

/**
 * Size of the pictures a decoder makes of H.265 data, from a HEIC's `hvcC` box: what the container says beside it may be
 * a lie. Null when it holds no sequence parameters.
 */
export function sizeOfHevc(config: Uint8Array): PixelSize | null {
  const view = new DataView(config.buffer, config.byteOffset, config.byteLength);
  let at = 23;
  for (let array = 0; array < (config[22] ?? 0); array += 1) {
    const isSps = ((config[at] ?? 0) & 0x3f) === 33;
    const units = view.getUint16(at + 1);
    at += 3;
    for (let unit = 0; unit < units; unit += 1) {
      const length = view.getUint16(at);
      if (isSps) return sizeOfSps(withoutGuards(config.subarray(at + 4, at + 2 + length)));
      at += 2 + length;
    }
  }
  return null;
}

/** A third zero-like byte is guarded by a 3, which is no part of the data. */
function withoutGuards(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => !(byte === 3 && at >= 2 && bytes[at - 1] === 0 && bytes[at - 2] === 0));
}

function sizeOfSps(bytes: Uint8Array): PixelSize | null {
  const { bits, skip, golomb } = readBits(bytes);
  skip(4);
  const layers = bits(3);
  skip(1 + 88 + 8);
  const flags = Array.from({ length: layers }, () => [bits(1), bits(1)] as const);
  if (layers > 0) skip((8 - layers) * 2);
  for (const [profile, level] of flags) skip(profile * 88 + level * 8);
  golomb();
  // Three separate planes are told by one bit more.
  if (golomb() === 3) skip(1);
  return orNull(golomb(), golomb());
}

/** Size of the pictures AV1 data become, from the sequence header among their first bytes; null when there is none. */
export function sizeOfAv1(bytes: Uint8Array): PixelSize | null {
  for (let at = 0; at < bytes.length;) {
    const head = bytes[at] ?? 0;
    const kind = (head >> 3) & 15;
    at += (head & 4) === 0 ? 1 : 2;
    let length = bytes.length - at;
    if ((head & 2) !== 0) {
      length = 0;
      for (let part = 0; part < 8; part += 1) {
        const byte = bytes[at] ?? 0;
        at += 1;
        length += (byte & 0x7f) * 2 ** (part * 7);
        if (byte < 0x80) break;
      }
    }
    if (kind === 1) return sizeOfSequence(bytes.subarray(at, at + length));
    at += length;
  }
  return null;
}

function sizeOfSequence(bytes: Uint8Array): PixelSize | null {
  const { bits, skip } = readBits(bytes);
  skip(4);
  if (bits(1) === 1) skip(5);
  else if (!skipOperatingPoints({ bits, skip })) return null;
  const [widthBits, heightBits] = [bits(4) + 1, bits(4) + 1];
  return orNull(bits(widthBits) + 1, bits(heightBits) + 1);
}

/** Timing and operating points stand before the size. False for timing that no still picture has: it is not read on. */
function skipOperatingPoints({ bits, skip }: Pick<ReturnType<typeof readBits>, 'bits' | 'skip'>): boolean {
  if (bits(1) === 1) return false;
  const delays = bits(1);
  const points = bits(5) + 1;
  for (let point = 0; point < points; point += 1) {
    skip(12);
    if (bits(5) > 7) skip(1);
    if (delays === 1 && bits(1) === 1) skip(4);
  }
  return true;
}

const orNull = (width: number, height: number): PixelSize | null =>
  width > 0 && height > 0 ? { width, height } : null;
