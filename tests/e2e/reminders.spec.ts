import { expect, test } from '@playwright/test';
import { fromShanghai } from '../../shared/domain/shanghai-time';
import type { DesktopApi } from '../../shared/ipc/contract';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, skipSetup, stopPatrol } from '../helpers/seller';
import {
  followUp,
  hour,
  inTime,
  minute,
  noon,
  setReminders,
  storedAlarms,
  waitForAlarm,
} from './reminder-steps';

const allSounds = { followUp: true, deadline: true, commitment: true, patrol: true };

let app: LiudiApp;
/** How many notifications there were when the test began. */
let before: number;

// One shop, whose clock only goes on: each test makes cases of its own and looks at what rings from then on.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp({ now: noon });
  await skipSetup(app.page);
  await stopPatrol(app.page);
});
test.beforeEach(async () => {
  before = (await app.notifications()).length;
  await goTo(app.page, 'today');
});
test.afterAll(async () => {
  await app.close();
});

const shown = async () => (await app.notifications()).slice(before);
const titles = async () => (await shown()).map(({ title }) => title);
const rung = () => app.page.getByRole('region', { name: '响过的提醒' });

test('R165 R111 S and a digit put off; what waits for the buyer comes back when the buyer replied', async () => {
  const { page } = app;
  await followUp(app, '老铁_大山', '+1h');
  const list = page.getByRole('group', { name: '今日' });
  const band = (name: string) => page.locator('.today-band', { has: page.getByRole('heading', { name }) });
  const menu = page.getByRole('dialog', { name: /推迟：老铁_大山/ });
  const snooze = async (key: string): Promise<void> => {
    await list.focus();
    await page.keyboard.press('s');
    await expect(menu).toBeVisible();
    await page.keyboard.press(key);
  };
  for (const [key, when] of [
    ['1', '今天 13:00'],
    ['2', '今天 20:00'],
    ['3', '明天 9:00'],
    ['4', '今天 21:00'],
  ] as const) {
    await snooze(key);
    await expect(menu).toBeHidden();
    await expect(list.getByTitle(new RegExp(when.replace('9:00', '0?9:00')))).toBeVisible();
  }
  await snooze('5');
  await expect(band('等待中')).toContainText('老铁_大山');
  await page.getByRole('button', { name: '买家回复了' }).click();
  await expect(band('2 小时内')).toContainText('老铁_大山');
  await snooze('6');
  await expect(menu.locator('#snooze-own')).toBeFocused();
  await page.keyboard.type('11-30 15:30');
  await page.keyboard.press('Enter');
  await expect(list.getByTitle('11 月 30 日 15:30')).toBeVisible();
});

test('R111 rings with the window hidden, in words with a countdown; the click opens the case', async () => {
  await followUp(app, '小鱼爱吃猫', '+2h');
  await app.hideWindow();
  await app.moveClock({ by: 2 * hour });
  await expect.poll(titles, inTime).toEqual(['催视频']);
  expect((await shown())[0]?.body).toMatch(/^到时间了 · .*小鱼爱吃猫/);
  await expect.poll(app.badgeCount, inTime).toBe(1);
  await app.clickNotification(before);
  await expect(app.page.locator('.case-header h1')).toHaveText('小鱼爱吃猫');
  expect((await app.windows())[0]?.isVisible).toBe(true);
  await goTo(app.page, 'today');
  await rung().getByRole('button', { name: '知道了：小鱼爱吃猫' }).click();
  await expect.poll(app.badgeCount, inTime).toBe(0);
  await app.moveClock({ by: hour });
  expect(await titles()).toHaveLength(1);
});

