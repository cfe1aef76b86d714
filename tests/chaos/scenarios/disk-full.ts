import { join } from 'node:path';
import { fillNewCase } from '../../helpers/seller';
import { mountSmallDisk } from '../../helpers/small-disk';
import type { Scenario } from '../scenario';
import { compare, drop, fileCase, noteTiles, reachHome, waitForTiles, withPhotos, withShop } from '../shop';

const megabyte = 1024 * 1024;

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
              const form = await fillNewCase(page, { buyerId: '存不下的买家' });
              disk.fill(0);
              await form.getByLabel('发生了什么').fill('字'.repeat(30_000));
              await page.keyboard.press('Control+Enter');
              await page
                .getByRole('alert')
                .filter({ hasText: /磁盘满了|数据暂时打不开/ })
                .first()
                .waitFor({ timeout: 60_000 });
              disk.free();
              await page.getByText('磁盘有空间了，可以继续保存').waitFor({ timeout: 60_000 });
              // The save either failed and the form is still there, or it waited for the store and goes through now.
              const header = page.locator('.case-header');
              const saved = header.getByRole('heading', { name: '存不下的买家' });
              const again = form.getByRole('button', { name: /^保存/, disabled: false });
              await saved.or(again).first().waitFor({ timeout: 60_000 });
              if (await again.isVisible()) await again.click();
              await saved.waitFor({ timeout: 60_000 });
              ledger.cases.set((await header.locator('.mono').first().textContent()) ?? '', '存不下的买家');
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
