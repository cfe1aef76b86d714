import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, makeFolder, put } from './evidence-photos';

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

test('delete by key, take back by message and Ctrl+Z, restore from the trash, delete for good', async () => {
  const { page } = app;
  const toast = page.getByRole('status').filter({ hasText: /^删除凭证 小鱼爱吃猫_\d+_照片_01\.jpg/ });
  await openNewCase(page, { buyerId: '小鱼爱吃猫', product: '连衣裙' });
  await showTab(page, '凭证');
  await dropPaths(page, [await put(folder, 'a.jpg', await drawPhoto(page))]);
  const tiles = page.locator('[data-sha256]');
  await expect(tiles).toHaveCount(1);

  // A piece of evidence, by key; the message brings it back.
  await tiles.first().focus();
  await page.keyboard.press('Delete');
  await expect(tiles).toHaveCount(0);
  await toast.getByRole('button', { name: '撤销' }).click();
  await expect(tiles).toHaveCount(1);

  // The whole case, by key in the list; Ctrl+Z brings it back, but not from inside a text field.
  await page.getByRole('listbox', { name: '售后单列表' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.locator('[data-hotkey="list-search"]').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.locator('[data-hotkey="list-search"]').blur();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('option')).toHaveCount(1);
  await openFromList(page, '小鱼爱吃猫');
  await showTab(page, '记录');
  await expect(page.getByText('撤销了：删除到回收站').first()).toBeVisible();

  // Recent actions name what can be taken back.
  await page.keyboard.press('Control+Shift+Z');
  const recent = page.getByRole('dialog', { name: '最近的操作' });
  await expect(recent.getByRole('listitem')).toHaveText([/归档凭证 · 小鱼爱吃猫/, /新建售后单 · 小鱼爱吃猫/]);
  await page.keyboard.press('Escape');

  // Deleted again, restored after a restart, then gone for good.
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByRole('option')).toHaveCount(0);
  const again = await app.restart();
  await again.keyboard.press('Alt+t');
  await expect(again.locator('[data-trash-id]')).toContainText(/售后单.*小鱼爱吃猫.*还留 90 天/s);
  await again.getByRole('button', { name: '恢复' }).click();
  await expect(again.locator('.case-header h1')).toHaveText('小鱼爱吃猫');
  await showTab(again, '凭证');
  await expect(again.locator('[data-sha256]')).toHaveCount(1);
  await again.getByRole('button', { name: '删除', exact: true }).first().click();
  await again.keyboard.press('Alt+t');
  await again.getByRole('button', { name: /^彻底删除 / }).click();
  await again.getByRole('dialog').getByRole('button', { name: '彻底删除' }).click();
  await expect(again.getByRole('heading', { name: '回收站是空的' })).toBeVisible();
  await goTo(again, 'cases');
  await expect(again.getByRole('option')).toHaveCount(0);
});