test('the case on screen keeps its own alarm still and lists it; with the window hidden it rings', async () => {
  const { fired } = storedAlarms(app);
  await followUp(app, '甲', '+1h');
  await openNewCase(app.page, { buyerId: '乙', nextAction: '回电话', nextAt: '+1h' });
  await waitForAlarm(app, '乙');
  await app.moveClock({ by: hour });
  await expect.poll(() => storedAlarms(app).fired, inTime).toBe(fired + 2);
  // "Rung" is on the disk before anything is shown.
  await expect.poll(titles, inTime).toEqual(['催视频']);
  await openNewCase(app.page, { buyerId: '丙', nextAction: '看物流', nextAt: '+1h' });
  await waitForAlarm(app, '丙');
  await app.hideWindow();
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toEqual(['催视频', '看物流']);
  await app.showWindow();
  await goTo(app.page, 'today');
  await expect(
    rung()
      .getByRole('listitem')
      .filter({ hasText: /[甲乙丙]/ }),
  ).toHaveCount(3);
});

test('more than three at once are one notification, and each is listed', async () => {
  for (const buyerId of ['同一 1', '同一 2', '同一 3', '同一 4']) await followUp(app, buyerId, '11-21 21:00');
  await app.moveClock(fromShanghai('2026-11-21T21:00') ?? 0);
  await expect.poll(titles, inTime).toEqual(['4 件事到时间了']);
  await expect(rung().getByRole('listitem').filter({ hasText: '同一' })).toHaveCount(4);
  await app.clickNotification(before);
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible();
});

test('sound is off per kind, and while the window lives it plays our own instead of the system’s', async () => {
  await setReminders(app, { sounds: { ...allSounds, deadline: false } });
  await app.page.evaluate(() => {
    const world = globalThis as unknown as { heard: string[]; desktop: DesktopApi };
    world.heard = [];
    world.desktop.onReminderSound(({ kind }) => world.heard.push(kind));
  });
  await followUp(app, '响的', '+1h');
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toHaveLength(1);
  expect((await shown())[0]?.silent).toBe(true);
  await expect
    .poll(() => app.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
    .toEqual(['followUp']);
  await setReminders(app, { sounds: { ...allSounds, followUp: false, deadline: false } });
  await followUp(app, '不响的', '+1h');
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toHaveLength(2);
  expect(await app.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toHaveLength(1);
});

test('quiet hours keep an alarm until they end; a deadline that would be over by then rings', async () => {
  await setReminders(app, { quiet: { on: true, from: 23 * 60, to: 7 * 60 + 30 } });
  await followUp(app, '夜里跟进', '11-22 1:00');
  await openNewCase(app.page, {
    buyerId: '夜里截止',
    place: '拼多多',
    type: '仅退款',
    appliedAt: '11-20 6:30',
  });
  await goTo(app.page, 'today');
  await waitForAlarm(app, '夜里截止');
  await app.moveClock((fromShanghai('2026-11-22T05:00') ?? 0) + minute);
  const bodies = async () => (await shown()).map(({ body }) => body).join('\n');
  await expect.poll(bodies, inTime).toContain('夜里截止');
  expect(await bodies()).not.toContain('夜里跟进');
  await app.moveClock(fromShanghai('2026-11-22T07:30') ?? 0);
  await expect.poll(bodies, inTime).toContain('夜里跟进');
  expect((await bodies()).match(/夜里跟进/g)).toHaveLength(1);
});

test('31 days and 5 years ahead ring then and not before; the clock set back rings nothing twice', async () => {
  await setReminders(app, { quiet: { on: false, from: 23 * 60, to: 7 * 60 + 30 } });
  // Other cases of the shop have deadlines of their own on the way.
  const own = async () => (await titles()).filter((title) => title.startsWith('看'));
  await followUp(app, '一个月后', '2026-12-22 12:00', '看退款');
  await followUp(app, '五年后', '2031-11-21 12:00', '看保修');
  await app.moveClock((fromShanghai('2026-12-22T11:00') ?? 0) + minute);
  await app.moveClock({ by: minute });
  expect(await own()).toEqual([]);
  await app.moveClock({ by: hour });
  await expect.poll(own, inTime).toEqual(['看退款']);
  await app.moveClock({ by: -hour });
  await app.moveClock({ by: 2 * hour });
  expect(await own()).toEqual(['看退款']);
  await app.moveClock(fromShanghai('2031-11-21T12:01') ?? 0);
  await expect.poll(own, inTime).toEqual(['看退款', '看保修']);
});
