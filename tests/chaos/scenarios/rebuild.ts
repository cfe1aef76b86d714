import { rmSync } from 'node:fs';
import type { Scenario } from '../scenario';
import {
  aMoment,
  compare,
  drop,
  fileCase,
  killAndStart,
  mirrored,
  noteTiles,
  reachHome,
  victims,
  waitForTiles,
  withPhotos,
  withShop,
} from '../shop';
import { storeFolder } from '../store';

/** The database is gone, and the rescue from the vault is cut off on its way. */
export const rebuild: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-rebuild`,
  title: `SIGKILL of ${victim} while the shop is brought back from the vault`,
  run: (trial) =>
    withPhotos(12, 800_000, (folder, hashes) =>
      withShop(async (app, ledger) => {
        await fileCase(app.page, ledger, '小鱼爱吃猫');
        await drop(app.page, folder);
        await waitForTiles(app.page, hashes.length);
        await noteTiles(app.page, ledger);
        await mirrored(app.page);
        await app.quit();
        rmSync(storeFolder(app), { recursive: true });
        const page = await app.start();
        await page.getByRole('button', { name: '从保险库恢复' }).click();
        await aMoment(trial, 900);
        const again = await killAndStart(app, victim);
        return compare(app, ledger, await reachHome(again));
      }),
    ),
}));
