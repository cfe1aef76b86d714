import type { Scenario } from '../scenario';
import { compare, drop, fileCase, noteTiles, reachHome, waitForTiles, withPhotos, withShop } from '../shop';

const day = 24 * 60 * 60 * 1000;

/** The computer's clock jumps while the seller works; then everything is killed. */
export const clock: readonly Scenario[] = [
  { name: 'clock-forward', title: 'the clock jumps 40 days ahead', by: 40 * day },
  { name: 'clock-back', title: 'the clock jumps two years back', by: -730 * day },
  { name: 'clock-wild', title: 'the clock jumps forth and back several times', by: 3 * day },
].map(({ name, title, by }) => ({
  name,
  title,
  run: (trial) =>
    withPhotos(4, 200_000, (folder, hashes) =>
      withShop(async (app, ledger) => {
        await fileCase(app.page, ledger, '跳之前');
        const jumps = name === 'clock-wild' ? [by, -2 * by, Math.floor(trial.random() * by)] : [by];
        for (const [index, jump] of jumps.entries()) {
          await app.moveClock({ by: jump });
          await fileCase(app.page, ledger, `跳之后${index}`);
        }
        await drop(app.page, folder);
        await waitForTiles(app.page, hashes.length);
        await noteTiles(app.page, ledger);
        await app.kill('both');
        return compare(app, ledger, await reachHome(await app.start()));
      }),
    ),
}));
