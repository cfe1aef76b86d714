import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillNewCase } from '../../helpers/seller';
import { mountSmallDisk, type SmallDisk } from '../../helpers/small-disk';
import type { Scenario } from '../scenario';
import {
  compare,
  drop,
  fileCase,
  type Ledger,
  noteTiles,
  reachHome,
  waitForTiles,
  withPhotos,
  withShop,
} from '../shop';

const megabyte = 1024 * 1024;

/** A long case is typed while there is no room, and tried again when there is. */
async function typeIntoFullDisk(page: Page, ledger: Ledger, disk: SmallDisk): Promise<void> {
  const form = await fillNewCase(page, { buyerId: '存不下的买家' });
  disk.fill(0);
  await form.getByLabel('发生了什么').fill('字'.repeat(30_000));
  await page.keyboard.press('Control+Enter');
  const header = page.locator('.case-header');
  const saved = header.getByRole('heading', { name: '存不下的买家' });
  // There may be room after all: the store tidies up behind itself.
  const said = page.getByRole('alert').filter({ hasText: /磁盘满了|数据暂时打不开/ });
  await said.or(saved).first().waitFor({ timeout: 60_000 });
  disk.free();
  // The save failed and can be tried again, or it waited and goes through now, or Chromium made the store
  // anew and the page went to the rescue.
  const again = form.getByRole('button', { name: /^保存/, disabled: false });
  const rescue = page.getByRole('button', { name: '从保险库恢复' });
  for (let tries = 0; tries < 5; tries += 1) {
    await saved.or(again).or(rescue).first().waitFor({ timeout: 60_000 });
    if ((await saved.isVisible()) || (await rescue.isVisible())) break;
    await again.click({ timeout: 5_000 }).catch(() => undefined);
  }
  if (await saved.isVisible()) {
    ledger.cases.set((await header.locator('.mono').first().textContent()) ?? '', '存不下的买家');
  }
}

/** The disk of the data fills up in the middle of work, then there is room again; no restart, then a kill. */
export const diskFull: readonly Scenario[] = [
  {
    name: 'disk-full',
    title: 'the disk fills up while photos are taken in and a case is typed',
    run: async (trial) => {
      const disk = mountSmallDisk(320);
      if (disk === null) return { skipped: 'mounting a small disk is refused here (needs root on Linux)' };
      try {
        return await withPhotos(12, 2_000_000, (folder, hashes) =>
          withShop(
            async (app, ledger) => {
              const { page } = app;
              await fileCase(page, ledger, '先有一个');
              disk.fill(Math.floor((24 + trial.random() * 12) * megabyte));
              await drop(page, folder);
              await page
                .getByText(/磁盘满了/)
                .first()
                .waitFor({ timeout: 60_000 });
              await noteTiles(page, ledger);
              disk.free();
              await page.locator('.evidence-intake').getByRole('button', { name: '重试' }).click();
              await waitForTiles(page, hashes.length);
              await noteTiles(page, ledger);
              await typeIntoFullDisk(page, ledger, disk).catch((error: unknown) => {
                // The browser itself may die of a full disk: then it was killed a moment sooner.
                if (!page.isClosed()) throw error;
                disk.free();
              });
              await app.kill('both');
              return compare(app, ledger, await reachHome(await app.start()));
            },
            { userData: join(disk.folder, 'data') },
          ),
        );
      } finally {
        disk.remove();
      }
    },
  },
];
