import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';

let app: LiudiApp;

// One shop for all, in this order: the counts and the edited rule at both ends depend on nothing that comes between.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
});

const clockOf = (page: Page, rule: string) => page.locator(`.context [data-rule="${rule}"]`);

/** Three of ten, the rest is proved in component/rules: a platform with many rules, one with few, and the law alone. */
const platforms = [
  ['淘宝', 'taobao.return.review'],
  ['小红书', 'xhs'],
  ['闲鱼', 'law'],
] as const;

test('R60 a patrol round compares the platform with what we have', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '甲', place: '拼多多', type: '仅退款' });
  await goTo(page, 'today');
  const panel = page.getByRole('region', { name: '巡查' });
  await panel.getByRole('button', { name: /^(?!完成).*(?:巡查$|现在巡查一轮)/ }).click();
  await panel.getByLabel('拼多多').fill('7');
  await page.keyboard.press('Enter');
  await expect(panel.locator('[data-platform="pdd"]')).toContainText('平台 7');
  await expect(panel.locator('[data-platform="pdd"]')).toContainText('我们 1');
  await expect(panel).not.toContainText('逾期');
});

test('R133 a case shows the countdown of its platform in words, with what happens and why', async () => {
  const { page } = app;
  for (const [place, rule] of platforms) {
    await openNewCase(page, { buyerId: `买家${place}`, place, type: '退货退款', appliedAt: '10分钟前' });
    const clock = page.locator(`.context .clock[data-rule^="${rule}"]`).first();
    await expect(clock.locator('.chip')).toContainText(/剩 \d+ (天|小时|分)/);
    await clock.locator('.clock-title').click();
    await expect(clock.locator('.clock-why')).toContainText('从“买家申请售后”起算');
    await expect(clock.locator('.clock-why')).toContainText('逾期会怎样');
    await expect(clock.locator('.clock-why')).toContainText('来源');
  }
});

test('R134 Pinduoduo: the earliest end the platform may choose is shown, and the typed-in countdown wins', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫', place: '拼多多', type: '仅退款', appliedAt: '1小时前' });
  const clock = clockOf(page, 'pdd.refund-only.review');
  await expect(clock).toContainText('平台可能提前到 明天');
  await clock.getByRole('button', { name: '按后台改' }).click();
  await clock.getByRole('textbox').fill('+5h');
  await page.keyboard.press('Enter');
  await expect(clock.locator('.chip')).toContainText(/剩 (5 小时 0 分|4 小时)/);
  await expect(clock).toContainText('按后台倒计时');
  await expect(clock).not.toContainText('平台可能提前');
  await clock.getByRole('button', { name: '改回计算' }).click();
  await expect(clock.locator('.chip')).toContainText('剩 1 天');
});

test('R133 a clock that has not begun names the missing time, and entering it starts the clock', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '等寄回', place: '拼多多', type: '退货退款' });
  const missing = page.locator('.context [data-missing="return.waybill_entered"]');
  await expect(missing).toContainText('缺“买家填写退货单号”的时间');
  await missing.getByRole('button', { name: /^填时间/ }).click();
  await missing.getByRole('textbox').fill('2小时前');
  await page.keyboard.press('Enter');
  await expect(missing).toHaveCount(0);
  await expect(clockOf(page, 'pdd.return.confirm').locator('.chip')).toContainText('剩 6 天');
  await showTab(page, '记录');
  await expect(page.locator('.timeline')).toContainText('买家填写退货单号');
});

test('R24 extending the receipt time adds days, and is refused once a refund is filed', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '延长收货', place: '淘宝', type: '退货退款' });
  const missing = page.locator('.context [data-missing="order.shipped"]');
  await missing.getByRole('button', { name: /^填时间/ }).click();
  await missing.getByRole('textbox').fill('1小时前');
  await page.keyboard.press('Enter');
  const clock = clockOf(page, 'taobao.receipt.auto-confirm');
  await expect(clock.locator('.chip')).toContainText('9 天');
  await page.getByRole('button', { name: '商家延长 3 天' }).click();
  await expect(clock.locator('.chip')).toContainText('12 天');
  await page.getByRole('button', { name: '商家延长 5 天' }).click();
  await expect(clock.locator('.chip')).toContainText('17 天');
  await expect(page.locator('.clock-extend').first()).toContainText('已延长 2 次');
  await expect(page.getByRole('button', { name: '买家延长 3 天' })).toBeDisabled();
  await page.getByRole('button', { name: '填买家申请时间' }).click();
  await page.getByLabel('买家申请时间').fill('1分钟前');
  await page.locator('.clock-typed').getByRole('button', { name: '保存' }).click();
  await expect(clock.locator('.chip')).toContainText('暂停中');
  await expect(page.getByRole('button', { name: '商家延长 3 天' })).toBeDisabled();
  await expect(page.locator('.clock-extend').first()).toContainText('已申请退款，不能延长');
});

test('the week shows deadlines by day, opens cases, and exports them without personal data', async () => {
  const { page } = app;
  const target = path.join(tmpdir(), `liudi-week-${process.pid}.ics`);
  const caseNo = await openNewCase(page, {
    buyerId: '小鱼爱吃猫',
    orderNo: '261119-023188420017',
    place: '拼多多',
    type: '仅退款',
    nextAction: '催视频',
    nextAt: '+1m',
    appliedAt: '1小时前',
  });
  await page.keyboard.press('g');
  const entry = page.locator('.calendar-entry', { hasText: '催视频' });
  await expect(entry).toBeVisible();
  app.answerDialog({ kind: 'save', filePath: target });
  await page.getByRole('button', { name: '导出日历' }).click();
  await expect(page.getByText('已导出')).toBeVisible();
  const text = readFileSync(target, 'utf8').replaceAll('\r\n ', '');
  expect(text).toContain(`SUMMARY:拼多多 仅退款 截止 ${caseNo}`);
  expect(text).not.toMatch(/小鱼|023188420017|催视频/);
  await entry.click();
  await expect(page.locator('.case-header h1')).toHaveText('小鱼爱吃猫');
});

test('R133 an edited rule changes new cases only', async () => {
  const { page } = app;
  const rule = 'pdd.refund-only.review';
  await openNewCase(page, { buyerId: '老买家', place: '拼多多', type: '仅退款', appliedAt: '1小时前' });
  await goTo(page, 'settings');
  await page.getByRole('button', { name: '打开规则' }).click();
  await page.getByPlaceholder('规则名、来源编号').fill(rule);
  await page.locator(`.rules-row[data-rule="${rule}"] .rules-open`).click();
  await page.getByLabel('时长').fill('24');
  await page.locator('.rules-trial input').first().fill('今天 0:00');
  await expect(page.locator('.rules-answer')).toContainText('加 24 小时');
  await page.getByRole('button', { name: /保存副本/ }).click();
  await expect(page.locator(`.rules-row[data-rule="${rule}"]`)).toContainText('已改');
  await goTo(page, 'cases');
  await openNewCase(page, { buyerId: '新买家', place: '拼多多', type: '仅退款', appliedAt: '1小时前' });
  await expect(clockOf(page, rule).locator('.chip')).toContainText(/剩 (23 小时|22 小时)/);
  await openFromList(page, '老买家');
  await expect(clockOf(page, rule).locator('.chip')).toContainText('剩 1 天');
  await clockOf(page, rule).locator('.clock-title').click();
  await page.getByRole('button', { name: '改用现在的规则' }).click();
  await expect(clockOf(page, rule).locator('.chip')).toContainText(/剩 (23 小时|22 小时)/);
});
