import { isoDay } from '../domain/shanghai-time';
import { byNewest, type SnapshotName } from './snapshot';

/** How many snapshots stay: the newest, the last of so many days and months, the last taken before migrations. */
export type KeepRules = {
  readonly latest: number;
  readonly daily: number;
  readonly monthly: number;
  readonly migrations: number;
};

/** In the vault itself: enough to fall back on, the journal holds the rest. */
export const vaultRules: KeepRules = { latest: 3, daily: 0, monthly: 0, migrations: 2 };
/** In the second folder (issue 3): years of work, a few megabytes each. */
export const backupRules: KeepRules = { latest: 30, daily: 30, monthly: 12, migrations: 3 };

/**
 * Names of the snapshots that stay. Days and months are counted as they come, newest first by place in the journal,
 * never against today's date: a wrong clock removes nothing. Where the newest holds less than half the rows of the
 * fullest, the fullest stays too, whatever its age: a shop that was emptied by a fault must not push out the last full one.
 */
export function chooseKept(snapshots: readonly SnapshotName[], rules: KeepRules): ReadonlySet<string> {
  const all = snapshots.toSorted(byNewest);
  const kept = new Set(all.slice(0, rules.latest).map(({ name }) => name));
  const lastOf = (part: (one: SnapshotName) => string, limit: number): void => {
    const seen = new Set<string>();
    for (const one of all) {
      if (seen.has(part(one))) continue;
      if (seen.size >= limit) return;
      seen.add(part(one));
      kept.add(one.name);
    }
  };
  lastOf(({ takenAt }) => isoDay(takenAt), rules.daily);
  lastOf(({ takenAt }) => isoDay(takenAt).slice(0, 7), rules.monthly);
  const migrations = all.filter(({ reason }) => reason === 'migration');
  for (const { name } of migrations.slice(0, rules.migrations)) kept.add(name);
  const fullest = all.reduce<SnapshotName | undefined>(
    (most, one) => (most === undefined || one.rows > most.rows ? one : most),
    undefined,
  );
  if (fullest !== undefined && (all[0]?.rows ?? 0) < fullest.rows / 2) kept.add(fullest.name);
  return kept;
}
