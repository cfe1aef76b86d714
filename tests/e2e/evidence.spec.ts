import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put, withOrientation } from './evidence-photos';

let app: LiudiApp;
let folder: string;

test.beforeEach(async () => {
  app = await launchApp();
  folder = await makeFolder();
  await skipSetup(app.page);
});
test.afterEach(async () => {
  await app.close();
});

const tiles = (): Locator => app.page.locator('.evidence-tile');
const rejects = (): Locator => app.page.getByRole('list', { name: '没有收的文件' });

async function openCaseWithEvidence(buyerId: string): Promise<void> {
  await openNewCase(app.page, { buyerId });
  await showTab(app.page, '凭证');
}

test('R17 R21 R22 files dropped on an open case are filed under the buyer, and survive SIGKILL', async () => {
  await openCaseWithEvidence('小鱼爱吃猫');
  const photo = await put(folder, '微信图片_1.jpg', await drawPhoto(app.page));
  await dropPaths(app.page, [photo]);
  await expect(app.page.getByText(/已存 小鱼爱吃猫_\d{8}_照片_01\.jpg/)).toBeVisible();
  await app.kill('both');
  await app.start();
  await openFromList(app.page, '小鱼爱吃猫');
  await showTab(app.page, '凭证');
  await expect(tiles()).toHaveCount(1);
  await expect(tiles()).toHaveAttribute('data-sha256', await hashOf(photo));
  await expect(tiles()).toHaveAttribute('title', /微信图片_1\.jpg/);
  await expect(tiles().locator('img')).toBeVisible();
});

test('R17 R22 a folder brings what it holds; what is no evidence is named with its reason', async () => {
  await openCaseWithEvidence('小鱼爱吃猫');
  const jpeg = await drawPhoto(app.page);
  await put(folder, '退货/1.jpg', jpeg);
  await put(folder, '退货/深/2.png', await drawPhoto(app.page, { type: 'image/png', seed: 2 }));
  await put(folder, '退货/again.jpg', jpeg);
  await put(folder, '退货/坏了.jpg', jpeg.subarray(0, 700));
  await put(folder, '退货/空.jpg', '');
  await put(folder, '退货/照片.png', 'MZ\u0090\u0000\u0003'.padEnd(300, '\u0000'));
  await put(folder, '退货/图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>');
  await put(folder, '退货/.DS_Store', 'x');
  await dropPaths(app.page, [join(folder, '退货')]);
  await expect(tiles()).toHaveCount(3);
  await expect(rejects().getByRole('listitem')).toHaveText([
    /^空\.jpg.*0 字节/,
    /^图\.svg.*没有收/,
    /^照片\.png.*程序/,
  ]);
  await expect(app.page.getByText(/本单已有/)).toBeVisible();
  const broken = tiles().filter({ hasText: '坏了.jpg' });
  await expect(broken).toHaveAttribute('data-sha256', await hashOf(join(folder, '退货/坏了.jpg')));
  await app.page.getByRole('button', { name: '知道了' }).click();
  await expect(rejects()).toBeHidden();
});

test('R22 the same bytes in another case are linked and said so', async () => {
  const photo = await put(folder, 'a.jpg', await drawPhoto(app.page));
  await openCaseWithEvidence('甲');
  await dropPaths(app.page, [photo]);
  await expect(tiles()).toHaveCount(1);
  await openCaseWithEvidence('乙');
  await dropPaths(app.page, [photo]);
  await expect(app.page.getByText(/已在 \d{8}-001（甲_\d{8}_照片_01\.jpg）/)).toBeVisible();
  await expect(tiles()).toHaveCount(1);
});

test('R19 without an open case a drop opens the form, and the files follow the new case', async () => {
  const { page } = app;
  await dropPaths(page, [await put(folder, 'a.jpg', await drawPhoto(page))]);
  const form = page.getByRole('dialog', { name: '新建售后单' });
  await expect(form.getByText('1 个文件')).toBeVisible();
  await dropPaths(page, [await put(folder, 'b.jpg', await drawPhoto(page, { seed: 2 }))]);
  await expect(form.getByText('2 个文件')).toBeVisible();
  await form.getByLabel('买家ID').fill('先有图');
  await page.keyboard.press('Control+Enter');
  await expect(tiles()).toHaveCount(2);
  await expect(page.locator('.case-header h1')).toHaveText('先有图');
});

