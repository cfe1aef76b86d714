import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, skipSetup } from '../helpers/seller';

let app: LiudiApp;
test.afterEach(() => app.close());

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function openQueue(page: Page, many: number): Promise<void> {
  await page.keyboard.press('Alt+7');
  const open = page.getByRole('button', { name: new RegExp(`^一单一单粘贴 ${many}$`) });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`第 1 / ${many} 条`))).toBeVisible();
}

test('R117 R28 hostile values go out as typed and blanks never; memos for many orders by keys alone, also after a kill', async () => {
  app = await launchApp();
  const { page } = app;
  await skipSetup(page);
  await openNewCase(page, {
    buyerId: '{{买家ID}}$&{8}',
    orderNo: '4100000000000000099',
    description: '$` {收图邮箱} __proto__',
  });

  // A message with a blank nobody can see into is not copied by any key; the blank takes several lines as pasted.
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('fatu');
  await expect(dialog.getByLabel('要发的话')).toContainText('会员名：{{买家ID}}$&{8}');
  const blank = dialog.getByLabel('收图邮箱');
  await blank.fill('\u2800\u200b\u3164');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^复制/ })).toBeVisible();
  await expect(dialog.getByText(/还缺：收图邮箱/)).toBeVisible();
  const long = `第一行\n{订单号}$1 ${'9'.repeat(5000)}`;
  await blank.fill(long);
  await expect(dialog.getByText(/还缺/)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => copied(page)).toContain(`发到 ${long}，邮件标题`);
  expect(await copied(page)).toContain('会员名：{{买家ID}}$&{8}\n2. 订单号：4100000000000000099');
  await expect(dialog).toHaveCount(0);

  // A memo of a template for several orders: the columns fill its blanks.
  await page.keyboard.press('Alt+7');
  await page.getByRole('button', { name: '批量备注' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('订单号，一行一个').fill('1001\t袜子\n1002\t{原因}$&\n1003\t帽子');
  await page.getByLabel('内容').fill('缺件 {原因}，补发');
  const add = page.getByRole('button', { name: '加入粘贴队列 3 条' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/第 1 \/ 3 条/)).toBeVisible();
  for (const [at, order, memo] of [
    [2, '1001', '缺件 袜子，补发'],
    [3, '1002', '缺件 {原因}$&，补发'],
  ] as const) {
    await expect(page.getByRole('button', { name: /^复制订单号/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^复制备注/ })).toBeFocused();
    expect(await copied(page)).toBe(order);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^贴好了/ })).toBeFocused();
    expect(await copied(page)).toContain(memo);
    await page.keyboard.press('Enter');
    await expect(page.getByText(new RegExp(`第 ${at} / 3 条`))).toBeVisible();
  }
  // Ticked too early: back, and the tick is taken back.
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('已勾选')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('已勾选')).toHaveCount(0);

  await app.kill('both');
  const again = await app.start();
  await openQueue(again, 2);
  await expect(again.locator('.notes-queue-order')).toHaveText('1002');
  await again.keyboard.press('ArrowRight');
  await expect(again.getByText(/第 2 \/ 2 条/)).toBeVisible();
  await again.keyboard.press('Delete');
  await expect(again.getByText('贴好 0 条，还剩 1 条没贴')).toBeVisible();
  await again.keyboard.press('Enter');
  await expect(again.getByRole('dialog')).toHaveCount(0);
});
