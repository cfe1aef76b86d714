import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from '../../helpers/seller';
import { killEach } from '../kill-each';
import type { Scenario } from '../scenario';
import { longMs, mirrored, reachHome } from '../shop';
import { storeFolder, vaultFolder } from '../store';

async function backedUp(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('button', { name: '现在备份' }).click();
  await page.locator('[data-backup="fresh"]').filter({ hasText: '备份过' }).waitFor({ timeout: longMs });
}

/** Killed while a copy is made, or comes back. */
export const copies: readonly Scenario[] = [
  ...killEach({
    name: 'backup',
    during: 'the second vault is written; then database and vault are lost',
    photos: { count: 12, bytes: 800_000 },
    after: 'mirrored',
    begin: async (app, folder) => {
      const stick = join(folder, 'stick');
      mkdirSync(stick);
      await goTo(app.page, 'settings');
      app.answerDialog({ kind: 'open', filePaths: [stick] });
      await app.page.getByRole('button', { name: '选择备份位置' }).click();
      await app.page.getByRole('button', { name: '现在备份' }).click();
    },
    within: 1200,
    goOn: async (app, page) => {
      await reachHome(page);
      await mirrored(app.page);
      await backedUp(app.page);
      await app.quit();
      rmSync(storeFolder(app), { recursive: true });
      rmSync(vaultFolder(app), { recursive: true });
      return reachHome(await app.start());
    },
  }),
  ...killEach({
    name: 'restore',
    during: 'the shop is restored from its own archive',
    photos: { count: 12, bytes: 800_000 },
    after: 'mirrored',
    begin: async (app, folder) => {
      const { page } = app;
      const archive = join(folder, 'shop.liudi');
      await goTo(page, 'settings');
      await page.getByRole('button', { name: '做一份归档' }).click();
      const dialog = page.getByRole('dialog', { name: '做一份归档' });
      app.answerDialog({ kind: 'save', filePath: archive });
      await dialog.getByRole('button', { name: '选择存放位置…' }).click();
      await dialog.getByText(/已整份读回核对/).waitFor({ timeout: longMs });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      app.answerDialog({ kind: 'open', filePaths: [archive] });
      const card = page.getByRole('region', { name: '备份与恢复' });
      await card.getByRole('button', { name: '从归档恢复' }).click();
      await page.getByRole('button', { name: '选择归档文件…' }).click();
      await page.getByRole('button', { name: /用归档替换整个店|恢复整个店/ }).click({ timeout: longMs });
    },
    within: 2500,
  }),
];
