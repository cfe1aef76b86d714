import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put, withOrientation } from './evidence-photos';

let app: LiudiApp;
let folder: string;

// One shop for both.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  folder = await makeFolder();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** The stored bytes of a piece: what its EXIF says, its size, and colours at places given as parts of it. */
async function look(page: Page, sha256: string, places: readonly (readonly [number, number])[]) {
  return page.evaluate(
    async ([key, spots]) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => {
            resolve(request.result);
          });
          request.addEventListener('error', () => {
            reject(request.error ?? new Error('failed'));
          });
        });
      const db = await done(indexedDB.open('liudi'));
      const { blob } = (await done(db.transaction('blobs').objectStore('blobs').get(key))) as { blob: Blob };
      db.close();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const colors = spots.map(([x, y]) => [
        ...(pen?.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data ?? []),
      ]);
      return { exif: text.includes('Exif'), width: bitmap.width, height: bitmap.height, colors };
    },
    [sha256, places] as const,
  );
}

test('a marked copy: drawn by hand and by key, pixels destroyed, no EXIF, the original as it was', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫' });
  await showTab(page, '凭证');
  // Lying on its side: what is drawn has to be where it is seen.
  const jpeg = withOrientation(await drawPhoto(page, { width: 1200, height: 800 }), 6);
  const photo = await put(folder, 'a.jpg', jpeg);
  await dropPaths(page, [photo]);
  const tiles = page.locator('.evidence-tile');
  await expect(tiles).toHaveCount(1);
  await tiles.click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByText('与原件一致')).toBeVisible();
  await page.keyboard.press('m');
  const paper = page.locator('.annotate-paper');
  await expect(paper.locator('img')).toBeVisible();
  const box = await paper.boundingBox();
  if (box === null) throw new Error('no picture');
  // Over the middle, where four colours meet.
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.6, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.annotate-blur')).toHaveCount(1);
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect(page.locator('.annotate-marks rect')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.annotate-marks rect')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('副本已存为')).toBeVisible();
  await expect(viewer.getByText('副本完好，原件另存')).toBeVisible();
  await expect(viewer).toContainText(await hashOf(photo));
  const copy = (await viewer.locator('.evidence-hash .mono').textContent()) ?? '';
  const seen = await look(page, copy, [
    [0.51, 0.52],
    [0.53, 0.53],
    [0.1, 0.1],
  ]);
  // Upright, without EXIF; what lay under the blur is one even colour; outside it is untouched.
  expect(seen).toMatchObject({ exif: false, width: 800, height: 1200 });
  const [middle = [], beside = [], corner = []] = seen.colors;
  for (const channel of [0, 1, 2])
    expect(Math.abs((middle[channel] ?? 0) - (beside[channel] ?? 999))).toBeLessThan(12);
  expect(corner[2]).toBeGreaterThan(150);
  expect((await look(page, await hashOf(photo), [])).exif).toBe(true);
  await page.keyboard.press('Escape');
  await expect(tiles).toHaveCount(2);
  await expect(tiles.filter({ hasText: '标注' })).toHaveCount(1);
  await showTab(page, '记录');
  await expect(page.locator('.timeline')).toContainText('原件未动');
});

test('R22 ten thousand pieces scroll smoothly, few of them are elements, and all can be selected', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '一万件' });
  await showTab(page, '凭证');
  await dropPaths(page, [await put(folder, 'many.jpg', await drawPhoto(page, { seed: 2 }))]);
  await expect(page.locator('.evidence-tile')).toHaveCount(1);
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => {
          resolve(request.result);
        });
        request.addEventListener('error', () => {
          reject(request.error ?? new Error('failed'));
        });
      });
    const db = await done(indexedDB.open('liudi'));
    const store = db.transaction('evidence', 'readwrite').objectStore('evidence');
    const rows = (await done(store.getAll())) as Record<string, unknown>[];
    for (let at = 0; at < 10_000 - rows.length; at += 1) {
      const name = `买家${at % 400}_20261121_照片_${at}.jpg`;
      const id = `01KAJ0${String(at).padStart(20, '0')}`;
      const folder = `买家${at % 400}`;
      store.put({ ...rows[0], id, fileName: name, nameKey: name, folder, buyerId: folder });
    }
    await new Promise((resolve) => {
      store.transaction.addEventListener('complete', resolve);
    });
    db.close();
  });
  await goTo(page, 'evidence');
  await expect(page.getByText('10000 个')).toBeVisible();
  await expect(page.locator('.evidence-scroll .evidence-tile').first()).toBeVisible();
  const measured = await page.evaluate(async () => {
    const list = document.querySelector('.evidence-scroll');
    if (list === null) throw new Error('no list');
    const gaps: number[] = [];
    let most = 0;
    let last = performance.now();
    for (let step = 0; step < 90; step += 1) {
      list.scrollTop += 400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      gaps.push(performance.now() - last);
      last = performance.now();
      most = Math.max(most, list.querySelectorAll('.evidence-tile').length);
    }
    gaps.sort((a, b) => a - b);
    return { median: gaps[45] ?? 0, p95: gaps[85] ?? 0, worst: gaps.at(-1) ?? 0, most, top: list.scrollTop };
  });
  test.info().annotations.push({ type: 'frames', description: JSON.stringify(measured) });
  expect(measured.top).toBe(36_000);
  expect(measured.most).toBeLessThan(120);
  // A frame of a busy machine is late; drawing ten thousand tiles would take many seconds.
  expect(measured.median).toBeLessThan(1000);
  await page.locator('.evidence-scroll .evidence-tile').nth(20).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 10000 个')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.locator('.evidence-scroll .evidence-tile').last()).toBeFocused();
});
