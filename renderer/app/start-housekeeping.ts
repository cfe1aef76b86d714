import { anonymiseCases, listDue } from '../data/privacy-repository';
import { readPrivacy } from '../data/privacy-settings';
import { isClockSteady } from '../data/steady-clock';
import { adoptMarked, purgeOld } from '../data/trash-repository';
import { now } from '../platform/clock';
import { report, tell } from '../state/toast-store';

const everyMs = 60 * 60 * 1000;

/** Anonymises what is due, when the seller has said that it may happen by itself. */
async function keepRetention(): Promise<void> {
  const { retentionMonths, retentionAuto } = await readPrivacy();
  if (retentionMonths === null || !retentionAuto) return;
  const due = await listDue(retentionMonths, now());
  if (due.length === 0) return;
  const ids = due.map(({ id }) => id);
  tell('privacy.anonymised', { count: await anonymiseCases(ids, now()) });
}

/** Lets go what has lain in the trash for 90 days and anonymises what is due, now and every hour. Returns how to stop. */
export function startHousekeeping(): () => void {
  const keep = async (): Promise<void> => {
    await adoptMarked();
    if (!(await isClockSteady(now()))) return;
    const purged = await purgeOld(now());
    if (purged > 0) tell('trash.purgedOld', { count: purged });
    await keepRetention();
  };
  const run = (): void => {
    keep().catch(report);
  };
  run();
  const timer = setInterval(run, everyMs);
  return () => {
    clearInterval(timer);
  };
}
