import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { skipSetup, stopPatrol } from '../helpers/seller';
import {
  type Alarm,
  alarmFile,
  type AlarmFile,
  followUp,
  hour,
  inTime,
  minute,
  noon,
  titlesOf,
} from './reminder-steps';

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

/** Starts again on the same data with the clock at `now`. */
async function relaunch(now: number): Promise<LiudiApp> {
  const { userData } = app;
  await app.quit();
  return await launchApp({ userData, now });
}

test('missed while killed: one group and the list at the next start; stored but never shown: listed', async () => {
  await followUp(app, '甲', '+1h');
  await followUp(app, '乙', '+2h');
  await followUp(app, '丙', '+9h');
  await app.kill('both');
  app = await relaunch(noon + 3 * hour);
  await expect.poll(titles, inTime).toEqual(['关机期间错过了 2 个提醒']);
  await expect(rung().getByText(/^错过：/)).toHaveCount(2);
  await followUp(app, '丁', '+1h');
  await app.kill('both');

  // The disk as it is when main has written "rung", and the notification and the window know nothing.
  const state = JSON.parse(readFileSync(alarmFile(app), 'utf8')) as AlarmFile;
  const isDue = ({ dueAt }: Alarm) => dueAt <= noon + 4 * hour + minute;
  const record = (one: Alarm) => ({
    occurrence: one.occurrence,
    reminderId: one.reminderId,
    caseId: one.caseId,
    dueAt: one.dueAt,
    firedAt: one.dueAt,
    missed: false,
    acknowledgedAt: null,
  });
  const rings = state.schedule.filter(isDue).map(record);
  expect(rings).not.toEqual([]);
  writeFileSync(alarmFile(app), JSON.stringify({ ...state, fired: [...state.fired, ...rings] }));

  // What was missed is told once; what was stored is in the list; neither rings again.
  app = await relaunch(noon + 4 * hour + minute);
  await expect(rung().getByRole('listitem')).toHaveCount(3);
  await expect(rung()).toContainText('丁');
  expect(await titles()).toEqual([]);
});
