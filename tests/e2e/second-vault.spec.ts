import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, skipSetup } from '../helpers/seller';
import { hashOf, makeFolder } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf, vaultFolder } from './vault-steps';

let app: LiudiApp;
let folder: string;

test.beforeEach(async () => {
  folder = await makeFolder();
  app = await launchApp();
  await skipSetup(app.page);
});

test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a second copy on another disk is kept up, tried, and gives the shop back when vault and database are gone', async () => {
  const { page } = app;
  const stick = join(folder, 'stick');
  await mkdir(stick);
  const hashes = await fileCaseFrom(folder, page, '小鱼爱吃猫', [1, 2]);
  await mirrored(page);
  await goTo(page, 'settings');
  app.answerDialog({ kind: 'open', filePaths: [stick] });
  await page.getByRole('button', { name: '选择备份位置' }).click();
  await expect(page.getByRole('button', { name: '现在备份' })).toBeVisible();
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.locator('[data-backup="fresh"]')).toContainText('备份过', { timeout: 40_000 });
  await page.getByRole('button', { name: '演练一次' }).click();
  await expect(page.getByText(/抽查 2\/2 个原件/)).toBeVisible({ timeout: 40_000 });
  await app.quit();
  await rm(storeFolderOf(app), { recursive: true });
  await rm(vaultFolder(app), { recursive: true });
  const again = await app.start();
  await expect(again.getByText(/找到第二份备份/)).toBeVisible();
  await again.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(again.getByRole('status')).toHaveText(/全部内容都回来了/);
  await again.getByRole('button', { name: '进入留底' }).click();
  expect(await storedHashes(again)).toEqual([...hashes].sort());
  // The first vault is filled anew by itself.
  await mirrored(again);
  for (const sha256 of hashes) {
    expect(await hashOf(join(vaultFolder(app), 'objects', sha256.slice(0, 2), sha256))).toBe(sha256);
  }
});