test('R11 R19 a pasted screenshot is filed as chat; text pasted into a field stays text', async () => {
  const { page } = app;
  await openCaseWithEvidence('小鱼爱吃猫');
  const png = [...(await drawPhoto(page, { type: 'image/png' }))];
  const paste = (withText: boolean): Promise<void> =>
    page.evaluate(
      ([bytes, withText]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        if (withText) data.setData('text/plain', 'a table');
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [png, withText] as const,
    );
  await page.getByRole('tab', { name: /^处理/ }).click();
  await paste(false);
  await expect(page.getByText(/已存 小鱼爱吃猫_\d{8}_聊天_01\.png/)).toBeVisible();
  await page.keyboard.press('/');
  await paste(true);
  await expect(page.getByRole('tab', { name: /^凭证/ })).toHaveText(/1$/);
});

test('R22 thumbnails are upright for all eight ways of holding a phone', async () => {
  await openCaseWithEvidence('小鱼爱吃猫');
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const jpeg = withOrientation(await drawPhoto(app.page, { width: 1600, height: 1200 }), orientation);
    await put(folder, `${orientation}.jpg`, jpeg);
  }
  await dropPaths(app.page, [folder]);
  await expect(tiles()).toHaveCount(8);
  // What the browser itself shows of each file is what the thumbnail has to show.
  for (const tile of await tiles().all()) {
    await expect(tile.locator('img')).toBeVisible();
    const name = /(\d)\.jpg$/.exec((await tile.getAttribute('title')) ?? '')?.[1] ?? '';
    const original = (await readFile(join(folder, `${name}.jpg`))).toString('base64');
    const [thumb, truth] = await tile.locator('img').evaluate(async (img: HTMLImageElement, base64) => {
      const look = async (source: HTMLImageElement): Promise<string> => {
        await source.decode();
        const canvas = new OffscreenCanvas(40, 40);
        const pen = canvas.getContext('2d');
        pen?.drawImage(source, 0, 0, 40, 40);
        const at = (x: number, y: number): string => {
          const [red = 0, green = 0, blue = 0] = pen?.getImageData(x, y, 1, 1).data ?? [];
          return red > 200 && green > 200
            ? 'w'
            : red > 150
              ? 'r'
              : blue > 150
                ? 'b'
                : green > 100
                  ? 'g'
                  : '?';
        };
        const shape = source.naturalWidth > source.naturalHeight ? 'wide' : 'high';
        return `${shape} ${at(8, 8)}${at(32, 8)}${at(8, 32)}${at(32, 32)}`;
      };
      const whole = new Image();
      whole.src = `data:image/jpeg;base64,${base64}`;
      return Promise.all([look(img), look(whole)]);
    }, original);
    expect(`${name}: ${thumb}`).toBe(`${name}: ${truth}`);
  }
});

test('R22 the viewer: keys, zoom, integrity, and the original saved byte for byte', async () => {
  const { page } = app;
  await openCaseWithEvidence('小鱼爱吃猫');
  for (const seed of [1, 2, 3])
    await put(folder, `${seed}.jpg`, await drawPhoto(page, { width: 3000, height: 2000, seed }));
  await dropPaths(page, [folder]);
  await expect(tiles()).toHaveCount(3);
  await tiles().first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tiles().nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByText('第 2 / 3 个')).toBeVisible();
  await expect(viewer.getByText('与原件一致')).toBeVisible();
  await expect(viewer.locator('img')).toBeVisible();
  await page.keyboard.press('1');
  await expect(viewer.locator('.evidence-percent')).toHaveText('100%');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText('第 2 / 3 个')).toBeVisible();
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText('第 3 / 3 个')).toBeVisible();
  await expect(viewer.getByText(await hashOf(join(folder, '3.jpg')))).toBeVisible();
  await expect(viewer.getByText('与原件一致')).toBeVisible();
  const target = join(folder, 'saved', 'x.jpg');
  await put(folder, 'saved/keep', '');
  app.answerDialog({ kind: 'save', canceled: false, filePath: target });
  await viewer.getByRole('button', { name: '另存原件' }).click();
  await expect(page.getByText('原件已存为')).toBeVisible();
  expect(await hashOf(target)).toBe(await hashOf(join(folder, '3.jpg')));
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(tiles().nth(1)).toBeFocused();
});

