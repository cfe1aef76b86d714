const endOfJpeg = new Uint8Array([0xff, 0xd9]);

/**
 * Decodes a picture upright. A photo whose last bytes got lost on the way still shows most of itself once it has an end
 * again. Rejects with what the decoder says.
 */
export async function decodeBitmap(original: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(original, { imageOrientation: 'from-image' });
  } catch (error) {
    if (original.type !== 'image/jpeg') throw error;
    const mended = new Blob([original, endOfJpeg], { type: original.type });
    return await createImageBitmap(mended, { imageOrientation: 'from-image' });
  }
}
