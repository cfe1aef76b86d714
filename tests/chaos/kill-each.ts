import type { Page } from '@playwright/test';
import type { LiudiApp } from '../helpers/launch-app';
import type { Count, Scenario } from './scenario';
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
  type Ledger,
} from './shop';

/** A shop with one case and some photos, something under way, and a kill in the middle of it. */
export type KillPlan = {
  readonly name: string;
  /** "SIGKILL of … while …" */
  readonly during: string;
  readonly photos: { readonly count: number; readonly bytes: number };
  /** What has happened when it begins: the first photo stands on the screen, all do, or all are in the vault. */
  readonly after: 'first' | 'all' | 'mirrored';
  /** Begins what is cut off; without it, it runs already. @param folder of the photos, free to use */
  readonly begin?: (app: LiudiApp, folder: string) => Promise<void>;
  /** The kill comes at a random moment within so many ms. */
  readonly within: number;
  /** Goes on from the app that runs again. @returns what was healed on the way */
  readonly goOn?: (app: LiudiApp, page: Page, folder: string) => Promise<number>;
};

/** One scenario per victim: main, the window, both. */
export function killEach(plan: KillPlan): readonly Scenario[] {
  return victims.map((victim) => ({
    name: `kill-${victim}-${plan.name}`,
    title: `SIGKILL of ${victim} while ${plan.during}`,
    run: (trial) =>
      withFiledShop(plan.photos, plan.after, async (app, ledger, folder) => {
        await plan.begin?.(app, folder);
        await aMoment(trial, plan.within);
        if (plan.after === 'first') await noteTiles(app.page, ledger);
        const page = await killAndStart(app, victim);
        const healed = plan.goOn === undefined ? await reachHome(page) : await plan.goOn(app, page, folder);
        return compare(app, ledger, healed);
      }),
  }));
}

/** A shop with one case and its photos on the way, all noted that stand on the screen. */
export function withFiledShop(
  photos: KillPlan['photos'],
  after: KillPlan['after'],
  work: (app: LiudiApp, ledger: Ledger, folder: string) => Promise<Count>,
): Promise<Count> {
  return withPhotos(photos.count, photos.bytes, (folder, hashes) =>
    withShop(async (app, ledger) => {
      await fileCase(app.page, ledger, '小鱼爱吃猫');
      await drop(app.page, folder);
      await waitForTiles(app.page, after === 'first' ? 1 : hashes.length);
      await noteTiles(app.page, ledger);
      if (after === 'mirrored') await mirrored(app.page);
      return work(app, ledger, folder);
    }),
  );
}
