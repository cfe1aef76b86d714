import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Pictures that are really drawn; the others are the same with other bytes in a comment, which costs decoders nothing. */
const drawn = 6;

/** JPEGs of 12 MP with the detail of a real photo (about 3 MB each), as bytes. */
export async function drawLargePhotos(page: Page): Promise<readonly Buffer[]> {
  const photos: Buffer[] = [];
  for (let seed = 1; seed <= drawn; seed += 1) {
    const base64 = await page.evaluate(async (seed) => {
      const [width, height] = [4000, 3000];
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      const paint = pen.createLinearGradient(0, 0, width, height);
      paint.addColorStop(0, `hsl(${seed * 50} 60% 40%)`);
      paint.addColorStop(1, `hsl(${seed * 90} 50% 70%)`);
      pen.fillStyle = paint;
      pen.fillRect(0, 0, width, height);
      const grain = new ImageData(500, 500);
      for (let at = 0; at < grain.data.length; at += 1) grain.data[at] = Math.random() * 255;
      const tile = new OffscreenCanvas(500, 500);
      tile.getContext('2d')?.putImageData(grain, 0, 0);
      pen.globalAlpha = 0.22;
      for (let x = 0; x < width; x += 500) for (let y = 0; y < height; y += 500) pen.drawImage(tile, x, y);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.86 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    }, seed);
    photos.push(Buffer.from(base64, 'base64'));
  }
  return photos;
}

/** Writes `count` photos that differ from each other and from every other round. */
export async function writePhotos(
  photos: readonly Buffer[],
  folder: string,
  round: number,
  count: number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const jpeg = photos[index % photos.length] ?? Buffer.alloc(0);
    const words = Buffer.from(`round ${round} photo ${index}`.padEnd(62), 'latin1');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
    const name = `IMG_${String(index).padStart(4, '0')}.jpg`;
    await writeFile(join(folder, name), Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
  }
}
