import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { choose, goTo, openNewCase, skipSetup } from '../helpers/seller';
import { hour, inTime, noon, storedAlarms, titlesOf } from './reminder-steps';

let app: LiudiApp;
test.beforeEach(async () => {
  app = await launchApp({ now: noon });
  await skipSetup(app.page);
});
test.afterEach(async () => {
  await app.close();
});

test('R12 R13 R60 a promise and a patrol round ring with the window hidden; the round opens on Today', async () => {
  const { page } = app;
  const titles = () => titlesOf(app);
  await openNewCase(page, { buyerId: '小鱼爱吃猫', place: '拼多多' });
  const card = page.getByRole('region', { name: '承诺买家的' });
  const add = async (kind: string, amount: string, at: string | null): Promise<void> => {
    await card.getByRole('button', { name: '记一笔承诺' }).click();
    await choose(page, card.getByLabel('答应了什么'), kind);
    await card.getByLabel('金额（元）').fill(amount);
    if (at !== null) await card.getByLabel('到期时间').fill(at);
    await card.getByRole('button', { name: /保\s?存/ }).click();
    await expect(card.getByText(`${kind} ¥${amount}`)).toBeVisible();
  };
  await add('余款', '8.00', null);
  await add('部分退款', '12.00', '+5h');
  await goTo(page, 'today');
  await expect(page.getByRole('region', { name: '欠买家的' })).toContainText('2 · ¥20.00');
  await expect.poll(() => storedAlarms(app).scheduled.includes('部分退款'), inTime).toBe(true);
  await app.hideWindow();
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toContain('兑现：部分退款 ¥12.00');
  await expect.poll(titles, inTime).toContain('巡查待处理的售后');
  const shown = await app.notifications();
  const round = shown.findLastIndex(({ title }) => title === '巡查待处理的售后');
  expect(shown[round]?.body).toBe('还没做 · 拼多多');
  // One for the promise; a round that is not done is no number.
  await expect.poll(app.badgeCount, inTime).toBe(1);
  await app.clickNotification(round);
  await expect(page.getByRole('form', { name: '巡查一轮' }).getByLabel('拼多多')).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '巡查' })).toContainText('我们 1');
  await expect(page.getByRole('region', { name: '响过的提醒' })).not.toContainText('巡查待处理');
  await openNewCase(page, { buyerId: '小鱼爱吃猫', place: '拼多多', orderNo: '2' });
  await expect(card).toContainText('这位买家还有余款 ¥8.00 可抵');
});
