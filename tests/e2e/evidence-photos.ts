import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exifSegment } from '../unit/evidence/file-bytes';

/** A new folder for the files of one test. */
export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'liudi-photos-'));
}

/** Writes a file, with the folders above it, and gives its path. */
export async function put(folder: string, name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

export async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Draws a real picture in the browser; `seed` makes its bytes different from every other. */
export async function drawPhoto(
  page: Page,
  { type = 'image/jpeg', width = 800, height = 600, seed = 1 } = {},
): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([type, width, height, seed]) => {
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      for (const [index, color] of ['#d02020', '#20a020', '#2020d0', '#f8f8f8'].entries()) {
        pen.fillStyle = color;
        pen.fillRect(((index % 2) * width) / 2, (Math.floor(index / 2) * height) / 2, width / 2, height / 2);
      }
      pen.fillStyle = `hsl(${(seed * 37) % 360} 60% 50%)`;
      pen.fillRect(width / 2 - 20, height / 2 - 20, 40, 40 + (seed % 16));
      const blob = await canvas.convertToBlob({ type, quality: 0.9 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [type, width, height, seed] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** The same JPEG, saying how the camera was held (EXIF, 1 to 8). */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from(exifSegment(orientation)), jpeg.subarray(2)]);
}
