import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, skipSetup } from '../helpers/seller';

let app: LiudiApp | undefined;
test.afterEach(async () => {
  await app?.close();
  app = undefined;
});

test('R2 R87 several cases are closed by keys alone; a gate keeps its case open, one key takes all of it back', async () => {
  app = await launchApp();
  const { page } = app;
  await skipSetup(page);
  for (const [buyerId, type] of [
    ['甲买家', '仅退款'],
    ['乙买家', '丢件'],
    ['丙买家', '仅退款'],
  ] as const)
    await openNewCase(page, { buyerId, type });
  const list = page.locator('.case-list-scroll');
  await expect(list.getByRole('option')).toHaveCount(3);
  // Keys are not for the screen while a dialog is still there.
  const dialogs = page.locator('[role="dialog"]');
  await expect(dialogs).toHaveCount(0);
  // A form that has just gone may still give the focus back: the keys go to the list itself, not to what has the focus.
  await list.press('Control+a');
  await expect(page.getByRole('group', { name: '已选 3 单' })).toBeVisible();
  await list.press('x');
  const dialog = page.getByRole('dialog', { name: '一起结案' });
  await expect(dialog).toContainText('2 单可以结案');
  await expect(dialog).toContainText('损失由谁认，要有截图');
  await expect(dialog.getByLabel('真实原因')).toBeFocused();
  await page.keyboard.type('活动结束统一清理');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.locator('.close-many-list li')).toHaveCount(1);
  await expect(dialog.locator('.close-many-list')).toContainText('乙买家');
  await page.keyboard.press('Escape');
  await expect(dialogs).toHaveCount(0);
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.press('Control+z');
  await expect(list.getByRole('option')).toHaveCount(3);
});
