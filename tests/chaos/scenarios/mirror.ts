import type { Scenario } from '../scenario';
import {
  aMoment,
  compare,
  drop,
  fileCase,
  killAndStart,
  noteTiles,
  reachHome,
  victims,
  waitForTiles,
  withPhotos,
  withShop,
} from '../shop';

/** Everything stands on the screen, and is on its way to the vault. */
export const mirror: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-mirror`,
  title: `SIGKILL of ${victim} while the vault is written`,
  run: (trial) =>
    withPhotos(15, 1_500_000, (folder, hashes) =>
      withShop(async (app, ledger) => {
        await fileCase(app.page, ledger, '小鱼爱吃猫');
        await drop(app.page, folder);
        await waitForTiles(app.page, hashes.length);
        await noteTiles(app.page, ledger);
        await aMoment(trial, 1200);
        const page = await killAndStart(app, victim);
        return compare(app, ledger, await reachHome(page));
      }),
    ),
}));
