import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';

let app: LiudiApp;
let folder: string;

// One shop for all, each with cases and pictures of its own.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
});
test.beforeEach(async () => {
  folder = await makeFolder();
  await goTo(app.page, 'today');
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
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
  await openCaseWithEvidence('整个文件夹');
  const jpeg = await drawPhoto(app.page, { seed: 11 });
  await put(folder, '退货/1.jpg', jpeg);
  await put(folder, '退货/深/2.png', await drawPhoto(app.page, { type: 'image/png', seed: 12 }));
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
  const photo = await put(folder, 'a.jpg', await drawPhoto(app.page, { seed: 21 }));
  await openCaseWithEvidence('甲');
  await dropPaths(app.page, [photo]);
  await expect(tiles()).toHaveCount(1);
  await openCaseWithEvidence('乙');
  await dropPaths(app.page, [photo]);
  await expect(app.page.getByText(/已在 \d{8}-\d{3}（甲_\d{8}_照片_01\.jpg）/)).toBeVisible();
  await expect(tiles()).toHaveCount(1);
});

test('R19 without an open case a drop opens the form, and the files follow the new case', async () => {
  const { page } = app;
  await dropPaths(page, [await put(folder, 'a.jpg', await drawPhoto(page, { seed: 31 }))]);
  const form = page.getByRole('dialog', { name: '新建售后单' });
  await expect(form.getByText('1 个文件')).toBeVisible();
  await dropPaths(page, [await put(folder, 'b.jpg', await drawPhoto(page, { seed: 32 }))]);
  await expect(form.getByText('2 个文件')).toBeVisible();
  await form.getByLabel('买家ID').fill('先有图');
  await page.keyboard.press('Control+Enter');
  await expect(tiles()).toHaveCount(2);
  await expect(page.locator('.case-header h1')).toHaveText('先有图');
});

test('R11 R19 a pasted screenshot is filed as chat; text pasted into a field stays text', async () => {
  const { page } = app;
  await openCaseWithEvidence('截图');
  const png = [...(await drawPhoto(page, { type: 'image/png', seed: 41 }))];
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
  await expect(page.getByText(/已存 截图_\d{8}_聊天_01\.png/)).toBeVisible();
  await page.keyboard.press('/');
  await paste(true);
  await expect(page.getByRole('tab', { name: /^凭证/ })).toHaveText(/1$/);
});

test('cancelling a large drop leaves whole files only', async () => {
  const { page } = app;
  await openCaseWithEvidence('很多很多');
  const noise = Buffer.alloc(3_000_000, 7);
  const jpeg = await drawPhoto(page, { seed: 51 });
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
