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

/** Photos are coming in, some stand on the screen already. */
export const intake: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-intake`,
  title: `SIGKILL of ${victim} while photos are taken in`,
  run: (trial) =>
    withPhotos(40, 600_000, (folder) =>
      withShop(async (app, ledger) => {
        await fileCase(app.page, ledger, '小鱼爱吃猫');
        await drop(app.page, folder);
        await waitForTiles(app.page, 1);
        await aMoment(trial, 1500);
        await noteTiles(app.page, ledger);
        const page = await killAndStart(app, victim);
        return compare(app, ledger, await reachHome(page));
      }),
    ),
}));
