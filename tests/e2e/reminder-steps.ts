import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { fromShanghai } from '../../shared/domain/shanghai-time';
import type { DesktopApi, ReminderSettings } from '../../shared/ipc/contract';
import type { LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase } from '../helpers/seller';

/** What the specs of alarms and tray share. The clock starts here. */
export const noon = fromShanghai('2026-11-21T12:00') ?? 0;
export const minute = 60_000;
export const hour = 60 * minute;
export const inTime = { timeout: 30_000 };

export type Alarm = {
  readonly occurrence: string;
  readonly reminderId: string;
  readonly caseId: string;
  readonly dueAt: number;
};
export type AlarmFile = { readonly schedule: readonly Alarm[]; readonly fired: readonly object[] };

/** Where main keeps its alarms. */
export function alarmFile(app: LiudiApp): string {
  return join(app.userData, 'reminders.json');
}

/** What main has on disk: the schedule as text, and how many have rung. */
export function storedAlarms(app: LiudiApp): { readonly scheduled: string; readonly fired: number } {
  try {
    const state = JSON.parse(readFileSync(alarmFile(app), 'utf8')) as AlarmFile;
    return { scheduled: JSON.stringify(state.schedule), fired: state.fired.length };
  } catch {
    return { scheduled: '', fired: 0 };
  }
}

/** Waits until main has an alarm of this buyer. */
export async function waitForAlarm(app: LiudiApp, buyerId: string): Promise<void> {
  await expect.poll(() => storedAlarms(app).scheduled.includes(buyerId), inTime).toBe(true);
}

/** A case with a follow-up; ends on Today, so that nothing keeps its alarm still. */
export async function followUp(
  app: LiudiApp,
  buyerId: string,
  nextAt: string,
  nextAction = '催视频',
): Promise<void> {
  await openNewCase(app.page, { buyerId, nextAction, nextAt });
  await goTo(app.page, 'today');
  await waitForAlarm(app, buyerId);
}

/** Titles of the notifications shown so far. */
export async function titlesOf(app: LiudiApp): Promise<readonly string[]> {
  return (await app.notifications()).map(({ title }) => title);
}

/** Changes what the seller chose about ringing, through the window's own door. */
export async function setReminders(app: LiudiApp, change: Partial<ReminderSettings>): Promise<void> {
  await app.page.evaluate(async (part) => {
    const { desktop } = globalThis as unknown as { readonly desktop: DesktopApi };
    const status = await desktop.getReminderStatus();
    if (!status.ok) throw new Error('no status');
    await desktop.setReminderSettings({ ...status.value.settings, ...part });
  }, change);
}
