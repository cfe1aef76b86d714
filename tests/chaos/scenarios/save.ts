import { openNewCase } from '../../helpers/seller';
import type { Scenario } from '../scenario';
import { compare, killAndStart, reachHome, victims, withShop } from '../shop';

const rounds = 3;

/** A save is confirmed on the screen, and in the same moment everything ends. */
export const save: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-save`,
  title: `SIGKILL of ${victim} as soon as a case is saved`,
  run: () =>
    withShop(async (app, ledger) => {
      for (let round = 0; round < rounds; round += 1) {
        const buyerId = `买家${round}`;
        ledger.cases.set(await openNewCase(app.page, { buyerId }), buyerId);
        await reachHome(await killAndStart(app, victim));
      }
      return compare(app, ledger);
    }),
}));
