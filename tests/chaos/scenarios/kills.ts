import { rmSync } from 'node:fs';
import type { LiudiApp } from '../../helpers/launch-app';
import { goTo } from '../../helpers/seller';
import { killEach } from '../kill-each';
import type { Scenario } from '../scenario';
import { mirrored, reachHome } from '../shop';
import { storeFolder } from '../store';

/** Closes the app, takes its database away, and starts it again. */
async function loseStore(app: LiudiApp): Promise<number> {
  await app.quit();
  rmSync(storeFolder(app), { recursive: true });
  return reachHome(await app.start());
}

/** Killed while something is under way. */
export const kills: readonly Scenario[] = [
  ...killEach({
    name: 'intake',
    during: 'photos are taken in',
    photos: { count: 40, bytes: 600_000 },
    after: 'first',
    within: 1500,
  }),
  ...killEach({
    name: 'mirror',
    during: 'the vault is written',
    photos: { count: 15, bytes: 1_500_000 },
    after: 'all',
    within: 1200,
  }),
  ...killEach({
    name: 'rebuild',
    during: 'the shop is brought back from the vault',
    photos: { count: 12, bytes: 800_000 },
    after: 'mirrored',
    begin: async (app) => {
      await app.quit();
      rmSync(storeFolder(app), { recursive: true });
      const page = await app.start();
      await page.getByRole('button', { name: '从保险库恢复' }).click();
    },
    within: 900,
  }),
  ...killEach({
    name: 'cleaning',
    during: 'the vault is cleaned; then the database is lost too',
    photos: { count: 8, bytes: 500_000 },
    after: 'mirrored',
    begin: async ({ page }) => {
      await goTo(page, 'settings');
      const card = page.getByRole('region', { name: '隐私与买家资料' });
      await card.getByRole('button', { name: '打开' }).click();
      await page.getByRole('button', { name: '现在清理保险库' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '现在清理保险库' }).click();
    },
    within: 1500,
    goOn: async (app, page) => {
      await reachHome(page);
      await mirrored(app.page);
      return loseStore(app);
    },
  }),
];
