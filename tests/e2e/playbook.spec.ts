import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, skipSetup } from '../helpers/seller';

let app: LiudiApp | undefined;
test.afterEach(async () => {
  await app?.close();
  app = undefined;
});

test('R17 R62 a case walks through its procedure: gate, loop, closing, and again', async () => {
  app = await launchApp();
  const { page } = app;
  await skipSetup(page);
  await openNewCase(page, { buyerId: '小鱼爱吃猫', type: '退货退款', amount: '128' });
  const walk = page.getByRole('region', { name: '处理流程' });
  const now = walk.locator('.walk-stages [aria-current="step"]');
  await expect(now).toHaveText('核实');

  // By keyboard: the answers are buttons in reach of Tab.
  await walk.getByRole('button', { name: '质量问题', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(walk.getByRole('heading', { name: '收下照片，看过再认可' })).toBeVisible();

  await walk.getByText(/^后面的步骤/).click();
  await walk.getByRole('button', { name: /定：同意/ }).click();
  await walk.getByRole('button', { name: '同意', exact: true }).click();
  const gate = page.getByRole('dialog', { name: '还差一步' });
  await expect(gate).toContainText('质量问题先看图');
  await gate.getByRole('button', { name: '取消' }).click();
  await expect(gate).toBeHidden();
  // Refused with a reason typed past the gate; then the buyer edits and applies again.
  await walk.getByRole('button', { name: '拒绝（写明理由和规则）' }).click();
  await gate.getByLabel('原因').fill('视频里看不出问题');
  await gate.getByRole('button', { name: '仍要继续' }).click();
  await expect(gate).toBeHidden();
  await walk.getByRole('button', { name: '不做这步' }).click();
  const skip = page.getByRole('dialog', { name: /不做/ });
  await skip.getByLabel('原因').fill('买家不肯拍照');
  await skip.getByRole('button', { name: '不做这步' }).click();
  await expect(now).toHaveText('已拒绝');
  await walk.getByRole('button', { name: /买家修改后再次申请/ }).click();
  await expect(now).toHaveText('核实');
  await expect(walk.getByRole('heading', { name: '问清是哪一类问题' })).toBeVisible();

  // Closing warns and wants the real reason.
  await page.locator('.case-header').getByRole('button', { name: '结案' }).click();
  const closing = page.getByRole('dialog', { name: '结案' });
  await expect(closing).toContainText('流程还在“核实”');
  await closing.getByLabel('真实原因').fill('缝线质量');
  await page.keyboard.press('Control+Enter');
  await expect(closing).toBeHidden();
  await expect(page.locator('.case-header')).toContainText('已结案');
  await page.getByRole('tab', { name: /^记录/ }).click();
  await expect(page.locator('.timeline')).toContainText('越过关卡“质量问题先看图”：视频里看不出问题');
  await expect(page.locator('.timeline')).toContainText('结案：通过，真实原因 缝线质量');
  await page.locator('.case-header').getByRole('button', { name: '重新打开' }).click();
  await expect(page.locator('.case-header')).not.toContainText('已结案');
});
