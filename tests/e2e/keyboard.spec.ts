import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase } from '../helpers/seller';

let app: LiudiApp;

test.beforeEach(async () => {
  app = await launchApp();
});
test.afterEach(async () => {
  await app.close();
});

test('R110 R111 from first run to a put-off follow-up without a mouse', async () => {
  const { page } = app;
  const press = async (key: string, times = 1): Promise<void> => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  };
  await expect(page.getByRole('button', { name: '跳过' })).toBeVisible();
  await page.getByRole('button', { name: '跳过' }).focus();
  await press('Enter');
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  await press('n');
  await expect(page.getByRole('dialog').getByLabel('买家ID')).toBeFocused();
  await page.keyboard.type('键盘买家');
  await press('Tab', 2);
  await page.keyboard.type('778899');
  await page.getByRole('dialog').getByLabel('下一步做什么').focus();
  await page.keyboard.type('催视频');
  await page.getByRole('dialog').getByLabel('什么时候做').focus();
  await page.keyboard.type('+1h');
  await press('Control+Enter');
  await expect(page.locator('.case-header h1')).toHaveText('键盘买家');
  await press('Alt+1');
  await page.locator('[data-hotkey="today-list"]').focus();
  await press('s');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('3');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('row')).toContainText('键盘买家');
  await expect(page.getByRole('grid', { name: '2 小时内' })).toBeHidden();
  await press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.locator('[data-hotkey="today-list"]').focus();
  await press('Enter');
  await expect(page.locator('.case-header h1')).toHaveText('键盘买家');
});

test('no screen has a fault that axe can find, light and dark', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '先看看示例店铺' }).click();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible({ timeout: 40_000 });
  await openNewCase(page, { buyerId: '小鱼爱吃猫', orderNo: '1', nextAt: '+1h' });
  // Run through the debugger, which the page's content policy does not bind.
  await page.evaluate(axe.source);
  // The dark look changes nothing but colours.
  const screens = await page
    .locator('.rail-item')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-screen') ?? ''));
  expect(screens.length).toBeGreaterThan(8);
  const rules = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of screens) {
      await page.locator(`.rail-item[data-screen="${screen}"]`).click();
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
      const faults = await page.evaluate(async (options) => {
        type Found = { violations: { id: string; nodes: { html: string }[] }[] };
        const { axe } = globalThis as unknown as {
          axe: { run: (context: Document, options: object) => Promise<Found> };
        };
        const { violations } = await axe.run(document, options);
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
        );
      }, rules[theme]);
      expect(faults, `${screen} ${theme}`).toEqual([]);
    }
  }
});
