import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { fillNewCase, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { mountSmallDisk, type SmallDisk } from '../helpers/small-disk';
import { makeFolder, put } from './evidence-photos';

let app: LiudiApp;
let disk: SmallDisk | null;

// One small disk for both.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  disk = mountSmallDisk(260);
  test.skip(disk === null, 'a disk that can be filled has to be mounted, which needs root on Linux');
  app = await launchApp({ userData: join(disk?.folder ?? '', 'data') });
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app?.close();
  disk?.remove();
});

test('a full disk is said in words, nothing typed is lost, and later saves work without a restart', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '先有一个' });
  await expect(page.locator('[data-mirror="done"]')).toContainText('已同步到保险库', { timeout: 40_000 });
  const form = await fillNewCase(page, { buyerId: '存不下的买家', description: '这句话不能丢' });
  disk?.fill(0);
  // More than what may be left of the last page of a file the store has already made.
  const said = page.getByRole('alert').filter({ hasText: /磁盘满了|数据暂时打不开/ });
  await form.getByLabel('发生了什么').fill(`这句话不能丢${'字'.repeat(20_000)}`);
  await page.keyboard.press('Control+Enter');
  await expect(said.first()).toBeVisible({ timeout: 40_000 });
  await expect(form.getByLabel('发生了什么')).toHaveValue(/^这句话不能丢/);
  disk?.free();
  // Now and then Chromium takes a store it could not write to for broken and makes it anew, empty.
  const back = page.getByText('磁盘有空间了，可以继续保存');
  const rescue = page.getByRole('button', { name: '从保险库恢复' });
  await expect(back.or(rescue).first()).toBeVisible({ timeout: 40_000 });
  if (await rescue.isVisible()) {
    await rescue.click();
    await page.getByRole('button', { name: '进入留底' }).click({ timeout: 40_000 });
    await openFromList(page, '先有一个');
    return;
  }
  // The save either failed and the form is still there, or it waited for the store and goes through now.
  const saved = page.locator('.case-header h1').filter({ hasText: '存不下的买家' });
  const again = form.getByRole('button', { name: /^保存/, disabled: false });
  await expect(saved.or(again)).toBeVisible();
  if (await again.isVisible()) {
    await form.getByLabel('发生了什么').fill('这句话不能丢');
    await again.click();
  }
  await expect(saved).toBeVisible();
  await app.kill('both');
  await app.start();
  await openFromList(app.page, '存不下的买家');
  await openFromList(app.page, '先有一个');
});

test('photos that do not fit are named, the others stay whole, and a retry files the rest', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫' });
  await showTab(page, '凭证');
  const folder = await makeFolder();
  const paths = await Promise.all([1, 2, 3].map((n) => put(folder, `${n}.txt`, String(n).repeat(4_000_000))));
  disk?.fill(40 * 1024 * 1024);
  await dropPaths(page, paths);
  await expect(page.getByText(/磁盘满了，\d 个文件还没有存/)).toBeVisible({ timeout: 40_000 });
  disk?.free();
  await page.locator('.evidence-intake').getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.evidence-tile')).toHaveCount(3);
});
