import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fromShanghai } from '../../shared/domain/shanghai-time';
import type { DesktopApi } from '../../shared/ipc/contract';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, skipSetup, stopPatrol } from '../helpers/seller';
import {
  type Alarm,
  alarmFile,
  type AlarmFile,
  followUp,
  hour,
  inTime,
  minute,
  noon,
  setReminders,
  storedAlarms,
  titlesOf,
  waitForAlarm,
} from './reminder-steps';

const day = 24 * hour;
const allSounds = { followUp: true, deadline: true, commitment: true, patrol: true };

let app: LiudiApp;
const titles = () => titlesOf(app);
const rung = () => app.page.getByRole('region', { name: '响过的提醒' });

test.beforeEach(async () => {
  app = await launchApp({ now: noon });
  await skipSetup(app.page);
  await stopPatrol(app.page);
});
test.afterEach(async () => {
  await app.close();
});

test('R111 rings with the window hidden, in words with a countdown; the click opens the case', async () => {
  await followUp(app, '小鱼爱吃猫', '+2h');
  await app.hideWindow();
  await app.moveClock({ by: 2 * hour });
  await expect.poll(titles, inTime).toEqual(['催视频']);
  expect((await app.notifications())[0]?.body).toMatch(/^到时间了 · .*小鱼爱吃猫/);
  await expect.poll(app.badgeCount, inTime).toBe(1);
  await app.clickNotification(0);
  await expect(app.page.locator('.case-header h1')).toHaveText('小鱼爱吃猫');
  expect((await app.windows())[0]?.isVisible).toBe(true);
  await goTo(app.page, 'today');
  await rung().getByRole('button', { name: '知道了：小鱼爱吃猫' }).click();
  await expect.poll(app.badgeCount, inTime).toBe(0);
  await app.moveClock({ by: hour });
  expect(await titles()).toHaveLength(1);
});

test('the case on screen keeps its own alarm still and lists it; with the window hidden it rings', async () => {
  await followUp(app, '甲', '+1h');
  await openNewCase(app.page, { buyerId: '乙', nextAction: '回电话', nextAt: '+1h' });
  await waitForAlarm(app, '乙');
  await app.moveClock({ by: hour });
  await expect.poll(() => storedAlarms(app).fired, inTime).toBe(2);
  // "Rung" is on the disk before anything is shown.
  await expect.poll(titles, inTime).toEqual(['催视频']);
  await openNewCase(app.page, { buyerId: '丙', nextAction: '看物流', nextAt: '+1h' });
  await waitForAlarm(app, '丙');
  await app.hideWindow();
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toEqual(['催视频', '看物流']);
  await app.showWindow();
  await goTo(app.page, 'today');
  await expect(rung().getByRole('listitem')).toHaveCount(3);
});

test('more than three at once are one notification, and each is listed', async () => {
  for (const buyerId of ['甲一', '甲二', '甲三', '甲四']) await followUp(app, buyerId, '15:00');
  await app.moveClock({ by: 3 * hour });
  await expect.poll(titles, inTime).toEqual(['4 件事到时间了']);
  await expect(rung().getByRole('listitem')).toHaveCount(4);
  await app.clickNotification(0);
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible();
});

test('missed while killed: one group and the list at the next start, and never again', async () => {
  await followUp(app, '甲', '+1h');
  await followUp(app, '乙', '+2h');
  await followUp(app, '丙', '+9h');
  await app.kill('both');
  app = await relaunch(noon + 3 * hour);
  await expect.poll(titles, inTime).toEqual(['关机期间错过了 2 个提醒']);
  await expect(rung().getByText(/^错过：/)).toHaveCount(2);
  app = await relaunch(noon + 4 * hour);
  await expect(rung().getByRole('listitem')).toHaveCount(2);
  expect(await titles()).toEqual([]);
});

test('killed after it was stored and before it was shown: listed at the next start, not lost', async () => {
  await followUp(app, '甲', '+1h');
  await app.kill('both');
  // The disk as it is at that moment: main has written "rung", the notification and the window know nothing.
  const state = JSON.parse(readFileSync(alarmFile(app), 'utf8')) as AlarmFile;
  const record = (one: Alarm) => ({
    occurrence: one.occurrence,
    reminderId: one.reminderId,
    caseId: one.caseId,
    dueAt: one.dueAt,
    firedAt: one.dueAt,
    missed: false,
    acknowledgedAt: null,
  });
  writeFileSync(alarmFile(app), JSON.stringify({ ...state, fired: state.schedule.map(record) }));
  app = await relaunch(noon + hour + minute);
  await expect(rung().getByRole('listitem')).toHaveCount(1);
  await expect(rung()).toContainText('甲');
  expect(await titles()).toEqual([]);
});

/** Starts again on the same data with the clock at `now`. */
async function relaunch(now: number): Promise<LiudiApp> {
  const { userData } = app;
  await app.quit();
  return await launchApp({ userData, now });
}

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
  await snooze('6');
  await page.keyboard.type('11-23 15:30');
  await page.keyboard.press('Enter');
  await expect(list.getByTitle('11 月 23 日 15:30')).toBeVisible();
  await snooze('5');
  await expect(band('等待中')).toContainText('老铁_大山');
  await page.getByRole('button', { name: '买家回复了' }).click();
  await expect(band('2 小时内')).toContainText('老铁_大山');
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
  await expect.poll(async () => (await app.notifications()).length, inTime).toBeGreaterThan(0);
  const bodies = async () => (await app.notifications()).map(({ body }) => body).join('\n');
  expect(await bodies()).toContain('夜里截止');
  expect(await bodies()).not.toContain('夜里跟进');
  await app.moveClock(fromShanghai('2026-11-22T07:30') ?? 0);
  await expect.poll(bodies, inTime).toContain('夜里跟进');
  expect((await bodies()).match(/夜里跟进/g)).toHaveLength(1);
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
  expect((await app.notifications())[0]?.silent).toBe(true);
  await expect
    .poll(() => app.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
    .toEqual(['followUp']);
  await setReminders(app, { sounds: { ...allSounds, followUp: false, deadline: false } });
  await followUp(app, '不响的', '+1h');
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toHaveLength(2);
  expect(await app.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toHaveLength(1);
});

test('31 days and 5 years ahead ring then and not before; the clock set back rings nothing twice', async () => {
  await followUp(app, '一个月后', '2026-12-22 12:00', '看退款');
  await followUp(app, '五年后', '2031-11-21 12:00', '看保修');
  await app.moveClock({ by: 31 * day - hour });
  await app.moveClock({ by: minute });
  expect(await titles()).toEqual([]);
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toEqual(['看退款']);
  await app.moveClock({ by: -hour });
  await app.moveClock({ by: 2 * hour });
  expect(await titles()).toEqual(['看退款']);
  await app.moveClock(fromShanghai('2031-11-21T12:01') ?? 0);
  await expect.poll(titles, inTime).toEqual(['看退款', '看保修']);
});
