import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, showTab, skipSetup } from '../helpers/seller';
import { bytes, exifSegment, gifHead } from '../unit/evidence/file-bytes';
import { hugeAv1, makeHeif, tiles } from '../unit/evidence/heif-file';
import { drawPhoto, hashOf, makeFolder, put, withOrientation } from './evidence-photos';

let app: LiudiApp;
let folder: string;

test.beforeAll(async () => {
  app = await launchApp();
  folder = await makeFolder();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** A WebP that says how the camera was held, in a piece of its own as cameras write it. */
function webpLyingAs(webp: Buffer, orientation: number, width: number, height: number): Buffer {
  const u24 = (value: number): number[] => [value & 255, (value >> 8) & 255, value >> 16];
  const tiff = exifSegment(orientation).slice(10);
  const notes = bytes(['EXIF', [tiff.length, 0, 0, 0], tiff]);
  const own = webp.toString('latin1', 12, 16) === 'VP8X' ? Buffer.from(webp.subarray(12, 30)) : null;
  const head = own ?? bytes(['VP8X', [10, 0, 0, 0], [0, 0, 0, 0], u24(width - 1), u24(height - 1)]);
  head[8] = (head[8] ?? 0) | 8;
  const body = Buffer.concat([Buffer.from('WEBP'), head, webp.subarray(own === null ? 12 : 30), notes]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, body]);
}

type Look = { readonly shape: 'wide' | 'high'; readonly corners: string };

/** Every small picture by the hash of its original: its shape, and the nearest of red, green, blue, white in its corners. */
async function smallPictures(page: Page): Promise<Readonly<Record<string, Look | null>>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => {
          resolve(request.result);
        });
        request.addEventListener('error', () => {
          reject(request.error ?? new Error('failed'));
        });
      });
    const colors = { r: [200, 30, 30], g: [30, 160, 40], b: [30, 40, 200], w: [248, 248, 248] };
    const db = await done(indexedDB.open('liudi'));
    const rows = await done(db.transaction('thumbs').objectStore('thumbs').getAll());
    db.close();
    const looks: Record<string, Look | null> = {};
    for (const { sha256, blob } of rows as { sha256: string; blob: Blob | null }[]) {
      looks[sha256] = null;
      if (blob === null) continue;
      const bitmap = await createImageBitmap(blob);
      const { width, height } = bitmap;
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const corners = [
        [0.15, 0.15],
        [0.85, 0.15],
        [0.15, 0.85],
        [0.85, 0.85],
      ].map(([x = 0, y = 0]) => {
        const seen = pen?.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data ?? [];
        const far = (color: readonly number[]): number =>
          color.reduce((sum, value, at) => sum + Math.abs(value - (seen[at] ?? 0)), 0);
        return Object.entries(colors).sort(([, one], [, other]) => far(one) - far(other))[0]?.[0] ?? '?';
      });
      looks[sha256] = { shape: width >= height ? 'wide' : 'high', corners: corners.join('') };
    }
    return looks;
  });
}

test('R17 R18 odd photos come out upright, what lies about its size is not decoded, and all are kept as they came', async () => {
  const { page } = app;
  const jpeg = await drawPhoto(page, { width: 1200, height: 800 });
  const webp = await drawPhoto(page, { type: 'image/webp', width: 600, height: 400 });
  const four = [tiles.red, tiles.green, tiles.blue, tiles.white];
  const wide = { shape: 'wide', corners: 'rgbw' } as const;
  const looks = new Map<string, Look | null>();
  const add = async (name: string, content: Uint8Array, look: Look | null): Promise<void> => {
    looks.set(await hashOf(await put(folder, name, content)), look);
  };
  /** Where the corners of red, green, blue and white lie when the picture is turned as EXIF says. */
  const turned = ['', 'rgbw', 'grwb', 'wbgr', 'bwrg', 'rbgw', 'brwg', 'wgbr', 'gwrb'];
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const shape = orientation >= 5 ? 'high' : 'wide';
    const look: Look = { shape, corners: turned[orientation] ?? '' };
    await add(`照片${orientation}.jpg`, withOrientation(jpeg, orientation), look);
    await add(`${orientation}.webp`, webpLyingAs(webp, orientation, 600, 400), look);
  }
  await add('IMG_0001.HEIC', makeHeif({ data: four, says: [128, 120] }), wide);
  await add('IMG_0002.HEIC', makeHeif({ data: four, says: [128, 100], turn: 3 }), {
    shape: 'high',
    corners: 'brwg',
  });
  await add('镜像.heic', makeHeif({ data: four, says: [128, 120], mirror: 1 }), {
    shape: 'wide',
    corners: 'grwb',
  });
  await add('P3.heic', makeHeif({ data: four, says: [128, 120], displayP3: true }), wide);
  await add('MVIMG_实况.jpg', Buffer.concat([jpeg, bytes([[0, 0, 0, 24], 'ftypmp42'], 4000)]), wide);
  await add('断了.jpg', jpeg.subarray(0, jpeg.length - 40), wide);
  const huge = [0x2c, 0, 0, 0, 0, 0xe0, 0x2e, 0xe0, 0x2e, 0];
  await add('lie.gif', bytes([...gifHead(10, 10), huge], 2000), null);
  await add('lie.avif', makeHeif({ brand: 'avif', data: [hugeAv1], says: [100, 100] }), null);
  await add('lie.heic', makeHeif({ data: four, says: [100, 100], grid: [30_000, 30_000] }), null);

  await openNewCase(page, { buyerId: '怪图' });
  await showTab(page, '凭证');
  await dropPaths(page, [folder]);
  const shown = page.locator('.evidence-tile');
  await expect(shown).toHaveCount(looks.size);
  await expect
    .poll(async () => Object.keys(await smallPictures(page)).length, { timeout: 90_000 })
    .toBe(looks.size);
  expect(await smallPictures(page)).toEqual(Object.fromEntries(looks));
  await expect(shown.filter({ hasText: '图片过大' })).toHaveCount(3);

  // Written out again they are the bytes that came.
  const out = await makeFolder();
  app.answerDialog({ kind: 'open', filePaths: [out] });
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: '导出文件夹' }).click();
  await expect(page.getByText(`已导出 ${looks.size} 个文件`)).toBeVisible({ timeout: 60_000 });
  const written = (await readdir(out, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name.startsWith('怪图_'),
  );
  const hashes = await Promise.all(written.map(({ parentPath, name }) => hashOf(join(parentPath, name))));
  expect(hashes.sort()).toEqual([...looks.keys()].sort());
  await rm(out, { recursive: true, force: true });
});
