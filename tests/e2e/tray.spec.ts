import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { skipSetup, stopPatrol } from '../helpers/seller';
import { followUp, hour, inTime, minute, noon, setReminders, titlesOf } from './reminder-steps';

let app: LiudiApp;
const titles = () => titlesOf(app);

// One shop for all, in this order: what is chosen once is remembered, and the last test quits.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp({ now: noon });
  await skipSetup(app.page);
  await stopPatrol(app.page);
});
test.afterAll(async () => {
  await app.close();
});

test.skip(process.env['LIUDI_HOST'] === 'electron', 'real tray icons cannot be read or clicked by a test');
const menu = async () =>
  ((await app.trays())[0]?.menu ?? []).map(({ label }) => label).filter((one) => one !== '');
const isVisible = async () => (await app.windows())[0]?.isVisible;

test('closing asks once, then goes to the tray; its menu brings the window back, makes a case, quits', async () => {
  await followUp(app, '甲', '+1h');
  app.answerDialog({ kind: 'message', response: 0 });
  await app.closeWindow();
  await expect.poll(isVisible, inTime).toBe(false);
  const [question] = await app.dialogs();
  expect(question?.options['buttons']).toEqual(['关到托盘继续提醒', '退出', '取消']);
  expect(await menu()).toEqual([
    '下一个：今天 13:00 催视频',
    '打开留底',
    '新建售后单',
    '暂停提醒 1 小时',
    '退出留底',
  ]);
  await app.moveClock({ by: hour });
  await expect.poll(titles, inTime).toEqual(['催视频']);
  await expect.poll(menu, inTime).toContain('1 件响过，等你处理');
  await app.clickTray();
  await expect.poll(isVisible, inTime).toBe(true);
  await app.closeWindow();
  await expect.poll(isVisible, inTime).toBe(false);
  expect(await app.dialogs()).toHaveLength(1);
  await app.clickTrayMenu('newCase');
  await expect.poll(isVisible, inTime).toBe(true);
  const form = app.page.getByRole('dialog', { name: '新建售后单' });
  await expect(form).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(form).toBeHidden();
});

test('pausing from the tray holds alarms for an hour and no longer', async () => {
  const before = await titles();
  await followUp(app, '乙', '+30分', '看物流');
  await app.clickTrayMenu('pause');
  await expect
    .poll(menu, inTime)
    .toContainEqual(expect.stringMatching(/^恢复提醒（已暂停到 今天 1[34]:0\d）$/));
  await app.moveClock({ by: 40 * minute });
  await app.moveClock({ by: minute });
  expect(await titles()).toEqual(before);
  await app.moveClock({ by: 20 * minute });
  await expect.poll(titles, inTime).toEqual([...before, '看物流']);
  await expect.poll(menu, inTime).toContain('暂停提醒 1 小时');
});

test('a second launch brings the hidden window back', async () => {
  await setReminders(app, { closeTo: 'tray' });
  await app.closeWindow();
  await expect.poll(isVisible, inTime).toBe(false);
  const second = await launchApp({ userData: app.userData, now: noon, expectWindow: false });
  await expect.poll(isVisible, inTime).toBe(true);
  await second.close();
});

test('quitting is remembered too; without a tray closing quits and nothing is asked', async () => {
  await setReminders(app, { closeTo: 'ask' });
  app.answerDialog({ kind: 'message', response: 1 });
  await app.closeWindow();
  await expect.poll(isRunning, inTime).toBe(false);
  const { userData } = app;
  await app.quit();
  app = await launchApp({ userData, now: noon, noTray: true });
  await setReminders(app, { closeTo: 'tray' });
  expect(await app.trays()).toEqual([]);
  await app.closeWindow();
  await expect.poll(isRunning, inTime).toBe(false);
  expect(await app.dialogs()).toEqual([]);
});

async function isRunning(): Promise<boolean> {
  return await app.windows().then(
    () => true,
    () => false,
  );
}