test('R22 the exported tree holds every file, and its manifest tells the truth', async () => {
  const { page } = app;
  const evil = 'a/../../b';
  const photo = await put(folder, '原名.jpg', await drawPhoto(page));
  for (const buyerId of [evil, 'A', 'a']) {
    await openCaseWithEvidence(buyerId);
    await dropPaths(page, [
      photo,
      await put(
        folder,
        `${buyerId.length}${buyerId.charCodeAt(0)}.jpg`,
        await drawPhoto(page, { seed: buyerId.charCodeAt(0) }),
      ),
    ]);
    await expect(tiles()).toHaveCount(2);
  }
  await goTo(page, 'evidence');
  await expect(tiles()).toHaveCount(6);
  const out = join(folder, 'out');
  await put(folder, 'out/keep', '');
  app.answerDialog({ kind: 'open', canceled: false, filePaths: [out] });
  await page.getByRole('button', { name: '导出文件夹' }).click();
  await expect(page.getByText('已导出 6 个文件到“售后问题图片汇集”')).toBeVisible();
  const root = join(out, '售后问题图片汇集');
  expect((await readdir(root)).sort()).toEqual(['A', 'a_.._.._b', 'a~2', 'manifest.json']);
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as {
    files: {
      path: string;
      buyerId: string;
      sha256: string;
      size: number;
      originalName: string;
      receivedAt: string;
      duplicateOf: string | null;
    }[];
  };
  expect(manifest.files).toHaveLength(6);
  expect(new Set(manifest.files.map(({ buyerId }) => buyerId))).toEqual(new Set([evil, 'A', 'a']));
  expect(manifest.files.filter(({ duplicateOf }) => duplicateOf !== null)).toHaveLength(2);
  for (const file of manifest.files) {
    const path = join(root, file.path);
    expect(await hashOf(path)).toBe(file.sha256);
    expect((await stat(path)).size).toBe(file.size);
    expect(file.receivedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
  }
});

test('a flipped byte in a stored original is found when opened and when exported', async () => {
  const { page } = app;
  await openCaseWithEvidence('小鱼爱吃猫');
  for (const seed of [1, 2]) await put(folder, `${seed}.jpg`, await drawPhoto(page, { seed }));
  await dropPaths(page, [folder]);
  await expect(tiles()).toHaveCount(2);
  const sha256 = await hashOf(join(folder, '1.jpg'));
  await page.evaluate(async (key) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('failed'));
        };
      });
    const db = await done(indexedDB.open('liudi'));
    const { blob } = (await done(db.transaction('blobs').objectStore('blobs').get(key))) as { blob: Blob };
    const bytes = new Uint8Array(await blob.arrayBuffer());
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    await done(
      db
        .transaction('blobs', 'readwrite')
        .objectStore('blobs')
        .put({ sha256: key, blob: new Blob([bytes]) }),
    );
    db.close();
  }, sha256);
  await tiles().first().click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('与存入时不一致');
  await page.keyboard.press('Escape');
  await goTo(page, 'evidence');
  const out = join(folder, 'out');
  await put(folder, 'out/keep', '');
  app.answerDialog({ kind: 'open', canceled: false, filePaths: [out] });
  await page.getByRole('button', { name: '导出文件夹' }).click();
  await expect(page.getByRole('alert')).toContainText(/1 个文件与存入时不一致.*照片_01\.jpg/s);
  await expect(page.getByText('已导出 1 个文件')).toBeVisible();
  const manifest = await readFile(join(out, '售后问题图片汇集', 'manifest.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({
    files: [{ originalName: '2.jpg' }],
    leftOut: [{ sha256, reason: 'changed' }],
  });
});

test('a picture of 484 megapixels is kept byte for byte and never decoded', async () => {
  const { page } = app;
  await openCaseWithEvidence('小鱼爱吃猫');
  const png = await drawPhoto(page, { type: 'image/png' });
  png.writeUInt32BE(22_000, 16);
  png.writeUInt32BE(22_000, 20);
  await dropPaths(page, [await put(folder, 'bomb.png', png)]);
  await expect(tiles()).toContainText('图片过大');
  await tiles().click();
  await expect(page.getByRole('dialog')).toContainText('超过 1 亿像素');
  await expect(page.getByRole('dialog').getByText('与原件一致')).toBeVisible();
  await expect(page.getByRole('dialog').locator('img')).toHaveCount(0);
});

test('cancelling a large drop leaves whole files only', async () => {
  const { page } = app;
  await openCaseWithEvidence('小鱼爱吃猫');
  const noise = Buffer.alloc(3_000_000, 7);
  const jpeg = await drawPhoto(page);
  for (let index = 0; index < 120; index += 1) {
    await put(folder, `${index}.jpg`, Buffer.concat([jpeg, noise, Buffer.from(String(index))]));
  }
  await dropPaths(page, [folder]);
  await page.getByRole('region', { name: '正在存入凭证' }).getByRole('button', { name: '取消' }).click();
  await expect(page.getByText(/已取消：存好 \d+ 个，其余 \d+ 个没有动/)).toBeVisible();
  const count = await tiles().count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(120);
  for (const tile of await tiles().all()) {
    const name = /原名: (\S+)/.exec((await tile.getAttribute('title')) ?? '')?.[1] ?? '';
    expect(await tile.getAttribute('data-sha256')).toBe(await hashOf(join(folder, name)));
  }
});
