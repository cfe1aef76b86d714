import libheif, { type HeifLibrary } from 'libheif-js/libheif-wasm/libheif.js';
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { maxPixels } from '#shared/domain/file-check';
import { readHeifHeader } from './heif-header';
import { isBlack } from './is-black';
import type { Decoded } from './decoded';

let library: Promise<HeifLibrary> | null = null;

async function load(): Promise<HeifLibrary> {
  const response = await fetch(wasmUrl);
  return libheif({
    wasmBinary: await response.arrayBuffer(),
    print: () => undefined,
    printErr: () => undefined,
  });
}

/**
 * Decodes a phone's HEIC, which Chromium cannot, upright as it says. Throws `EncodingError` for what cannot be decoded
 * or is larger than its header said to the first look at it.
 */
export async function decodeHeif(original: Blob): Promise<Decoded> {
  library ??= load();
  const { HeifDecoder } = await library;
  const bytes = new Uint8Array(await original.arrayBuffer());
  const colorSpace = readHeifHeader(bytes)?.displayP3 === true ? 'display-p3' : 'srgb';
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  try {
    if (image === undefined) throw undecodable();
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height > maxPixels || width * height === 0) throw undecodable();
    // The decoder leaves the colours as they are coded: read as sRGB, those of a phone would come out pale.
    const pixels = new ImageData(width, height, { colorSpace });
    await new Promise<void>((resolve, reject) => {
      image.display(pixels, (shown) => {
        if (shown === null) reject(undecodable());
        else resolve();
      });
    });
    if (isBlack(pixels)) throw undecodable();
    const bitmap = await createImageBitmap(pixels);
    return {
      width,
      height,
      draw: (context, toWidth, toHeight) => {
        context.drawImage(bitmap, 0, 0, toWidth, toHeight);
      },
      close: () => {
        bitmap.close();
      },
    };
  } finally {
    for (const one of images) one.free();
  }
}

function undecodable(): DOMException {
  return new DOMException('not a picture this decoder knows', 'EncodingError');
}
