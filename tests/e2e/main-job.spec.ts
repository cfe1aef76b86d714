import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { fillNewCase, goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { waitForDraft } from '../helpers/wait-for-draft';

let app: LiudiApp;

// One shop for all; the first looks at the first case in it.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
});

test('R110 R121 a case opened by key is numbered, listed, found and has its history', async () => {
  const { page } = app;
  const caseNo = await openNewCase(page, {
    buyerId: '小鱼爱吃猫',
    orderNo: '1234567890123456789',
    description: '袖口开线',
  });
  expect(caseNo).toMatch(/^\d{8}-001$/);
  await expect(page.locator('.context')).toContainText('1234567890123456789');
  await showTab(page, '记录');
  await expect(page.getByText(`建单 ${caseNo}`)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('12345678901234567');
  await page.keyboard.press('Enter');
  await expect(page.locator('.palette')).toBeHidden();
  await expect(page.locator('.case-header h1')).toHaveText('小鱼爱吃猫');
});

test('R110 two cases of one buyer find each other', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '回头客', orderNo: 'a1' });
  await fillNewCase(page, { buyerId: '回头客' });
  await expect(page.getByText('这位买家已有 1 个售后单')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.locator('.context-history button').first().click();
  await expect(page.locator('.context')).toContainText('a1');
});

test('every field typed is a draft that survives SIGKILL', async () => {
  await fillNewCase(app.page, { buyerId: '草稿买家', orderNo: '98765', description: '写到一半' });
  await waitForDraft(app.page, '写到一半');
  await app.kill('both');
  const page = await app.start();
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: '新建售后单' });
  await expect(form.getByLabel('买家ID')).toHaveValue('草稿买家');
  await expect(form.getByLabel('订单号')).toHaveValue('98765');
  await expect(form.getByLabel('发生了什么')).toHaveValue('写到一半');
  await expect(form.getByText('已恢复上次未保存的内容')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.case-header h1')).toHaveText('草稿买家');
});

test('R121 a confirmed save survives SIGKILL of everything at once', async () => {
  const caseNo = await openNewCase(app.page, { buyerId: '刚存好的买家', orderNo: 'order-1' });
  await app.kill('both');
  await app.start();
  await openFromList(app.page, '刚存好的买家');
  await expect(app.page.locator('.case-header')).toContainText(caseNo);
});

test('markup typed into every field is shown as typed and never runs', async () => {
  const { page } = app;
  const evil = '<img src=x onerror="document.title=\'owned\'">';
  await openNewCase(page, {
    buyerId: evil,
    orderNo: evil,
    product: evil,
    description: evil,
    nextAction: evil,
    nextAt: '+2h',
  });
  await expect(page.locator('.case-header h1')).toHaveText(evil);
  await goTo(page, 'today');
  await expect(page.getByText(evil).first()).toBeVisible();
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
