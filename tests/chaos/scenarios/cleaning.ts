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
import { rmSync } from 'node:fs';
import { goTo } from '../../helpers/seller';
import { storeFolder } from '../store';

/** The vault is being cleaned; afterwards it has to give back everything there is. */
export const cleaning: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-cleaning`,
  title: `SIGKILL of ${victim} while the vault is cleaned; then the database is lost too`,
  run: (trial) =>
    withPhotos(8, 500_000, (folder, hashes) =>
      withShop(async (app, ledger) => {
        await fileCase(app.page, ledger, '小鱼爱吃猫');
        await drop(app.page, folder);
        await waitForTiles(app.page, hashes.length);
        await noteTiles(app.page, ledger);
        await mirrored(app.page);
        await goTo(app.page, 'settings');
        await app.page
          .getByRole('region', { name: '隐私与买家资料' })
          .getByRole('button', { name: '打开' })
          .click();
        await app.page.getByRole('button', { name: '现在清理保险库' }).click();
        await app.page.getByRole('dialog').getByRole('button', { name: '现在清理保险库' }).click();
        await aMoment(trial, 1500);
        const page = await killAndStart(app, victim);
        await reachHome(page);
        await mirrored(app.page);
        await app.quit();
        rmSync(storeFolder(app), { recursive: true });
        return compare(app, ledger, await reachHome(await app.start()));
      }),
    ),
}));
