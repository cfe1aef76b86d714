/**
 * Whether not one pixel has any light: what the decoder gives for a picture whose tiles are all gone. A photo taken in
 * the dark has some.
 */
export function isBlack({ data }: Pick<ImageData, 'data'>): boolean {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const black = new Uint32Array(new Uint8Array([0, 0, 0, 255]).buffer)[0];
  return pixels.every((pixel) => pixel === black || pixel === 0);
}
