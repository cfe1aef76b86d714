import { expect } from '@playwright/test';
import { goTo } from '../helpers/seller';
import { takeScreenshot, type Stage } from './stage';

const hour = 3_600_000;

/**
 * With the window hidden, time passes the follow-up and the platform clock's first warning: both have to ring, the
 * click has to lead to the case, and what is put off must not ring again at once.
 */
export async function ringReminders(stage: Stage): Promise<void> {
  const { app, reporter } = stage;
  const mine = reporter.report.cases.at(-1)?.caseNo ?? '';
  await goTo(app.page, 'today');
  await takeScreenshot(stage, 'today');
  await app.hideWindow();
  await app.moveClock({ by: hour + 60_000 });
  // A patrol round rings every hour and belongs to no case.
  const ofCases = async () => (await app.notifications()).filter(({ title }) => !title.startsWith('巡查'));
  await expect.poll(async () => (await ofCases()).length, { timeout: 40_000 }).toBeGreaterThan(0);
  await app.moveClock({ by: 4 * hour });
  const wanted = reporter.report.cases[0]?.platform === 'pdd' ? 2 : 1;
  await expect.poll(async () => (await ofCases()).length, { timeout: 40_000 }).toBeGreaterThanOrEqual(wanted);
  const shown = await app.notifications();
  await app.clickNotification(shown.findLastIndex(({ title }) => !title.startsWith('巡查')));
  await expect(app.page.locator('.case-header .mono').first()).toHaveText(mine);
  await goTo(app.page, 'today');
  await expect(app.page.locator('.rung li').first()).toBeVisible();
  await takeScreenshot(stage, 'today-rung');
  const list = app.page.locator('[data-hotkey="today-list"]');
  const row = app.page.getByRole('row').filter({ hasText: '回复买家' });
  await row.click();
  await list.focus();
  await app.page.keyboard.press('s');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await takeScreenshot(stage, 'snooze');
  await app.page.keyboard.press('3');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(row.locator('.chip')).not.toHaveClass(/late/);
  for (const { title, body, at } of await app.notifications()) {
    reporter.report.notifications.push({ title, body, at: new Date(at).toISOString() });
  }
}

/** Every screen once more in English and dark, and large. */
export async function lookAround(stage: Stage): Promise<void> {
  const { page } = stage.app;
  await goTo(page, 'settings');
  await takeScreenshot(stage, 'settings');
  await goTo(page, 'notes');
  await takeScreenshot(stage, 'notes');
  await goTo(page, 'reports');
  await takeScreenshot(stage, 'reports');
  await goTo(page, 'settings');
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const screen of [
    'today',
    'cases',
    'evidence',
    'wrongShipments',
    'notes',
    'reports',
    'settings',
  ] as const) {
    await goTo(page, screen);
    if (screen === 'cases') await expect(page.locator('.context .chip').first()).toBeVisible();
    await takeScreenshot(stage, `${screen}-en-dark`);
  }
  await page.setViewportSize({ width: 1920, height: 1080 });
  await goTo(page, 'today');
  await takeScreenshot(stage, 'today-1920');
  await goTo(page, 'cases');
  await takeScreenshot(stage, 'cases-1920');
}
