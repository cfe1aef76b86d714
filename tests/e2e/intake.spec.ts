import { appendFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, skipSetup } from '../helpers/seller';
import { waitForDraft } from '../helpers/wait-for-draft';
import { heicSample } from '../unit/evidence/heic-sample';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';

let app: LiudiApp;
let folder: string;

// One shop for both; each leaves an empty inbox.
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
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const tiles = (): Locator => app.page.locator('.evidence-tile');
const inbox = (): Locator => app.page.getByRole('region', { name: '未归档' });
const waiting = (): Locator => inbox().getByRole('option');
const form = (): Locator => app.page.getByRole('dialog', { name: '新建售后单' });

test('R19 R21 files without a case survive SIGKILL, follow the form, and are proposed by their name', async () => {
  await dropPaths(app.page, [
    await put(folder, 'a.jpg', await drawPhoto(app.page)),
    await put(folder, 'IMG_0001.HEIC', heicSample),
  ]);
  await expect(form().getByText('2 个文件')).toBeVisible();
  await form().getByLabel('买家ID').fill('先有图');
  await waitForDraft(app.page, '先有图');
  await app.kill('both');
  await app.start();
  await expect(app.page.locator('[data-screen="evidence"] .rail-count')).toHaveText('2');
  await app.page.keyboard.press('n');
  await expect(form().getByText('2 个文件')).toBeVisible();
  await expect(form().getByLabel('买家ID')).toHaveValue('先有图');
  await form().getByLabel('买家ID').focus();
  await app.page.keyboard.press('Control+Enter');
  await expect(tiles()).toHaveCount(2);
  await expect(app.page.locator('.case-header h1')).toHaveText('先有图');
  // The phone's HEIC is shown by our own decoder; what lies there is the original.
  await expect(tiles().locator('img')).toHaveCount(2, { timeout: 40_000 });
  await expect(app.page.locator('.evidence-tile[title*="IMG_0001.HEIC"]')).toHaveAttribute(
    'data-sha256',
    await hashOf(join(folder, 'IMG_0001.HEIC')),
  );

  await app.page.keyboard.press('Alt+1');
  await dropPaths(app.page, [await put(folder, '先有图 裂口.jpg', await drawPhoto(app.page, { seed: 2 }))]);
  const question = app.page.getByRole('dialog', { name: /归到这里吗/ });
  await expect(question.getByText('先有图', { exact: true })).toBeVisible();
  await expect(question.locator('.btn.primary')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(tiles()).toHaveCount(3);
  await expect(app.page.locator('[data-screen="evidence"] .rail-count')).toHaveCount(0);
});

test('R19 new files of a watched folder come in once, whole, and are filed from the inbox by key and by hand', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫' });
  const old = await put(folder, 'old.jpg', await drawPhoto(page));
  await page.keyboard.press('Alt+0');
  app.answerDialog({ kind: 'open', filePaths: [folder] });
  const card = page.getByRole('region', { name: '监看文件夹' });
  await card.getByRole('button', { name: '选择文件夹' }).click();
  await expect(card.getByRole('status')).toHaveText('正在监看');
  await expect(card.getByText('原来就有 1 个文件')).toBeVisible();

  const photo = await drawPhoto(page, { seed: 3 });
  const growing = await put(folder, '小鱼爱吃猫/growing.jpg', photo.subarray(0, 500));
  await put(folder, '.hidden.jpg', await drawPhoto(page, { seed: 4 }));
  await put(folder, 'x.jpg.part', await drawPhoto(page, { seed: 5 }));
  await put(folder, 'b.jpg', await drawPhoto(page, { seed: 6 }));
  await appendFile(growing, photo.subarray(500));
  await page.keyboard.press('Alt+4');
  await expect(waiting()).toHaveCount(2);
  await rename(join(folder, 'b.jpg'), join(folder, 'b again.jpg'));
  await writeFile(join(folder, 'c.jpg'), await drawPhoto(page, { seed: 7 }));
  await expect(waiting()).toHaveCount(3);
  expect((await stat(old)).isFile()).toBe(true);

  // The folder's name tells the case: one click. The others by M.
  await inbox().getByRole('button', { name: '按建议归档 1 个' }).click();
  await expect(waiting()).toHaveCount(2);
  await waiting().first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: /归到哪张售后单/ })).toBeVisible();
  await expect(page.getByPlaceholder('买家ID、订单号、单号或货品')).toBeFocused();
  await expect(page.locator('[cmdk-item][data-selected="true"]')).toContainText('小鱼爱吃猫');
  await page.keyboard.press('Enter');
  await expect(inbox()).toBeHidden();
  await expect(page.locator('.evidence-tile[title^="小鱼爱吃猫_"]')).toHaveCount(3);
});
