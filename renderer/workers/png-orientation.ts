import { readOrientation } from './jpeg-header';

const signatureBytes = 8;

/**
 * How the camera was held (EXIF, 1 to 8) as a PNG says it before its picture, which is where Chromium looks; 1 when it
 * says nothing, says it behind the picture, or with a wrong check sum.
 */
export function readPngOrientation(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = signatureBytes; at + 12 <= head.byteLength;) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...head.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (kind === 'IDAT' || end + 4 > head.byteLength) return 1;
    if (kind === 'eXIf') {
      const whole = checkSum(head.subarray(at + 4, end)) === view.getUint32(end);
      return whole ? (readOrientation(head.subarray(at + 8, end)) ?? 1) : 1;
    }
    at = end + 4;
  }
  return 1;
}

/** CRC-32 as PNG has it. Such notes are a few kilobytes, so no table is kept for them. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ ((sum & 1) === 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
